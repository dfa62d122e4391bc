package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.SourceLine;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final Path ROOT = Path.of("/work tree/repo");

    private static JsonNode run(Verdict... verdicts) throws Exception {
        RunReport report = new RunReport(
                "0.1.0",
                "g:a:1",
                NOW,
                NOW,
                List.of(verdicts),
                List.of(),
                Runs::remedies,
                new Origin("gate", ROOT, ROOT.resolve("a/pom.xml")));
        String sarif = ReportFormatTest.text(ReportFormat.SARIF, report);
        Schemas.assertValid(Schemas.SARIF, sarif);
        return new ObjectMapper().readTree(sarif).at("/runs/0");
    }

    private static Verdict disabled(@Nullable SourceLine source) {
        return judge(key(HUAWEI).at(source), described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));
    }

    private static String place(Verdict verdict) throws Exception {
        JsonNode place = run(verdict).at("/results/0/locations/0/physicalLocation");
        return place.at("/artifactLocation/uri").asText() + place.at("/region");
    }

    @Test
    void aFindingIsAResultAtTheLineOfItsDeclaration() throws Exception {
        assertEquals(
                "b%20c/pom.xml{\"startLine\":7}",
                place(disabled(new SourceLine(ROOT.resolve("b c/pom.xml").toString(), 7))));
        assertEquals(
                "pom.xml", place(disabled(new SourceLine(ROOT.resolve("pom.xml").toString(), SourceLine.UNKNOWN))));
    }

    @Test
    void aDeclarationOutsideOfTheCheckoutIsShownAtThePomOfTheModule() throws Exception {
        assertEquals("a/pom.xml", place(disabled(null)));
        assertEquals("a/pom.xml", place(disabled(new SourceLine("/elsewhere/pom.xml", 7))));
    }

    @Test
    void aKeyThatPassedIsNoResultAndEveryFindingIsARule() throws Exception {
        JsonNode run = run(judge(described(HUAWEI, enabled())));

        assertEquals(0, run.get("results").size());
        assertEquals(FindingId.values().length, run.at("/tool/driver/rules").size());
        run.at("/tool/driver/rules")
                .forEach(rule -> assertTrue(rule.get("helpUri")
                        .asText()
                        .endsWith("/" + rule.get("id").asText() + ".html")));
        assertEquals(
                "cmk-verify-keys/g:a@gate/", run.at("/automationDetails/id").asText());
    }

    @Test
    void theLevelFollowsTheSeverity() throws Exception {
        JsonNode results = run(
                        disabled(null),
                        judge(described(AWS, enabled().expiresAt(SOON).origin("EXTERNAL"))))
                .get("results");

        assertEquals(
                List.of("disabled error", "expiring warning"),
                results.findValues("ruleId").size() == 2
                        ? List.of(level(results.get(0)), level(results.get(1)))
                        : List.of(results.toString()));
    }

    private static String level(JsonNode result) {
        return result.get("ruleId").asText() + " " + result.get("level").asText();
    }

    private static String fingerprint(SourceLine source) throws Exception {
        return run(disabled(source)).at("/results/0/partialFingerprints").toString();
    }

    @Test
    void theFingerprintOutlivesAMoveInTheFileAndNotAnotherFile() throws Exception {
        String file = ROOT.resolve("pom.xml").toString();
        String other = ROOT.resolve("b/pom.xml").toString();

        assertEquals(fingerprint(new SourceLine(file, 1)), fingerprint(new SourceLine(file, 99)));
        assertEquals(false, fingerprint(new SourceLine(file, 1)).equals(fingerprint(new SourceLine(other, 1))));
    }

    @Test
    void aWaivedFindingIsSuppressedWithItsReason() throws Exception {
        Verdict failed = disabled(null);
        Waiver waiver = new Waiver(
                HUAWEI.text(),
                FindingId.DISABLED,
                null,
                LocalDate.of(2026, 12, 31),
                "moves [x](http://y)",
                "<waivers>");
        Finding waived = new Finding(FindingId.DISABLED, Severity.WARN, 0, null, null, null, null, waiver);
        JsonNode result = run(new Verdict(failed.key(), Outcome.WARN, failed.facts(), List.of(waived), failed.chain()))
                .at("/results/0");

        assertEquals("disabled note", level(result));
        assertEquals(
                "Waived until 2026-12-31: moves [x] (http://y)",
                result.at("/suppressions/0/justification").asText());
    }
}
