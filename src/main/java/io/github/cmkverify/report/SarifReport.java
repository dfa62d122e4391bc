package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The report in the format Sarif. */
final class SarifReport {
    private SarifReport() {}

    /** Writes a run, and leaves the stream open. */
    static void write(OutputStream out, RunReport report) throws IOException {
        out.write(("Sarif " + report.toolVersion()).getBytes(StandardCharsets.UTF_8));
    }
}
