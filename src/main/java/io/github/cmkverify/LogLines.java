package io.github.cmkverify;

import io.github.cmkverify.report.Lines;
import org.apache.maven.plugin.logging.Log;

/** The log of the build. */
record LogLines(Log log) implements Lines {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void error(String line) {
        log.error(line);
    }
}
