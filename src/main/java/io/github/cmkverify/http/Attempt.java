package io.github.cmkverify.http;

import io.github.cmkverify.http.ReplyRule.Disposition;

/**
 * What came of one attempt.
 *
 * @param result the answer, or why there is none
 * @param disposition what follows; for a failure {@code RETRY} or {@code UNCLEAR}
 */
record Attempt(HttpResult result, Disposition disposition) {
    /** A failure that another attempt may cure. */
    static Attempt worthAnother(HttpFailure failure) {
        return new Attempt(failure, Disposition.RETRY);
    }

    /** A failure that stands. */
    static Attempt over(HttpFailure failure) {
        return new Attempt(failure, Disposition.UNCLEAR);
    }
}
