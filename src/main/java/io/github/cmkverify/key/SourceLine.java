package io.github.cmkverify.key;

/**
 * Where a key is declared.
 *
 * @param file absolute path of the POM, or of the file with references
 * @param line counted from 1; 0 where it is not known
 */
public record SourceLine(String file, int line) {
    /** The line where it is not known. */
    public static final int UNKNOWN = 0;
}
