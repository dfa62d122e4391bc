package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;

/** There is nothing more to ask: the key is missing, or nobody can tell. */
final class AnsweredException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KeyAnswer answer;

    AnsweredException(KeyAnswer answer) {
        super("nothing more to ask");
        this.answer = answer;
    }

    AnsweredException(Cause cause, String said) {
        this(new KeyAnswer.Undetermined(cause, null, said));
    }

    /** What there is to say. */
    KeyAnswer answer() {
        return answer;
    }
}
