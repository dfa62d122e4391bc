package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import org.jspecify.annotations.Nullable;

/** Nobody can tell, and asking further is of no use. */
final class DoubtException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KeyAnswer.Undetermined doubt;
    private final boolean lasting;

    /** A doubt that the next question may be free of. */
    DoubtException(KeyAnswer.Undetermined doubt) {
        this(doubt, false);
    }

    /** A doubt; {@code lasting} if it holds for the rest of the build. */
    DoubtException(KeyAnswer.Undetermined doubt, boolean lasting) {
        super(doubt.cause() + ": " + doubt.said());
        this.doubt = doubt;
        this.lasting = lasting;
    }

    DoubtException(Cause cause, @Nullable String code, String said) {
        this(new KeyAnswer.Undetermined(cause, code, said));
    }

    KeyAnswer.Undetermined doubt() {
        return doubt;
    }

    boolean lasting() {
        return lasting;
    }
}
