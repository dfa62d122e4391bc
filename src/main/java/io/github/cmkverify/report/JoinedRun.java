package io.github.cmkverify.report;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The runs of several modules as one run, for a page: each key is named with its module. */
final class JoinedRun {
    private JoinedRun() {}

    static RunReport of(Joined joined) {
        List<RunReport> runs = joined.runs();
        List<Verdict> verdicts = new ArrayList<>();
        Set<WaiverNotice> notices = new LinkedHashSet<>();
        for (RunReport run : runs) {
            run.verdicts().forEach(verdict -> verdicts.add(inModule(verdict, run.title())));
            notices.addAll(run.notices());
        }
        RunReport last = runs.get(runs.size() - 1);
        Set<String> outstanding = joined.outstanding(ReportFormat.HTML);
        return new RunReport(
                joined.toolVersion(),
                joined.project() + ", all modules"
                        + (outstanding.isEmpty() ? "" : " but " + String.join(", ", outstanding)),
                joined.startedAt(),
                joined.finishedAt(),
                verdicts,
                List.copyOf(notices),
                last.remedies(),
                Origin.UNKNOWN);
    }

    private static Verdict inModule(Verdict verdict, String module) {
        DeclaredKey key = verdict.key();
        String name = key.name() == null ? module : module + ": " + key.name();
        return new Verdict(
                new DeclaredKey(
                        key.reference(),
                        name,
                        key.expectations(),
                        key.rules(),
                        module + " " + key.where(),
                        key.source()),
                verdict.outcome(),
                verdict.facts(),
                verdict.findings(),
                verdict.chain());
    }
}
