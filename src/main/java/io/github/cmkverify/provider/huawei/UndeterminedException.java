package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.KeyAnswer;

/** The key could not be asked about, because something that had to be found out before could not. */
final class UndeterminedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KeyAnswer.Undetermined answer;

    UndeterminedException(KeyAnswer.Undetermined answer) {
        super(answer.said());
        this.answer = answer;
    }

    /** What the question comes to. */
    KeyAnswer.Undetermined answer() {
        return answer;
    }
}
