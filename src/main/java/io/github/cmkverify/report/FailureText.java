package io.github.cmkverify.report;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the exception that stops a build. Of several lines, each one safe to print. */
public final class FailureText {
    private FailureText() {}

    /** Every failed and undetermined key of a run, each with its findings in a few words. */
    public static String of(RunReport report) {
        long failed = report.count(Outcome.FAIL);
        long undetermined = report.count(Outcome.UNDETERMINED);
        return head(report.verdicts().size(), failed, undetermined)
                + listed(report.verdicts(), Outcome.FAIL)
                + listed(report.verdicts(), Outcome.UNDETERMINED)
                + "\nWhat was seen and what to do is told above, key by key, and in the report.";
    }

    private static String head(int keys, long failed, long undetermined) {
        String of = " of " + Days.counted(keys, "key") + " ";
        if (failed == 0) {
            return undetermined + of + "could not be verified:";
        }
        return failed + of + "failed" + (undetermined == 0 ? ":" : ", " + undetermined + " could not be verified:");
    }

    private static String listed(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .map(verdict -> "\n  " + outcome + "  " + Brief.title(verdict) + ": " + Brief.of(verdict)
                        + (verdict.stops() ? "" : " (a warning)"))
                .collect(Collectors.joining());
    }

    /** A mistake in what a person wrote. */
    public static String of(InvalidInputException mistake) {
        String accepted = SafeText.line(mistake.accepted());
        String written = SafeText.cut(mistake.written());
        return SafeText.line(mistake.where()) + ": "
                + (written.isEmpty() ? "nothing is given" : "'" + written + "' is not accepted")
                + (accepted.isEmpty() ? "." : ". Accepted: " + accepted);
    }

    /** Several mistakes, one a line. */
    public static String of(List<InvalidInputException> mistakes) {
        if (mistakes.size() == 1) {
            return of(mistakes.get(0));
        }
        return Days.counted(mistakes.size(), "mistake") + " in the configuration; nothing was asked:"
                + mistakes.stream().map(mistake -> "\n  " + of(mistake)).collect(Collectors.joining());
    }
}
