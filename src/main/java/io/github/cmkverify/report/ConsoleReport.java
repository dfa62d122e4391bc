package io.github.cmkverify.report;

import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The run as people read it in the log: a line a key, worst last, then a summary. */
public final class ConsoleReport {
    /** Longer runs of passed keys are folded. */
    private static final int SHOWN_PASSES = 20;
    /** A longer title does not move the others' column. */
    private static final int WIDEST_TITLE = 100;

    private static final int OUTCOME_WIDTH = Outcome.UNDETERMINED.name().length();

    private final RunReport report;
    private final Sentences sentences;
    private final boolean verbose;
    private final Lines lines;
    private final Map<String, String> toldOf = new HashMap<>();
    private final Set<FindingId> explained = EnumSet.noneOf(FindingId.class);

    private ConsoleReport(RunReport report, boolean verbose, Lines lines) {
        this.report = report;
        this.sentences = report.sentences();
        this.verbose = verbose;
        this.lines = lines;
    }

    /**
     * Prints a run.
     *
     * @param verbose whether every passed key gets its line, however many there are
     */
    public static void print(RunReport report, boolean verbose, Lines lines) {
        new ConsoleReport(report, verbose, lines).print();
    }

    private void print() {
        overriddenEndpoints();
        ReuseText.lines(report, verbose).forEach(lines::info);
        List<Verdict> sorted = report.verdicts().stream()
                .sorted(Comparator.comparing(Verdict::outcome))
                .toList();
        long passed = report.count(Outcome.PASS);
        long folded = verbose || passed <= SHOWN_PASSES ? 0 : passed - SHOWN_PASSES;
        List<Verdict> passes = sorted.subList(0, (int) (passed - folded));
        List<Verdict> others = sorted.subList((int) passed, sorted.size());
        int width = Math.max(width(passes), width(others));
        passes.forEach(verdict -> lines.info(line(verdict, width)));
        if (folded > 0) {
            lines.info("… and " + folded + " more passed; -Dcmk.verbose shows them");
        }
        others.forEach(verdict -> detailed(verdict, width));
        report.notices().forEach(notice -> lines.warn(WaiverText.of(notice, report.finishedAt())));
        lines.info(summary());
    }

    private void overriddenEndpoints() {
        String endpoints = report.verdicts().stream()
                .flatMap(verdict -> verdict.chain().stream())
                .flatMap(link -> link.evidence().stream())
                .filter(Evidence::endpointOverridden)
                .map(evidence -> SafeText.cut(evidence.endpoint()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
        if (!endpoints.isEmpty()) {
            lines.warn("Not a host of the provider itself, but asked in its place: " + endpoints);
        }
    }

    private static int width(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToInt(verdict -> Math.min(Brief.title(verdict).length(), WIDEST_TITLE))
                .max()
                .orElse(0);
    }

    private static String line(Verdict verdict, int width) {
        return padded(verdict.outcome().name(), OUTCOME_WIDTH) + "  " + padded(Brief.title(verdict), width) + "  "
                + Brief.of(verdict);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void detailed(Verdict verdict, int width) {
        emit(verdict.stops(), line(verdict, width));
        for (Finding finding : verdict.findings()) {
            Told told = sentences.tell(verdict, finding);
            String tag = "    [cmk:" + finding.id().id() + "] ";
            String first = finding.id() == FindingId.UNDETERMINED
                    ? toldOf.putIfAbsent(told.what() + "\n" + told.cure(), Brief.title(verdict))
                    : null;
            if (first == null) {
                emit(verdict.stops(), tag + told.message() + WaiverText.of(finding));
                emit(verdict.stops(), "      → " + told.remedy());
                if (explained.add(finding.id())) {
                    emit(verdict.stops(), "        " + Help.page(finding.id()));
                }
            } else {
                String brief = Doubt.in(verdict.linkOf(finding)).brief();
                emit(verdict.stops(), tag + told.inShort(brief + ", as for " + first));
            }
        }
    }

    private void emit(boolean stops, String line) {
        if (stops) {
            lines.error(line);
        } else {
            lines.warn(line);
        }
    }

    private String summary() {
        double seconds =
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "Verified %s at %s in %.1f s: %d passed, %d warned, %d failed, %d undetermined",
                Days.counted(report.verdicts().size(), "key"),
                Days.counted(report.providers(), "provider"),
                seconds,
                report.count(Outcome.PASS),
                report.count(Outcome.WARN),
                report.count(Outcome.FAIL),
                report.count(Outcome.UNDETERMINED));
    }
}
