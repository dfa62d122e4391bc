package io.github.cmkverify.sim;

import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** What can go wrong between a good answer and who asked for it. */
public enum Fault {
    /** Nothing goes wrong. */
    NONE,
    /** The connection is closed before a byte of the answer. */
    RESET_BEFORE,
    /** The connection is closed in the middle of the body. */
    RESET_IN_BODY,
    /** Nothing is ever answered, the connection stays open. */
    SILENT,
    /** The good answer, one byte in 200 ms. */
    TRICKLE,
    /** 200 with no body. */
    EMPTY_200,
    /** 200 with half of the good body, and a length that says so. */
    TRUNCATED,
    /** 200 with a page of HTML. */
    HTML_200,
    /** 302 to a login page on this host. */
    REDIRECT_LOGIN,
    /** 302 to another host. */
    REDIRECT_ELSEWHERE,
    /** A proxy's 404 page. */
    HTML_404,
    /** 404 without a body. */
    BARE_404,
    /** A proxy's 407. */
    PROXY_407,
    /** 429 without a hint. */
    THROTTLED,
    /** 429, come back in a second. */
    THROTTLED_1S,
    /** 429, come back in a year. */
    THROTTLED_LONG,
    /** 500 with no body. */
    ERROR_500,
    /** 502 with a page of HTML. */
    ERROR_502,
    /** 503 with no body. */
    ERROR_503,
    /** 504 with no body. */
    ERROR_504,
    /** 204. */
    NO_CONTENT,
    /** 304. */
    NOT_MODIFIED,
    /** 200 with 60 MB of white space and the good answer behind it. */
    HUGE,
    /** 200 with 200,000 opening brackets. */
    DEEP,
    /** The good answer with something behind it. */
    TRAILING,
    /** 200 {@code null}. */
    NULL_200;

    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Corporate gateway</title></head><body>Please sign in.</body></html>";

    /** The good answer with this fault. */
    public MockResponse spoil(MockResponse good) {
        String body = good.getBody() == null ? "" : text(good);
        return switch (this) {
            case NONE -> good;
            case RESET_BEFORE ->
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            case RESET_IN_BODY ->
                good.newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build();
            case SILENT ->
                good.newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
            case TRICKLE ->
                good.newBuilder().throttleBody(1, 200, TimeUnit.MILLISECONDS).build();
            case EMPTY_200 -> plain(200, "");
            case TRUNCATED -> plain(200, body.substring(0, body.length() / 2));
            case HTML_200 -> html(200);
            case REDIRECT_LOGIN ->
                plain(302, "").newBuilder().addHeader("Location", "/login.html").build();
            case REDIRECT_ELSEWHERE ->
                plain(302, "")
                        .newBuilder()
                        .addHeader("Location", "http://localhost:9/elsewhere")
                        .build();
            case HTML_404 -> html(404);
            case BARE_404 -> plain(404, "");
            case PROXY_407 ->
                plain(407, "")
                        .newBuilder()
                        .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                        .build();
            case THROTTLED -> plain(429, "");
            case THROTTLED_1S ->
                plain(429, "").newBuilder().addHeader("Retry-After", "1").build();
            case THROTTLED_LONG ->
                plain(429, "").newBuilder().addHeader("Retry-After", "31536000").build();
            case ERROR_500 -> plain(500, "");
            case ERROR_502 -> html(502);
            case ERROR_503 -> plain(503, "");
            case ERROR_504 -> plain(504, "");
            case NO_CONTENT -> new MockResponse.Builder().code(204).build();
            case NOT_MODIFIED -> new MockResponse.Builder().code(304).build();
            case HUGE -> plain(200, " ".repeat(60_000_000) + body);
            case DEEP -> plain(200, "[".repeat(200_000));
            case TRAILING -> plain(200, body + " {\"more\":1}");
            case NULL_200 -> plain(200, "null");
        };
    }

    private static MockResponse plain(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/html")
                .body(PAGE)
                .build();
    }

    private static String text(MockResponse good) {
        okio.Buffer buffer = new okio.Buffer();
        try {
            good.getBody().writeTo(buffer);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
