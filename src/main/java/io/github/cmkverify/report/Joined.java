package io.github.cmkverify.report;

import io.github.cmkverify.policy.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reports of several modules of a build in one. Two modules may see our classes through two class loaders, and what
 * one tells must reach the other: each run is kept as the texts of its reports. A page for people alone is made anew of
 * runs as they are; those of another class loader are missing there, and named as missing.
 */
final class Joined {
    private final String toolVersion;
    private final String project;
    private final Set<String> expected;
    private final List<Map<String, Object>> parts;

    /**
     * @param project {@code group:artifact:version} of the root
     * @param expected titles of the runs that the whole reactor has to make
     * @param parts the runs so far, as {@link #part} made them
     */
    Joined(String toolVersion, String project, Set<String> expected, Collection<Map<String, Object>> parts) {
        this.toolVersion = toolVersion;
        this.project = project;
        this.expected = new TreeSet<>(expected);
        this.parts = List.copyOf(parts);
    }

    /** A run as JDK types, in these formats; its HTML part excepted. */
    static Map<String, Object> part(RunReport report, Set<ReportFormat> formats) throws IOException {
        Map<String, Object> part = new HashMap<>();
        part.put("title", report.title());
        part.put("startedAt", report.startedAt());
        part.put("finishedAt", report.finishedAt());
        for (Outcome outcome : Outcome.values()) {
            part.put(outcome.name(), report.count(outcome));
        }
        for (ReportFormat format : formats) {
            part.put(format.name(), part(report, format));
        }
        return part;
    }

    private static Object part(RunReport report, ReportFormat format) throws IOException {
        return switch (format) {
            case JSON -> JsonReport.text(report);
            case JUNIT -> JunitReport.suite(report);
            case SARIF -> SarifResults.of(report);
            case HTML -> report;
        };
    }

    /** Runs that have not told anything, or nothing of which this format knows; in the order of their names. */
    Set<String> outstanding(ReportFormat format) {
        Set<String> outstanding = new TreeSet<>(expected);
        for (Map<String, Object> part : parts) {
            if (format != ReportFormat.HTML || part.get(format.name()) instanceof RunReport) {
                outstanding.remove(part.get("title"));
            } else {
                outstanding.add(String.valueOf(part.get("title")));
            }
        }
        return outstanding;
    }

    /** Writes all of it in a format, and leaves the stream open. */
    void write(OutputStream out, ReportFormat format) throws IOException {
        switch (format) {
            case JSON -> JoinedJson.write(out, this);
            case JUNIT -> JunitReport.writeAll(out, texts(format));
            case SARIF -> SarifReport.write(out, toolVersion, "reactor", startedAt(), finishedAt(), results());
            case HTML -> HtmlReport.write(out, project, outstanding(format), runs());
        }
    }

    String toolVersion() {
        return toolVersion;
    }

    String project() {
        return project;
    }

    Set<String> expected() {
        return expected;
    }

    Instant startedAt() {
        return parts.stream()
                .map(part -> (Instant) value(part, "startedAt"))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    Instant finishedAt() {
        return parts.stream()
                .map(part -> (Instant) value(part, "finishedAt"))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    long count(Outcome outcome) {
        return parts.stream()
                .mapToLong(part -> (Long) value(part, outcome.name()))
                .sum();
    }

    /** What each part says in a format. */
    List<String> texts(ReportFormat format) {
        return parts.stream().map(part -> (String) value(part, format.name())).toList();
    }

    /** What each part says in JSON, in UTF-8. */
    List<byte[]> jsons() {
        return parts.stream()
                .map(part -> (byte[]) value(part, ReportFormat.JSON.name()))
                .toList();
    }

    /** The runs that this class loader made. */
    List<RunReport> runs() {
        List<RunReport> runs = new ArrayList<>();
        for (Map<String, Object> part : parts) {
            if (part.get(ReportFormat.HTML.name()) instanceof RunReport run) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** What several modules inherit is one declaration, and one result. */
    @SuppressWarnings("unchecked") // written by part
    private Collection<String> results() {
        return SarifResults.worst(parts.stream()
                .map(part -> (Map<String, String>) value(part, ReportFormat.SARIF.name()))
                .toList());
    }

    private static Object value(Map<String, Object> part, String name) {
        Object value = part.get(name);
        if (value == null) {
            throw new IllegalStateException("a part of the joined report lacks " + name);
        }
        return value;
    }
}
