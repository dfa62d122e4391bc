package io.github.cmkverify.provider;

import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;

/** What it means for a key that there was no answer; the same at every provider. */
public final class Doubts {
    private Doubts() {}

    /** Nobody could tell, because of this failure. */
    public static KeyAnswer.Undetermined of(HttpFailure failure) {
        return new KeyAnswer.Undetermined(cause(failure.kind()), null, failure.detail());
    }

    private static Cause cause(HttpFailure.Kind kind) {
        return switch (kind) {
            case HOST_NOT_ALLOWED -> Cause.HOST_NOT_ALLOWED;
            case HOST_UNKNOWN -> Cause.HOST_UNKNOWN;
            case NOT_REACHED -> Cause.NOT_REACHED;
            case TLS_FAILED -> Cause.TLS_FAILED;
            case TIMED_OUT -> Cause.TIMED_OUT;
            case OUT_OF_TIME -> Cause.OUT_OF_TIME;
            case TOO_LARGE -> Cause.STRANGE_ANSWER;
            // Of all that we put into a header, credentials alone come from outside unchecked.
            case UNSENDABLE -> Cause.BROKEN_CREDENTIALS;
            case IDENTITY_REFUSED -> Cause.NOT_ASKED_AGAIN;
            case INTERNAL -> Cause.INTERNAL_FAULT;
        };
    }
}
