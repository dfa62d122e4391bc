package io.github.cmkverify.http;

import java.time.Instant;
import java.util.Map;

/** Headers that are the same for each attempt; they may hold a token, so this is no record that would show them. */
final class FixedHeaders implements HeaderSource {
    private final Map<String, String> headers;

    FixedHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    public Map<String, String> headers(Instant now) {
        return headers;
    }
}
