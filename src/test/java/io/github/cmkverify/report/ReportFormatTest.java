package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import io.github.cmkverify.policy.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, of runs of every kind, as those see it who wrote the formats. */
class ReportFormatTest {
    /** What the formats themselves could take for their own, beside all that is hostile to a log. */
    private static final List<String> MARKUP = List.of(
            "<script>alert(1)</script>",
            "]]><failure/><![CDATA[",
            "\"/><error message=\"",
            "&lt;&amp;&#0;&undefined;",
            "[link](https://evil.example) ![image](https://evil.example/x.png) {0} {{1}}",
            "`code` | cell | @somebody \\` www.evil.example",
            "\ud800 \udc00 \uffff \ufffe \u0000 \u000b \ud83d\udd11",
            "' onmouseover='x' \u05d0\u202e");

    static List<String> hostile() {
        return Stream.concat(HostileTextTest.HOSTILE.stream(), MARKUP.stream()).toList();
    }

    private static RunReport run(String hostile) {
        return new RunReport(
                "0.1.0",
                hostile,
                NOW,
                NOW,
                HostileTextTest.verdicts(hostile),
                List.of(),
                Runs::remedies,
                new Origin(hostile, Path.of("/repo"), Path.of("/repo/pom.xml")));
    }

    static String text(ReportFormat format, RunReport report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(out, report);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theJsonIsValidAndHarmless(String hostile) throws Exception {
        String json = text(ReportFormat.JSON, run(hostile));

        Schemas.assertValid(Schemas.JSON, json);
        HostileTextTest.assertValuesHarmless(new ObjectMapper().readTree(json));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theSarifIsValidAndHarmless(String hostile) throws Exception {
        String sarif = text(ReportFormat.SARIF, run(hostile));

        Schemas.assertValid(Schemas.SARIF, sarif);
        HostileTextTest.assertValuesHarmless(new ObjectMapper().readTree(sarif));
        new ObjectMapper()
                .readTree(sarif)
                .at("/runs/0/results")
                .forEach(result -> assertFalse(
                        result.at("/message/text").textValue().matches(".*(\\]\\(|\\{\\d).*"), result::toString));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theXmlIsValidAndSurefireReadsTheSameFromIt(String hostile) throws Exception {
        RunReport run = run(hostile);
        String xml = text(ReportFormat.JUNIT, run);

        Schemas.assertValidSuite(xml);
        xml.lines().forEach(HostileTextTest::assertHarmless);
        List<ReportTestCase> cases = parsed(xml).get(0).getTestCases();
        assertEquals(run.verdicts().size(), cases.size());
        for (int i = 0; i < cases.size(); i++) {
            Verdict verdict = run.verdicts().get(i);
            ReportTestCase testCase = cases.get(i);
            assertEquals(Brief.title(verdict), testCase.getName());
            switch (verdict.outcome()) {
                case PASS, WARN -> assertTrue(testCase.isSuccessful());
                case FAIL -> assertTrue(testCase.hasFailure());
                case UNDETERMINED -> assertTrue(testCase.hasError());
            }
        }
    }

    private static List<ReportTestSuite> parsed(String xml) throws Exception {
        TestSuiteXmlParser parser = new TestSuiteXmlParser(new NullConsoleLogger());
        return parser.parse(new InputStreamReader(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void aRunWithoutKeysIsValid() throws Exception {
        Schemas.assertValid(Schemas.JSON, text(ReportFormat.JSON, Runs.of()));
        Schemas.assertValid(Schemas.SARIF, text(ReportFormat.SARIF, Runs.of()));
        Schemas.assertValidSuite(text(ReportFormat.JUNIT, Runs.of()));
    }

    @Test
    void theSchemaRefusesAFieldThatNobodyDocumentedAndAPassThatNobodyGave() throws Exception {
        String json = text(ReportFormat.JSON, run("x"));

        assertFalse(Schemas.JSON
                .validate(json.replaceFirst("\"keys\" : \\[", "\"more\" : 1, \"keys\" : ["), InputFormat.JSON)
                .isEmpty());
        assertFalse(Schemas.JSON
                .validate(
                        json.replaceFirst("\"verdict\" : \"UNDETERMINED\"", "\"verdict\" : \"PASS\""), InputFormat.JSON)
                .isEmpty());
    }

    @Test
    void aReportIsKnownByItsSha256(@TempDir Path folder) throws Exception {
        for (ReportFormat format : ReportFormat.values()) {
            Path file = folder.resolve("verify-keys" + format.suffix());
            String sha256 = format.write(file, run("x"));
            assertEquals(sha256, Sha256.of(Files.readString(file)), format.id());
        }
    }

    @Test
    void joinedReportsAreValid(@TempDir Path folder) throws Exception {
        var parts = new TreeMap<String, Map<String, Object>>();
        for (String hostile : hostile()) {
            new JoinedReport(folder, hostile, Set.of("g:a"), parts)
                    .add(run(hostile), EnumSet.allOf(ReportFormat.class), true);
        }

        Schemas.assertValid(Schemas.JOINED, Files.readString(folder.resolve("verify-keys.all.json")));
        Schemas.assertValid(Schemas.SARIF, Files.readString(folder.resolve("verify-keys.all.sarif")));
        String xml = Files.readString(folder.resolve("verify-keys.all.junit.xml"));
        assertEquals(
                parts.size() * HostileTextTest.verdicts("").size(),
                parsed(xml).stream()
                        .mapToInt(suite -> suite.getTestCases().size())
                        .sum());
        for (String suite : xml.substring(xml.indexOf("<testsuites>") + 12, xml.indexOf("</testsuites>"))
                .split("(?<=</testsuite>)\\s*", 0)) {
            Schemas.assertValidSuite(suite.strip());
        }
    }
}
