package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.Secret;

/** Text that came from a server: never trusted, never kept at full length. */
final class Texts {
    private Texts() {}

    /** The same without a secret, should a server echo it. */
    static String hide(String text, Secret secret) {
        return secret.isBlank() ? text : text.replace(secret.reveal(), "(secret)");
    }
}
