package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.provider.Doubts;

/**
 * There was no answer to a login. Unchecked: at an {@code IOException} Google's library would begin anew, and the door
 * has tried often enough.
 */
final class LoginFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    private final Cause cause;

    private LoginFailedException(Cause cause, String said) {
        super(said);
        this.cause = cause;
    }

    static LoginFailedException of(HttpFailure failure) {
        Undetermined doubt = Doubts.of(failure);
        return new LoginFailedException(doubt.cause(), (failure.trace().endpoint() + " " + doubt.said()).strip());
    }

    /** Of an answer that the door found not worth another attempt any more. */
    static LoginFailedException of(HttpAnswer answer) {
        return new LoginFailedException(
                answer.status() == TOO_MANY ? Cause.THROTTLED : Cause.SERVICE_FAULT,
                answer.trace().endpoint() + " HTTP " + answer.status());
    }

    Cause reason() {
        return cause;
    }
}
