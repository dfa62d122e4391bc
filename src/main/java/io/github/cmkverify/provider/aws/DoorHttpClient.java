package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.provider.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The transport of the SDK's own calls, to STS and SSO: our door, with its host check. */
final class DoorHttpClient implements SdkHttpClient {
    /** The transport makes these itself. */
    private static final Set<String> LEFT_OUT = Set.of("host", "content-length", "connection", "expect");

    private final HttpDoor door;
    private final Environment environment;
    private final Deadline deadline;

    DoorHttpClient(HttpDoor door, Environment environment, Deadline deadline) {
        this.door = door;
        this.environment = environment;
        this.deadline = deadline;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {
                // Nothing to free: the answer is complete when call() returns, and the deadline ends it before.
            }
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest head = request.httpRequest();
        Map<String, String> headers = new HashMap<>();
        head.forEachHeader((name, values) -> {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        HttpResult result = door.send(
                new HttpCall(
                        head.method().name(),
                        head.getUri().toString(),
                        SdkHosts.rule(head.host(), environment),
                        now -> headers,
                        body(request),
                        null,
                        // The SDK retries on its own, signing afresh.
                        answer -> ReplyRule.Disposition.FINAL),
                deadline);
        if (result instanceof HttpFailure failure) {
            // No IOException: the door has tried often enough, and the SDK would begin anew.
            throw SdkClientException.create(head.host() + ": " + failure.kind() + " " + failure.detail());
        }
        return response((HttpAnswer) result);
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(null);
        if (content == null) {
            return new byte[0];
        }
        try (InputStream stream = content.newStream()) {
            return stream.readAllBytes();
        }
    }

    private static HttpExecuteResponse response(HttpAnswer answer) {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach((name, value) -> {
            if (!name.equals(
                    "content-encoding")) { // decoded by the SDK, it could be a thousand times what the door lets in
                head.putHeader(name, value);
            }
        });
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    @Override
    public void close() {
        // The door belongs to whoever opened it.
    }

    @Override
    public String clientName() {
        return "cmk";
    }
}
