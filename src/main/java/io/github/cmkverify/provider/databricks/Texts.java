package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import java.util.List;

/** Text that came from a server: kept short, and without what we sent it in confidence. */
final class Texts {
    private Texts() {}

    /** The text without these secrets, should a server echo them. */
    static String hide(String text, List<Secret> secrets) {
        String hidden = text;
        for (Secret secret : secrets) {
            if (!secret.isBlank()) {
                hidden = hidden.replace(secret.reveal(), "(secret)");
            }
        }
        return hidden;
    }

    /** The doubt without these secrets. */
    static KeyAnswer.Undetermined hide(KeyAnswer.Undetermined doubt, List<Secret> secrets) {
        String code = doubt.code();
        return new KeyAnswer.Undetermined(
                doubt.cause(), code == null ? null : hide(code, secrets), hide(doubt.said(), secrets));
    }
}
