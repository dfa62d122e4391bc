package io.github.cmkverify.declare;

import java.util.Collection;
import java.util.Locale;

/** What is accepted, with the word that was probably meant behind it. */
final class Suggestion {
    /** More mistyped letters than this make another word. */
    private static final int MOST_TYPOS = 2;

    private Suggestion() {}

    /** {@code <a>, <b>}, and a guess behind them if one of them is close to what was written. */
    static String elements(String written, Collection<String> accepted) {
        return list(accepted, "<", ">") + guess(written, accepted, "<", ">");
    }

    /** {@code a, b}, and a guess behind them if one of them is close to what was written. */
    static String words(String written, Collection<String> accepted) {
        return list(accepted, "", "") + guess(written, accepted, "", "");
    }

    private static String list(Collection<String> accepted, String before, String after) {
        return accepted.isEmpty() ? "none" : before + String.join(after + ", " + before, accepted) + after;
    }

    private static String guess(String written, Collection<String> accepted, String before, String after) {
        String small = written.toLowerCase(Locale.ROOT);
        String closest = "";
        int fewest = MOST_TYPOS + 1;
        for (String word : accepted) {
            int typos = distance(small, word.toLowerCase(Locale.ROOT));
            if (typos < fewest && typos <= word.length() / 2) {
                closest = word;
                fewest = typos;
            }
        }
        return closest.isEmpty() ? "" : "; did you mean " + before + closest + after + "?";
    }

    /** Letters to insert, drop or change to make one word of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
