package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        for (String line : ReuseText.lines(report, verbose)) {
            lines.info(line);
        }
        List<Verdict> sorted = sorted();
        long passed = report.count(Outcome.PASS);
        long folded = verbose || passed <= SHOWN_PASSES ? 0 : passed - SHOWN_PASSES;
        List<Verdict> passes = sorted.subList(0, (int) (passed - folded));
        List<Verdict> others = sorted.subList((int) passed, sorted.size());
        int width = Math.max(width(passes), width(others));
        for (Verdict verdict : passes) {
            lines.info(line(verdict, width));
        }
        if (folded > 0) {
            lines.info("… and " + folded + " more passed; -Dcmk.verbose shows them");
        }
        for (Verdict verdict : others) {
            detailed(verdict, width);
        }
        for (WaiverNotice notice : report.notices()) {
            lines.warn(WaiverText.of(notice, report.finishedAt()));
        }
        lines.info(summary());
    }

    /** The best first, and those of one outcome in the order of the declarations. */
    private List<Verdict> sorted() {
        List<Verdict> sorted = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            for (Verdict verdict : report.verdicts()) {
                if (verdict.outcome() == outcome) {
                    sorted.add(verdict);
                }
            }
        }
        return sorted;
    }

    private void overriddenEndpoints() {
        Set<String> overridden = new TreeSet<>();
        for (Verdict verdict : report.verdicts()) {
            for (Asked link : verdict.chain()) {
                addOverridden(link, overridden);
            }
        }
        String endpoints = String.join(", ", overridden);
        if (!endpoints.isEmpty()) {
            lines.warn("Not a host of the provider itself, but asked in its place: " + endpoints);
        }
    }

    private static void addOverridden(Asked link, Set<String> endpoints) {
        for (Evidence evidence : link.evidence()) {
            if (evidence.endpointOverridden()) {
                endpoints.add(SafeText.cut(evidence.endpoint()));
            }
        }
    }

    private static int width(List<Verdict> verdicts) {
        int widest = 0;
        for (Verdict verdict : verdicts) {
            widest = Math.max(widest, Brief.title(verdict).length());
        }
        return Math.min(widest, WIDEST_TITLE);
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
        return "Verified " + Days.counted(report.verdicts().size(), "key")
                + " at " + Days.counted(report.providers(), "provider")
                + " in " + seconds() + " s: "
                + report.count(Outcome.PASS) + " passed, "
                + report.count(Outcome.WARN) + " warned, "
                + report.count(Outcome.FAIL) + " failed, "
                + report.count(Outcome.UNDETERMINED) + " undetermined";
    }

    /** How long it took, to a tenth: {@code 0.8}. */
    private String seconds() {
        long millis = Duration.between(report.startedAt(), report.finishedAt()).toMillis();
        return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP).toString();
    }
}
