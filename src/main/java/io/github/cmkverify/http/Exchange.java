package io.github.cmkverify.http;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One attempt: one request on the wire at most, one answer within the limits. */
final class Exchange {
    /** Bytes of a body; the largest documented answers have some ten thousand. */
    static final int BODY_LIMIT = 8 * 1024 * 1024;

    private final Duration requestTimeout;
    private final String userAgent;
    private final Clock clock;
    private final Transport transport;
    private final TimedDns names;
    private final Closing closing;

    Exchange(HttpSettings settings, Transport transport, TimedDns names, Closing closing) {
        this.requestTimeout = settings.requestTimeout();
        this.userAgent = settings.userAgent();
        this.clock = settings.clock();
        this.transport = transport;
        this.names = names;
        this.closing = closing;
    }

    /** Makes attempt {@code number}. */
    Attempt run(HttpCall call, Target target, int number, Deadline deadline) {
        Instant now = clock.instant();
        Map<String, String> headers = call.headers().headers(now);
        Optional<String> unsendable = unsendable(headers);
        if (unsendable.isPresent()) {
            Trace notSent = new Trace(target.endpoint(), number - 1, now, target.overridden());
            return Attempt.over(new HttpFailure(HttpFailure.Kind.UNSENDABLE, unsendable.get(), notSent));
        }
        Request request = request(call, target, headers);
        Duration left = deadline.left();
        boolean byDeadline = left.compareTo(requestTimeout) < 0;
        Duration limit = byDeadline ? left.plusMillis(1) : requestTimeout; // zero would mean: no limit
        Trace trace = new Trace(target.endpoint(), number, now, target.overridden());
        try {
            return exchange(request, call.rule(), limit, trace);
        } catch (IOException e) {
            transport.dropIdle(); // what broke one connection broke others: the next attempt gets a fresh one
            return closing.begun() || Thread.currentThread().isInterrupted()
                    ? Attempt.over(new HttpFailure(HttpFailure.Kind.OUT_OF_TIME, "", trace))
                    : Failures.sort(e, byDeadline, trace);
        }
    }

    private Attempt exchange(Request request, ReplyRule rule, Duration limit, Trace trace) throws IOException {
        OkHttpClient client = transport
                .client(request.isHttps())
                .newBuilder()
                .callTimeout(limit)
                .build();
        Call call = client.newCall(request);
        Runnable cut = call::cancel;
        names.limit(Deadline.in(limit));
        closing.whenBegun(cut);
        try (Response response = call.execute()) {
            byte[] body = response.body().contentLength() > BODY_LIMIT
                    ? new byte[BODY_LIMIT + 1]
                    : response.body().byteStream().readNBytes(BODY_LIMIT + 1);
            if (body.length > BODY_LIMIT) {
                call.cancel(); // or OkHttp would read on, to use the connection again
                return Attempt.over(new HttpFailure(HttpFailure.Kind.TOO_LARGE, BODY_LIMIT + " bytes", trace));
            }
            HttpAnswer answer = new HttpAnswer(HiddenStatus.of(response), headers(response), body, trace);
            return new Attempt(answer, rule.judge(answer));
        } finally {
            closing.over(cut);
            names.noLimit();
            if (closing.begun()) {
                transport.dropIdle(); // a connection may have come back after the door dropped all
            }
        }
    }

    private Request request(HttpCall call, Target target, Map<String, String> headers) {
        boolean bodiless = call.method().equals("GET") && call.body().length == 0;
        Request.Builder request = new Request.Builder()
                .url(target.url())
                .method(call.method(), bodiless ? null : RequestBody.create(call.body()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request.header(header.getKey(), header.getValue());
        }
        return request.header("Accept-Encoding", "identity")
                .header("User-Agent", userAgent)
                .build();
    }

    /** The first header whose value cannot be sent as it is; OkHttp would show the value in its message. */
    private static Optional<String> unsendable(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!isSendable(header.getValue())) {
                return Optional.of(header.getKey());
            }
        }
        return Optional.empty();
    }

    private static boolean isSendable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' || c > '~') && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header :
                response.headers().toMultimap().entrySet()) {
            headers.put(header.getKey(), header.getValue().get(0));
        }
        return headers;
    }
}
