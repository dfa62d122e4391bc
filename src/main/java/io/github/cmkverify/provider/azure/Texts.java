package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text that came from a server: never trusted, never kept at full length. */
final class Texts {
    private static final String HIDDEN = "(secret)";

    private Texts() {}

    /** The same without a secret, should a server echo it, as it is or as a form encodes it. */
    static String hide(String text, Secret secret) {
        if (secret.isBlank()) {
            return text;
        }
        String encoded = URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8);
        return text.replace(secret.reveal(), HIDDEN).replace(encoded, HIDDEN);
    }
}
