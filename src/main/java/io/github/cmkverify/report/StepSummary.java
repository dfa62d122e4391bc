package io.github.cmkverify.report;

import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The summary of a run for the page of a GitHub Actions step, in Markdown. All text that others wrote stands in code
 * spans, in which Markdown knows no links, images, HTML or mentions.
 */
public final class StepSummary {
    /** What the file may hold: GitHub refuses more than 1 MiB a step, with all that other programs wrote to it. */
    static final long MOST_BYTES = 1 << 20;

    private static final int MOST_ROWS = 200;

    private StepSummary() {}

    /**
     * Appends a run to a file; a shorter one where there is no room for all of it.
     *
     * @throws IOException if it cannot be written
     */
    public static void append(Path file, RunReport report) throws IOException {
        long room = MOST_BYTES - (Files.exists(file) ? Files.size(file) : 0);
        for (int rows : List.of(MOST_ROWS, MOST_ROWS / 10, 0)) {
            byte[] text = markdown(report, rows).getBytes(StandardCharsets.UTF_8);
            if (text.length <= room) {
                Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return;
            }
        }
    }

    private static String markdown(RunReport report, int most) {
        StringBuilder text = new StringBuilder("\n#### Customer-managed keys of ")
                .append(code(report.title()))
                .append("\n\n")
                .append(counts(report))
                .append('\n');
        List<Verdict> told = report.verdicts().stream()
                .filter(verdict -> verdict.outcome() != Outcome.PASS)
                .sorted(Comparator.comparing(Verdict::outcome).reversed())
                .toList();
        if (!told.isEmpty() && most > 0) {
            text.append("\n| | key | finding | what was seen | what to do |\n|---|---|---|---|---|\n");
            Sentences sentences = report.sentences();
            for (Verdict verdict : told.subList(0, Math.min(most, told.size()))) {
                verdict.findings().forEach(finding -> row(text, verdict, finding, sentences));
            }
        }
        if (told.size() > most) {
            text.append("\n… and ").append(told.size() - most).append(" more, in the report.\n");
        }
        return text.toString();
    }

    private static String counts(RunReport report) {
        return Days.counted(report.verdicts().size(), "key") + ": " + report.count(Outcome.PASS) + " passed, "
                + report.count(Outcome.WARN) + " warned, " + report.count(Outcome.FAIL) + " failed, "
                + report.count(Outcome.UNDETERMINED) + " undetermined";
    }

    private static void row(StringBuilder text, Verdict verdict, Finding finding, Sentences sentences) {
        Told told = sentences.tell(verdict, finding);
        text.append("| ")
                .append(verdict.outcome())
                .append(" | ")
                .append(code(Brief.title(verdict)))
                .append(" | ")
                .append(finding.id().id())
                .append(" | ")
                .append(code(told.message()))
                .append(finding.waiver() == null ? "" : " " + code(WaiverText.of(finding.waiver())))
                .append(" | ")
                .append(code(told.remedy()))
                .append(" |\n");
    }

    /** A code span that nothing in it can end, nor the cell of a table that it stands in. */
    private static String code(String text) {
        String shown = SafeText.cut(text).replace('`', '\'').replace('|', '¦').replace('\\', '/');
        return shown.isEmpty() ? "–" : "`" + shown + "`";
    }
}
