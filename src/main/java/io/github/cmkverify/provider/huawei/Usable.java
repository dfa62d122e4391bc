package io.github.cmkverify.provider.huawei;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Credentials that a request can carry. */
sealed interface Usable extends Credentials permits AccessKey, Token {
    /**
     * The headers that say who asks.
     *
     * @param more further headers that are sent and have to be signed, where there is a signature
     */
    Map<String, String> headers(String method, URI uri, Map<String, String> more, byte[] body, Instant now);
}
