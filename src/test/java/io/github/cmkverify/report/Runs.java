package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.policy.Samples;
import io.github.cmkverify.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Runs that the tests of the reports share, and a log that remembers. */
final class Runs {
    private Runs() {}

    /** Remedies that look like AWS's for every provider. */
    static Remedies remedies(String provider) {
        return new Remedies() {
            @Override
            public List<String> commands(FindingId finding, Asked asked) {
                return switch (finding) {
                    case DISABLED -> List.of(provider + " enable-key");
                    case SCHEDULED_FOR_DELETION -> List.of(provider + " cancel-key-deletion", provider + " enable-key");
                    case UNDETERMINED, MISMATCH ->
                        provider.equals("databricks")
                                ? List.of("databricks get " + asked.reference().text())
                                : List.of();
                    default -> List.of();
                };
            }

            @Override
            public String rightNeeded() {
                return provider + ":DescribeKey";
            }
        };
    }

    static RunReport of(List<Verdict> verdicts) {
        return new RunReport(
                "0.1.0", "g:a:1", Samples.NOW.minusMillis(840), Samples.NOW, verdicts, List.of(), Runs::remedies);
    }

    static RunReport of(Verdict... verdicts) {
        return of(List.of(verdicts));
    }

    /** The lines of a run, each with its level in front. */
    static List<String> printed(RunReport report, boolean verbose) {
        List<String> all = new ArrayList<>();
        ConsoleReport.print(report, verbose, new Lines() {
            @Override
            public void info(String line) {
                all.add("INFO  " + line);
            }

            @Override
            public void warn(String line) {
                all.add("WARN  " + line);
            }

            @Override
            public void error(String line) {
                all.add("ERROR " + line);
            }
        });
        return all;
    }
}
