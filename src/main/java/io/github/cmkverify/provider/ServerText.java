package io.github.cmkverify.provider;

/** Text that a server sent. */
public final class ServerText {
    private static final int LONGEST = 500;

    private ServerText() {}

    /** No more of it than anybody needs: at most 500 characters, none of them halved. */
    public static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }
}
