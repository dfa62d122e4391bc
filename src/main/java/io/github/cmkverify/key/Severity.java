package io.github.cmkverify.key;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Stops the build: the key is not usable. */
    FAIL,
    /** Stops the build: nobody could tell whether the key is usable. */
    ERROR,
    /** Is told, and does not stop the build. */
    WARN,
    /** Is not told. */
    IGNORE;

    /** The word as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
