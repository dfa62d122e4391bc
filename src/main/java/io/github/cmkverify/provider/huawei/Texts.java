package io.github.cmkverify.provider.huawei;

/** Text that came from a server: never trusted, never kept at full length. */
final class Texts {
    private static final int LIMIT = 500;

    private Texts() {}

    /** At most 500 characters of it. */
    static String limited(String text) {
        return text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
    }
}
