package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;

/** One format of the report. */
@FunctionalInterface
interface Document {
    /** Writes a run, and leaves the stream open. */
    void write(OutputStream out, RunReport report) throws IOException;
}
