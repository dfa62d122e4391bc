package io.github.cmkverify.provider.gcp;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The transport of Google's library: our door, with its host check. */
final class DoorTransport extends HttpTransport {
    /** The door makes these itself. */
    private static final Set<String> LEFT_OUT =
            Set.of("host", "content-length", "connection", "accept-encoding", "user-agent");

    private final HttpDoor door;
    private final Universe universe;
    private final Deadline deadline;

    DoorTransport(HttpDoor door, Universe universe, Deadline deadline) {
        this.door = door;
        this.universe = universe;
        this.deadline = deadline;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        Map<String, String> headers = new HashMap<>();
        return new LowLevelHttpRequest() {
            @Override
            public void addHeader(String name, String value) {
                if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, value);
                }
            }

            @Override
            public LowLevelHttpResponse execute() throws IOException {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                if (getStreamingContent() != null) {
                    getStreamingContent().writeTo(body);
                }
                if (getContentType() != null) {
                    headers.put("Content-Type", getContentType());
                }
                return send(method, url, headers, body.toByteArray());
            }
        };
    }

    private LowLevelHttpResponse send(String method, String url, Map<String, String> headers, byte[] body) {
        String host = URI.create(url).getHost();
        boolean bare = body.length == 0 && headers.keySet().stream().noneMatch("authorization"::equalsIgnoreCase);
        HttpCall call = new HttpCall(
                method,
                url,
                LoginHosts.rule(host == null ? "" : host, bare, universe),
                now -> headers,
                body,
                null,
                ReplyRule.byStatus());
        HttpResult result = door.send(call, deadline);
        if (result instanceof HttpFailure failure) {
            throw LoginFailedException.of(failure);
        }
        HttpAnswer answer = (HttpAnswer) result;
        if (ReplyRule.TRANSIENT.contains(answer.status())) {
            throw LoginFailedException.of(answer);
        }
        return new DoorResponse(answer);
    }
}
