package io.github.cmkverify.report;

/** Where lines for people go, one call a line: the log of the build. */
public interface Lines {
    /** What is well. */
    void info(String line);

    /** What should be known, and stops nothing. */
    void warn(String line);

    /** What stops the build. */
    void error(String line);
}
