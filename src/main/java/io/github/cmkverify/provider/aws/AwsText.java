package io.github.cmkverify.provider.aws;

/** Text that came from outside. */
final class AwsText {
    private static final int LONGEST = 500;

    private AwsText() {}

    /** No more of it than anybody needs. */
    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
