package io.github.cmkverify.provider.gcp;

/** Text that came from outside. */
final class GcpText {
    private static final int LONGEST = 500;

    private GcpText() {}

    /** No more of it than anybody needs. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
