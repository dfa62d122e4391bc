package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access key that signs.
 *
 * @param source where it was found
 * @param id the access key id (AK)
 * @param secret the secret key (SK)
 * @param securityToken belongs to a temporary access key and is sent with it
 * @param project the project that was named beside it
 */
record AccessKey(
        String source,
        String id,
        Secret secret,
        @Nullable Secret securityToken,
        @Nullable NamedProject project) implements Usable {
    private static final int SHOWN = 4;

    @Override
    public Map<String, String> headers(String method, URI uri, Map<String, String> more, byte[] body, Instant now) {
        Map<String, String> headers = new HashMap<>(more);
        if (securityToken != null) {
            headers.put("X-Security-Token", securityToken.reveal());
        }
        headers.putAll(Signer.sign(this, method, uri, headers, body, now));
        return headers;
    }

    @Override
    public String shown() {
        return source + ", access key " + id.substring(0, Math.min(SHOWN, id.length())) + "…";
    }

    /** Of the id alone: refusals lock an access key, whatever secret they were signed with. */
    @Override
    public String fingerprint() {
        return Signer.sha256(id.getBytes(StandardCharsets.UTF_8));
    }
}
