package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters that hold one value. Maven's own reading would take {@code yes} for false without a word.
 * A parameter that is not set ({@code null}) has its documented default.
 */
public final class Scalars {
    /** An hour: longer than any verification, short enough to show seconds that were meant as milliseconds. */
    private static final int MOST_SECONDS = 3600;

    private static final int MOST_EXPIRY_DAYS = 3650;

    private Scalars() {}

    /** {@code true} or {@code false}, nothing else. */
    public static boolean bool(String where, @Nullable String written, boolean fallback) throws InvalidInputException {
        if (written == null) {
            return fallback;
        }
        return switch (written.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInputException(where, written, "true or false");
        };
    }

    /** Whole seconds, 1 to 3600. */
    static Duration seconds(String where, @Nullable String written, Duration fallback) throws InvalidInputException {
        return written == null
                ? fallback
                : Duration.ofSeconds(number(where, written, 1, MOST_SECONDS, "whole seconds"));
    }

    /** Whole days, 0 to 3650. */
    static Duration expiryDays(String where, @Nullable String written) throws InvalidInputException {
        return written == null
                ? Rules.USUAL_WINDOW
                : Duration.ofDays(number(where, written, 0, MOST_EXPIRY_DAYS, "whole days"));
    }

    private static int number(String where, String written, int least, int most, String unit)
            throws InvalidInputException {
        String digits = written.strip();
        if (digits.matches("[0-9]{1,5}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new InvalidInputException(where, written, unit + ", " + least + " to " + most);
    }
}
