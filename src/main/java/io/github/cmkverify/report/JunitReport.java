package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The report in the format Junit. */
final class JunitReport {
    private JunitReport() {}

    /** Writes a run, and leaves the stream open. */
    static void write(OutputStream out, RunReport report) throws IOException {
        out.write(("Junit " + report.toolVersion()).getBytes(StandardCharsets.UTF_8));
    }
}
