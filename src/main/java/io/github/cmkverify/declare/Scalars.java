package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters that hold one value. Maven's own reading would take {@code yes} for false without a word.
 * A parameter that is not set ({@code null}) has its documented default.
 */
public final class Scalars {
    /** An hour: longer than any verification, short enough to show seconds that were meant as milliseconds. */
    private static final int MOST_SECONDS = 3600;

    private static final int MOST_EXPIRY_DAYS = 3650;

    /** A day: what was said before that says too little of today. */
    private static final int OLDEST_SECONDS = 86_400;

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

    /**
     * Words between commas, at least one.
     *
     * @param accepted all words that there are
     * @param fallback what holds where nothing is set
     */
    public static Set<String> words(String where, @Nullable String written, List<String> accepted, String fallback)
            throws InvalidInputException {
        Set<String> words = new LinkedHashSet<>();
        for (String part : (written == null ? fallback : written).split(",", -1)) {
            String word = part.strip();
            if (!accepted.contains(word)) {
                throw new InvalidInputException(where, word, Suggestion.words(word, accepted));
            }
            words.add(word);
        }
        return words;
    }

    /** Whole seconds, 1 to 3600. */
    static Duration seconds(String where, @Nullable String written, Duration fallback) throws InvalidInputException {
        return written == null
                ? fallback
                : Duration.ofSeconds(number(where, written, 1, MOST_SECONDS, "whole seconds"));
    }

    /** Whole seconds, 0 to 86400; none where nothing is written. */
    static Duration maxAge(String where, @Nullable String written) throws InvalidInputException {
        return written == null
                ? Duration.ZERO
                : Duration.ofSeconds(number(where, written, 0, OLDEST_SECONDS, "whole seconds"));
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
