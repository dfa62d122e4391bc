package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.named;
import static io.github.cmkverify.policy.Samples.waived;
import static io.github.cmkverify.policy.Samples.waiver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.policy.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class JoinedReportTest {
    private static final Set<ReportFormat> ALL = EnumSet.allOf(ReportFormat.class);
    private static final Verdict GOOD = judge(described(HUAWEI, enabled()));
    private static final Verdict BAD = judge(described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));

    private final TreeMap<String, Map<String, Object>> parts = new TreeMap<>();

    @TempDir
    Path folder;

    private Map<Path, String> add(String module, Verdict verdict, Set<ReportFormat> formats) throws IOException {
        RunReport run =
                new RunReport("0.1.0", "g:" + module + ":1", NOW, NOW, List.of(verdict), List.of(), Runs::remedies);
        return new JoinedReport(folder, "g:root:1", Set.of("g:a", "g:b"), parts).add(run, formats, verdict.stops());
    }

    private JsonNode json() throws IOException {
        String text = Files.readString(folder.resolve("verify-keys.all.json"));
        Schemas.assertValid(Schemas.JOINED, text);
        return new ObjectMapper().readTree(text);
    }

    @Test
    void saysForWhomItSpeaksUntilNothingIsOutstanding() throws IOException {
        assertEquals(Map.of(), add("a", GOOD, ALL));
        assertFalse(json().get("complete").booleanValue());
        assertEquals("[\"g:b\"]", json().get("outstanding").toString());

        Map<Path, String> written = add("b", GOOD, ALL);

        assertTrue(json().get("complete").booleanValue());
        assertEquals(2, json().at("/summary/passed").intValue());
        assertEquals(List.of("g:a:1", "g:b:1"), json().get("reports").findValuesAsText("project"));
        assertEquals(ALL.size(), written.size());
        for (Map.Entry<Path, String> one : written.entrySet()) {
            assertEquals(one.getValue(), Sha256.of(Files.readString(one.getKey())));
        }
    }

    @Test
    void isToldWithEveryRunOnceOneHasStoppedTheBuild() throws IOException {
        assertEquals(4, add("b", BAD, ALL).size());
        assertFalse(json().get("complete").booleanValue());
        assertEquals(4, add("c", GOOD, ALL).size());
        assertEquals("[\"g:a\"]", json().get("outstanding").toString());
    }

    @Test
    void aDeclarationThatModulesInheritIsOneResult() throws IOException {
        add("a", BAD, ALL);
        add("b", BAD, ALL);

        JsonNode sarif = new ObjectMapper()
                .readTree(folder.resolve("verify-keys.all.sarif").toFile());
        assertEquals(1, sarif.at("/runs/0/results").size());
        assertEquals(2, json().at("/summary/failed").intValue());
    }

    @Test
    void whatOneModuleWaivesIsNotHiddenInAnother() throws IOException {
        Asked disabled = described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3"));
        add("a", judge(waived(HUAWEI, Map.of(), waiver("payroll", "disabled", "2027-01-01")), disabled), ALL);
        add("b", judge(named("payroll", HUAWEI), disabled), ALL);

        JsonNode results = new ObjectMapper()
                .readTree(folder.resolve("verify-keys.all.sarif").toFile())
                .at("/runs/0/results");
        assertEquals(1, results.size());
        assertEquals("error", results.at("/0/level").asText());
        assertTrue(results.at("/0/suppressions").isMissingNode());
    }

    @Test
    void aRunInAnotherFormatIsOutstandingInThisOne() throws IOException {
        add("a", GOOD, EnumSet.of(ReportFormat.SARIF));
        add("b", GOOD, EnumSet.of(ReportFormat.JSON));

        assertEquals("[\"g:a\"]", json().get("outstanding").toString());
    }

    @Test
    void theRunOfAnotherClassLoaderIsInEveryTextAndNamedAsMissingOnThePage() throws IOException {
        add("a", GOOD, ALL);
        parts.get("g:a").put("HTML", new Object());
        Joined joined = new Joined("0.1.0", "g:root:1", Set.of("g:a", "g:b"), parts.values());
        add("b", BAD, ALL);
        Joined both = new Joined("0.1.0", "g:root:1", Set.of("g:a", "g:b"), parts.values());

        assertEquals(Set.of("g:a", "g:b"), joined.outstanding(ReportFormat.HTML));
        assertEquals(Set.of("g:a"), both.outstanding(ReportFormat.HTML));
        assertEquals(Set.of(), both.outstanding(ReportFormat.JSON));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        both.write(page, ReportFormat.HTML);
        assertTrue(page.toString(StandardCharsets.UTF_8).contains("nothing is said of its keys: <bdi>g:a</bdi>"));
    }
}
