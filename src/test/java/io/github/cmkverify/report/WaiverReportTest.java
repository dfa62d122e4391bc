package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.waived;
import static io.github.cmkverify.policy.Samples.waiver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import io.github.cmkverify.policy.WaiverNotice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class WaiverReportTest {
    private static final Waiver WAIVER = waiver("payroll", "disabled", "2026-12-02");
    private static final Verdict WAIVED =
            judge(waived(HUAWEI, Map.of(), WAIVER), described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));

    @TempDir
    private Path folder;

    private static RunReport report(WaiverNotice... notices) {
        return new RunReport("0.1.0", "g:a:1", NOW, NOW, List.of(WAIVED), List.of(notices), Runs::remedies);
    }

    private JsonNode written(RunReport report) throws IOException {
        Path file = folder.resolve("verify-keys.json");
        JsonReport.write(file, report);
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void aWaivedFindingShowsItsReasonAndItsEnd() {
        List<String> lines = Runs.printed(report(), false);

        assertTrue(
                lines.get(0).startsWith("WARN  WARN") && lines.get(0).endsWith("  disabled (waived until 2026-12-02)"),
                lines.get(0));
        assertTrue(lines.get(1).endsWith("; waived until 2026-12-02: SEC-123, migration"), lines.get(1));
        assertTrue(lines.get(lines.size() - 1).contains("0 passed, 1 warned, 0 failed"), lines::toString);
    }

    @Test
    void aWaivedFindingCarriesItsWaiverInTheReport() throws IOException {
        JsonNode finding = written(report()).at("/keys/0/findings/0");

        assertEquals("warn", finding.get("severity").textValue());
        assertEquals(new ObjectMapper().readTree("""
                {"key":"payroll","finding":"disabled","until":"2026-12-02","reason":"SEC-123, migration","where":"pom.xml"}
                """), finding.get("waiver"));
    }

    @Test
    void buildServersShowTheReasonAndTheEndToo() throws IOException {
        Path summary = folder.resolve("summary.md");
        StepSummary.append(summary, report());

        assertTrue(JunitReport.suite(report()).contains("; waived until 2026-12-02: SEC-123, migration\n"));
        assertTrue(Files.readString(summary).contains("` `waived until 2026-12-02: SEC-123, migration` |"));
    }

    @Test
    void noticesAreWarningsBeforeTheSummaryAndStandInTheReport() throws IOException {
        RunReport report = report(
                new WaiverNotice(WAIVER, Kind.ENDS_SOON),
                new WaiverNotice(waiver("payroll", "mismatch:alias", "2026-11-22"), Kind.ENDS_SOON),
                new WaiverNotice(waiver("old", "expired", "2026-11-21"), Kind.ENDED),
                new WaiverNotice(waiver("typo", "disabled", "2027-01-01"), Kind.UNUSED));

        List<String> lines = Runs.printed(report, false);

        assertEquals(
                List.of(
                        "WARN  The waiver of disabled for payroll ends on 2026-12-02, in 10 days; after that day the finding fails; declared in pom.xml",
                        "WARN  The waiver of mismatch:alias for payroll ends today, 2026-11-22; after that day the finding fails; declared in pom.xml",
                        "WARN  The waiver of expired for old ended on 2026-11-21 and covers nothing any more: remove it; declared in pom.xml",
                        "WARN  The waiver of disabled for typo covers nothing: no key of this name or reference is declared here, or it has no such finding; declared in pom.xml"),
                lines.subList(lines.size() - 5, lines.size() - 1));
        assertEquals(
                List.of("waiver-ends-soon", "waiver-ends-soon", "waiver-ended", "waiver-unused"),
                written(report).get("notices").findValuesAsText("id"));
        assertEquals(
                "mismatch:alias",
                written(report).at("/notices/1/waiver/finding").textValue());
    }

    @Test
    void hostileTextInAWaiverIsMadeHarmless() throws IOException {
        Waiver hostile = new Waiver(
                "payroll",
                FindingId.DISABLED,
                null,
                LocalDate.parse("2026-12-02"),
                "::error::\u001b[31mred\u202e",
                "##vso[x]",
                true);
        Verdict verdict =
                judge(waived(HUAWEI, Map.of(), hostile), described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));
        RunReport report = new RunReport(
                "0.1.0",
                null,
                NOW,
                NOW,
                List.of(verdict),
                List.of(new WaiverNotice(hostile, Kind.ENDS_SOON)),
                Runs::remedies);

        String told = String.join("\n", Runs.printed(report, false)) + written(report);

        for (String part : List.of("::error", "##vso", "\u001b", "\u202e")) {
            assertTrue(!told.contains(part), told);
        }
    }
}
