package io.github.cmkverify.report;

import io.github.cmkverify.key.Severity;
import io.github.cmkverify.policy.Verdict;
import java.util.List;

/** How a run ends. */
public enum Exit {
    /** Nothing stops the build. */
    OK,
    /** No key failed, and some could not be verified: Maven's error, the gate cannot say. */
    ERROR,
    /** A key failed: Maven's failure, the gate says no. */
    FAILURE;

    /** The end that these verdicts lead to. */
    public static Exit of(List<Verdict> verdicts) {
        Exit worst = OK;
        for (Verdict verdict : verdicts) {
            for (var finding : verdict.findings()) {
                Exit exit = of(finding.severity());
                worst = exit.compareTo(worst) > 0 ? exit : worst;
            }
        }
        return worst;
    }

    private static Exit of(Severity severity) {
        return switch (severity) {
            case FAIL -> FAILURE;
            case ERROR -> ERROR;
            case WARN, IGNORE -> OK;
        };
    }
}
