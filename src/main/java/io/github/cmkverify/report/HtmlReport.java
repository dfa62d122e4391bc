package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The report in the format Html. */
final class HtmlReport {
    private HtmlReport() {}

    /** Writes a run, and leaves the stream open. */
    static void write(OutputStream out, RunReport report) throws IOException {
        out.write(("Html " + report.toolVersion()).getBytes(StandardCharsets.UTF_8));
    }
}
