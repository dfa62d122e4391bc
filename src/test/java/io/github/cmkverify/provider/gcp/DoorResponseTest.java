package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorResponseTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void tellsTheLibraryAllButTheEncoding() throws IOException {
        DoorResponse response = new DoorResponse(new HttpAnswer(
                403,
                Map.of("content-type", "application/json", "content-encoding", "gzip"),
                BODY,
                new Trace("https://oauth2.googleapis.com", 1, Instant.EPOCH, false)));

        assertEquals(403, response.getStatusCode());
        assertEquals("HTTP 403", response.getStatusLine());
        assertEquals("application/json", response.getContentType());
        assertEquals(BODY.length, response.getContentLength());
        assertArrayEquals(BODY, response.getContent().readAllBytes());
        assertEquals(1, response.getHeaderCount());
        assertEquals("content-type", response.getHeaderName(0));
        assertEquals("application/json", response.getHeaderValue(0));
        assertNull(response.getContentEncoding());
        assertNull(response.getReasonPhrase());
    }
}
