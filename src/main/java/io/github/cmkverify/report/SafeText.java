package io.github.cmkverify.report;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that others wrote, made fit to be printed: one line, no control or invisible characters, and nothing that a CI
 * service takes for a command to itself ({@code ::error::}, {@code ##vso[…]}, {@code ##[…]}).
 */
public final class SafeText {
    /** How much of a foreign text is shown, in characters. */
    static final int LIMIT = 300;

    /** Also of identities, of which no more is shown than their beginning. */
    private static final char ELLIPSIS = '…';

    private SafeText() {}

    /** The whole text on one line. */
    public static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isPlain(text)) {
            return text;
        }
        return Cleaner.clean(text);
    }

    /** Whether nothing of what is taken out can be in it; true of nearly every text, and much cheaper to find out. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = (c >= ' ' && c <= '~') || c == ELLIPSIS;
            if (!usual || (c == before && (c == ' ' || c == ':' || c == '#'))) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** At most {@link #LIMIT} characters of the text on one line. */
    public static String cut(@Nullable String text) {
        return cut(text, LIMIT);
    }

    /** At most {@code limit} characters of the text on one line, the last one an ellipsis where there was more. */
    static String cut(@Nullable String text, int limit) {
        String whole = line(text);
        if (whole.length() <= limit) {
            return whole;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        return whole.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** The text as it is, or {@code null} where there is nothing to show. */
    static @Nullable String orNull(@Nullable String text) {
        String shown = cut(text);
        return shown.isEmpty() ? null : shown;
    }

    /** A class of its own, because nearly no run needs these patterns, and it takes long to compile them. */
    private static final class Cleaner {
        private static final Pattern TERMINAL_SEQUENCE = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");
        private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
        // Direction marks, zero-width characters, halves of surrogate pairs, what has no meaning yet or a private one.
        private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");
        // Two colons before a digit stay: the ARN of a user, an IPv6 address. No command begins with one.
        private static final Pattern COMMAND = Pattern.compile(":(?=:(?!\\d))|#(?=#)");

        static String clean(String text) {
            String shown = TERMINAL_SEQUENCE.matcher(text).replaceAll("");
            shown = INVISIBLE.matcher(shown).replaceAll("");
            shown = SPACE.matcher(shown).replaceAll(" ").strip();
            return COMMAND.matcher(shown).replaceAll("$0 ");
        }
    }
}
