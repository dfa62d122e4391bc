package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.KeyAnswer;

/** The key could not be asked about. */
final class DoubtException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KeyAnswer.Undetermined doubt;

    DoubtException(KeyAnswer.Undetermined doubt) {
        super(doubt.cause() + ": " + doubt.said());
        this.doubt = doubt;
    }

    /** What the question comes to. */
    KeyAnswer.Undetermined doubt() {
        return doubt;
    }
}
