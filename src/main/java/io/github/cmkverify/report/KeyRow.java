package io.github.cmkverify.report;

import io.github.cmkverify.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A key on the page.
 *
 * @param number counted over all runs of the page
 * @param run the run that verified it
 */
record KeyRow(int number, RunReport run, Verdict verdict) {
    /** The keys of all runs, in the order of their declarations. */
    static List<KeyRow> of(List<RunReport> runs) {
        List<KeyRow> rows = new ArrayList<>();
        for (RunReport run : runs) {
            for (Verdict verdict : run.verdicts()) {
                rows.add(new KeyRow(rows.size() + 1, run, verdict));
            }
        }
        return rows;
    }

    /** The name of its place on the page. */
    String anchor() {
        return "key-" + number;
    }
}
