package io.github.cmkverify.provider.vault;

import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;

/**
 * What an answer comes to.
 *
 * @param answer what it says of the key
 * @param disposition what it means for the next attempt
 */
record Reading(KeyAnswer answer, Disposition disposition) {
    private static final int LIMIT = 500;

    static Reading doubt(Cause cause, int status, String said, Disposition disposition) {
        return new Reading(new KeyAnswer.Undetermined(cause, String.valueOf(status), cut(said)), disposition);
    }

    /** A 200 that is not what the API documents; whether it comes from the server at all is not clear. */
    static Reading strange(String said) {
        return new Reading(new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, cut(said)), Disposition.UNCLEAR);
    }

    /** At most 500 characters of what a server said. */
    static String cut(String text) {
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
    }
}
