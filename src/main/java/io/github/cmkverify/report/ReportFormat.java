package io.github.cmkverify.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
        return Arrays.stream(values()).map(ReportFormat::id).toList();
    }

    /** The format with this id, if there is one. */
    public static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /** How a run is told in this format. */
    Document document() {
        return switch (this) {
            case JSON -> JsonReport::generate;
            case JUNIT -> JunitReport::write;
            case SARIF -> SarifReport::write;
            case HTML -> HtmlReport::write;
        };
    }

    /**
     * Writes a run, and the folders that lead to it.
     *
     * @return the SHA-256 of the file, in hexadecimal digits
     * @throws IOException if it cannot be written; then there is no new report, nor a piece of one
     */
    public String write(Path file, RunReport report) throws IOException {
        return ReportFile.write(file, document(), report);
    }
}
