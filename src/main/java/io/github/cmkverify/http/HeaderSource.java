package io.github.cmkverify.http;

import java.time.Instant;
import java.util.Map;

/** The headers of one attempt. */
@FunctionalInterface
public interface HeaderSource {
    /**
     * Makes the headers; signs, where the protocol signs.
     *
     * @param now the time of the attempt
     */
    Map<String, String> headers(Instant now);

    /** The same headers for each attempt. */
    static HeaderSource always(Map<String, String> headers) {
        return new FixedHeaders(headers);
    }
}
