package io.github.cmkverify.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of the report; a run may be told in several. */
public enum ReportFormat {
    /** For programs, and to be kept as evidence. */
    JSON(".json"),
    /** For build servers: a test case a key. */
    JUNIT(".junit.xml"),
    /** For code hosts: a result a finding, at the line of the POM that declares the key. */
    SARIF(".sarif"),
    /** For people: one page. */
    HTML(".html");

    private final String suffix;

    ReportFormat(String suffix) {
        this.suffix = suffix;
    }

    /** The format as people write it: {@code junit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the names of its files end with: {@code .junit.xml}. */
    public String suffix() {
        return suffix;
    }

    /** The ids of all formats. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (ReportFormat format : values()) {
            ids.add(format.id());
        }
        return List.copyOf(ids);
    }

    /** The format with this id, if there is one. */
    public static Optional<ReportFormat> of(String id) {
        for (ReportFormat format : values()) {
            if (format.id().equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Tells a run in this format, and leaves the stream open. */
    void write(OutputStream out, RunReport report) throws IOException {
        switch (this) {
            case JSON -> JsonReport.generate(out, report);
            case JUNIT -> JunitReport.write(out, report);
            case SARIF -> SarifReport.write(out, report);
            case HTML -> HtmlReport.write(out, report);
        }
    }

    /**
     * Writes a run, and the folders that lead to it.
     *
     * @return the SHA-256 of the file, in hexadecimal digits
     * @throws IOException if it cannot be written; then there is no new report, nor a piece of one
     */
    public String write(Path file, RunReport report) throws IOException {
        return ReportFile.write(file, out -> write(out, report));
    }
}
