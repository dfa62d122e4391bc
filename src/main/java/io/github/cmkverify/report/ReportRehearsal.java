package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * A report that nobody reads, about a key that does not exist. It makes the JVM load what the report of a run needs while
 * the answers are on their way.
 */
public final class ReportRehearsal {
    private ReportRehearsal() {}

    /** Judges, prints and writes into nothing; nothing depends on what comes of it. */
    public static void run() {
        KeyReference nothing = new KeyReference("none", "none");
        KeyFacts facts = KeyFacts.of(KeyState.ENABLED, "").spec("none").build();
        Verdict verdict = Judge.judge(
                new DeclaredKey(nothing, null, Expectations.NONE, Rules.USUAL, ""),
                List.of(new Asked(nothing, new KeyAnswer.Described(facts), List.of())),
                Instant.EPOCH);
        RunReport report = new RunReport(
                "", null, Instant.EPOCH, Instant.EPOCH, List.of(verdict), List.of(), provider -> Remedies.NONE);
        ConsoleReport.print(report, false, new Silence());
        try {
            JsonReport.generate(OutputStream.nullOutputStream(), report);
        } catch (IOException e) {
            throw new IllegalStateException("nothing cannot be full", e);
        }
    }

    private static final class Silence implements Lines {
        @Override
        public void info(String line) {
            // nobody listens
        }

        @Override
        public void warn(String line) {
            // nobody listens
        }

        @Override
        public void error(String line) {
            // nobody listens
        }
    }
}
