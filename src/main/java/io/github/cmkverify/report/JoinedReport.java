package io.github.cmkverify.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * The one report that a reactor of several modules leaves at its root. There is no end of a build that a plugin hears
 * of, so it is written anew after every module, and says for which modules it speaks.
 */
public final class JoinedReport {
    /** Name of the joined reports; no execution's own are called so, because theirs have a dash where this has a dot. */
    public static final String NAME = "verify-keys.all";

    private static final String STOPS = "stops";

    private final Path folder;
    private final String project;
    private final Set<String> expected;
    private final Map<String, Map<String, Object>> parts;

    /**
     * @param folder where it lies
     * @param project {@code group:artifact:version} of the root
     * @param expected what the whole reactor has to verify: {@code g:a}, {@code g:a@gate}
     * @param parts the runs so far, which the modules of a build share; made of JDK types alone, but for what only its
     *     own class loader reads; guarded by the caller
     */
    public JoinedReport(
            Path folder, String project, Set<String> expected, SortedMap<String, Map<String, Object>> parts) {
        this.folder = folder;
        this.project = project;
        this.expected = Set.copyOf(expected);
        this.parts = parts;
    }

    /**
     * Adds a run and writes all runs so far.
     *
     * @param stops whether this run stops the build, and may be the last one
     * @return what was written, with its SHA-256, if nothing is outstanding or a run has stopped the build; otherwise
     *     nothing, because it will be written again
     * @throws IOException if it cannot be written
     */
    public Map<Path, String> add(RunReport report, Set<ReportFormat> formats, boolean stops) throws IOException {
        Map<String, Object> part = Joined.part(report, formats);
        part.put(STOPS, stops);
        parts.put(report.title(), part);
        boolean stopped = parts.values().stream().anyMatch(run -> Boolean.TRUE.equals(run.get(STOPS)));
        Map<Path, String> written = new LinkedHashMap<>();
        for (ReportFormat format : formats) {
            Joined joined = new Joined(report.toolVersion(), project, expected, partsIn(format));
            boolean last = stopped || joined.outstanding(format).isEmpty();
            // The page alone is made of all runs anew, so it waits for the last one.
            if (last || format != ReportFormat.HTML) {
                Path file = folder.resolve(NAME + format.suffix());
                ReportFile.Content content = out -> joined.write(out, format);
                if (last) {
                    written.put(file, ReportFile.write(file, content));
                } else {
                    ReportFile.draft(file, content);
                }
            }
        }
        return written;
    }

    private List<Map<String, Object>> partsIn(ReportFormat format) {
        return parts.values().stream()
                .filter(part -> part.containsKey(format.name()))
                .toList();
    }
}
