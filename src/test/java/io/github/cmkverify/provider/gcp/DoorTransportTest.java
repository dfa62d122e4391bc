package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.LowLevelHttpRequest;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without any time left: a request to a host that may be asked ends there, before it is sent. */
class DoorTransportTest {
    private static final String METADATA = "http://169.254.169.254/latest/meta-data/iam/security-credentials/";

    private final Rig rig = new Rig();
    private final DoorTransport transport =
            new DoorTransport(rig.context().door(), new Universe(Universe.GOOGLES), Deadline.in(Duration.ZERO));

    @AfterEach
    void close() {
        rig.close();
    }

    private static Cause end(LowLevelHttpRequest request) {
        return assertThrows(LoginFailedException.class, request::execute).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {METADATA, "https://sts.europe-west3.rep.googleapis.com/v1/token"})
    void hostsOfLoginsMayBeAsked(String url) {
        assertEquals(Cause.OUT_OF_TIME, end(transport.buildRequest("GET", url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://storage.googleapis.com/bucket", "https://sts.a.rep.googleapis.com.evil.example/"})
    void othersMayNot(String url) {
        assertEquals(Cause.HOST_NOT_ALLOWED, end(transport.buildRequest("GET", url)));
    }

    @Test
    void nothingThatProvesWhoAsksGoesOutInClearText() throws IOException {
        LowLevelHttpRequest withToken = transport.buildRequest("GET", METADATA);
        withToken.addHeader("AUTHORIZATION", "Bearer ya29.token");
        assertEquals(Cause.HOST_NOT_ALLOWED, end(withToken));

        LowLevelHttpRequest withBody = transport.buildRequest("PUT", METADATA);
        withBody.setStreamingContent(ByteArrayContent.fromString("text/plain", "refresh_token=1"));
        assertEquals(Cause.HOST_NOT_ALLOWED, end(withBody));
    }
}
