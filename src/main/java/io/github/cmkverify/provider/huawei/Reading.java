package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says, and what follows from it for the next attempt.
 *
 * @param answer what it says of the key
 * @param disposition {@code FINAL} only where the KMS itself answered, and so has accepted the credentials
 */
record Reading(KeyAnswer answer, Disposition disposition) {
    /** Nobody can tell. */
    static Reading doubt(Cause cause, @Nullable String code, String said, Disposition disposition) {
        return new Reading(new KeyAnswer.Undetermined(cause, code, said), disposition);
    }

    /** An answer that is not the documented one. */
    static Reading strange(String said) {
        return doubt(Cause.STRANGE_ANSWER, null, said, Disposition.UNCLEAR);
    }
}
