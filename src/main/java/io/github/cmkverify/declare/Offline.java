package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What becomes of a verification when Maven is offline. */
public enum Offline {
    /** The build stops: nobody was asked. */
    FAIL,
    /** The build goes on, with a warning that nothing was verified. */
    SKIP;

    /** {@code fail} or {@code skip}, nothing else; {@code fail} where nothing is written. */
    public static Offline read(@Nullable String written) throws InvalidInputException {
        if (written == null) {
            return FAIL;
        }
        return switch (written.strip()) {
            case "fail" -> FAIL;
            case "skip" -> SKIP;
            default -> throw new InvalidInputException("<offline> (cmk.offline)", written, "fail or skip");
        };
    }
}
