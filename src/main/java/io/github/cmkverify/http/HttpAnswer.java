package io.github.cmkverify.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param status HTTP status
 * @param headers first value of each header, names in lower case
 * @param body all of it, within the door's limit
 * @param trace how it was sent
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body, Trace trace) implements HttpResult {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, whatever the case of its name. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
