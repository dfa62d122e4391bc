package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token of the identity service.
 *
 * @param shown where it was found, or who got it by logging in
 * @param value the token
 * @param project the project that was named beside it
 */
record Token(String shown, Secret value, @Nullable NamedProject project) implements Usable {
    @Override
    public Map<String, String> headers(String method, URI uri, Map<String, String> more, byte[] body, Instant now) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("X-Auth-Token", value.reveal());
        return headers;
    }

    @Override
    public String fingerprint() {
        return Signer.sha256(value.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
