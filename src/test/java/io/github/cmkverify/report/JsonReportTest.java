package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.named;
import static io.github.cmkverify.policy.Samples.pointsTo;
import static io.github.cmkverify.policy.Samples.undetermined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    @TempDir
    Path folder;

    private JsonNode written(RunReport report) throws IOException {
        Path file = folder.resolve("target/cmk/verify-keys.json");
        JsonReport.write(file, report);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static final Verdict DYING = judge(
            named("payroll", HUAWEI),
            described(
                    HUAWEI,
                    KeyFacts.of(KeyState.PENDING_DELETION, "4")
                            .alias("test")
                            .spec("AES_256")
                            .usage("ENCRYPT_DECRYPT")
                            .origin("kms")
                            .rotation(false)
                            .createdAt(Instant.parse("2017-08-15T12:23:42Z"))
                            .deletionAt(SOON)));

    @Test
    void theHeadIsAsPromised() throws IOException {
        JsonNode json = written(Runs.of(judge(described(HUAWEI, enabled())), DYING));

        assertEquals(
                List.of(
                        "schemaVersion",
                        "tool",
                        "project",
                        "execution",
                        "startedAt",
                        "finishedAt",
                        "summary",
                        "keys",
                        "notices"),
                names(json));
        assertEquals(1, json.get("schemaVersion").intValue());
        assertEquals(
                "{\"name\":\"cmk-maven-plugin\",\"version\":\"0.1.0\"}",
                json.get("tool").toString());
        assertEquals("g:a:1", json.get("project").textValue());
        assertEquals("2026-11-22T11:59:59.160Z", json.get("startedAt").textValue());
        assertEquals("2026-11-22T12:00:00Z", json.get("finishedAt").textValue());
        assertEquals(
                "{\"keys\":2,\"passed\":1,\"warned\":0,\"failed\":1,\"undetermined\":0}",
                json.get("summary").toString());
    }

    @Test
    void aKeyIsAsPromised() throws IOException {
        JsonNode key = written(Runs.of(DYING)).get("keys").get(0);

        assertEquals(List.of("reference", "name", "provider", "verdict", "facts", "findings", "evidence"), names(key));
        assertEquals(HUAWEI.text(), key.get("reference").textValue());
        assertEquals("payroll", key.get("name").textValue());
        assertEquals("huawei", key.get("provider").textValue());
        assertEquals("FAIL", key.get("verdict").textValue());
        assertEquals(new ObjectMapper().readTree("""
                                {"state":"PENDING_DELETION","rawState":"4","keyId":null,"alias":"test","spec":"AES_256",
                                 "usage":"ENCRYPT_DECRYPT","origin":"kms","rotation":false,"region":null,"useCases":[],"workspaces":null,
                                 "createdAt":"2017-08-15T12:23:42Z","deletionAt":"2026-12-03T12:00:00Z","expiresAt":null}
                                """), key.get("facts"));
    }

    @Test
    void aFindingIsAsPromised() throws IOException {
        JsonNode finding =
                written(Runs.of(DYING)).get("keys").get(0).get("findings").get(0);

        assertEquals(List.of("id", "severity", "message", "remedy", "help", "deadline", "waiver"), names(finding));
        assertEquals("scheduled-for-deletion", finding.get("id").textValue());
        assertEquals("fail", finding.get("severity").textValue());
        assertTrue(finding.get("message").textValue().contains("request req-200"));
        assertEquals(
                "Cancel before 2026-12-03, then enable it: huawei cancel-key-deletion && huawei enable-key",
                finding.get("remedy").textValue());
        assertEquals(
                Help.page(FindingId.SCHEDULED_FOR_DELETION), finding.get("help").textValue());
        assertEquals("2026-12-03T12:00:00Z", finding.get("deadline").textValue());
        assertTrue(finding.get("waiver").isNull());
    }

    @Test
    void everyRequestOfAChainIsEvidence() throws IOException {
        JsonNode evidence = written(Runs.of(judge(
                        key(DATABRICKS),
                        pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, ""), AWS),
                        described(AWS, enabled()))))
                .get("keys")
                .get(0)
                .get("evidence");

        assertEquals(2, evidence.size());
        assertEquals(DATABRICKS.text(), evidence.get(0).get("reference").textValue());
        assertEquals(new ObjectMapper().readTree("""
                                {"reference":"%s","endpoint":"https://kms.aws.example","operation":"DescribeKey","status":200,
                                 "requestId":"req-200","askedAt":"2026-11-22T12:00:00Z",
                                 "identity":"environment, access key AKTE…","attempts":1,"endpointOverridden":false}
                                """.formatted(AWS.text())), evidence.get(1));
    }

    @Test
    void aRequestWithoutAnAnswerHasNoStatus() throws IOException {
        Asked silent = new Asked(
                HUAWEI,
                new KeyAnswer.Undetermined(Cause.TIMED_OUT, null, ""),
                List.of(new Evidence("http://127.0.0.1:1", "DescribeKey", 0, null, NOW, "", 3, true)));
        JsonNode key = written(Runs.of(judge(silent))).get("keys").get(0);

        assertEquals("UNDETERMINED", key.get("verdict").textValue());
        assertEquals("error", key.get("findings").get(0).get("severity").textValue());
        assertTrue(key.get("evidence").get(0).get("status").isNull());
        assertTrue(key.get("evidence").get(0).get("requestId").isNull());
        assertTrue(key.get("evidence").get(0).get("endpointOverridden").booleanValue());
    }

    @Test
    void withoutAProjectThereIsNone() throws IOException {
        RunReport report = new RunReport("0.1.0", null, NOW, NOW, List.of(), List.of(), Runs::remedies);

        assertTrue(written(report).get("project").isNull());
    }

    @Test
    void keysComeInTheOrderOfTheirDeclaration() throws IOException {
        JsonNode keys = written(Runs.of(
                        DYING,
                        judge(described(AWS, enabled())),
                        judge(undetermined(DATABRICKS, Cause.NOT_REACHED, null, ""))))
                .get("keys");

        assertEquals(
                List.of("FAIL", "PASS", "UNDETERMINED"),
                Stream.of(0, 1, 2)
                        .map(i -> keys.get(i).get("verdict").textValue())
                        .toList());
    }

    @Test
    void optionsOfAReferenceAreNotShown() throws IOException {
        KeyReference reference = HUAWEI.with("endpoint", "http://127.0.0.1:8080");
        Path file = folder.resolve("verify-keys.json");
        JsonReport.write(file, Runs.of(judge(described(reference, enabled()))));

        assertFalse(Files.readString(file).contains("127.0.0.1"));
    }

    @Test
    void aReportTakesThePlaceOfAnEarlierOneAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("verify-keys.json");
        JsonReport.write(file, Runs.of(DYING));
        JsonReport.write(file, Runs.of(judge(described(HUAWEI, enabled()))));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        assertFalse(Files.readString(file).contains("FAIL"));
    }

    @Test
    void aReportThatCannotBeWrittenSaysSoAndLeavesNothing() throws IOException {
        Path occupied = Files.createDirectories(folder.resolve("verify-keys.json/content"));

        assertThrows(IOException.class, () -> JsonReport.write(occupied.getParent(), Runs.of(DYING)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(occupied.getParent()), files.toList());
        }
    }

    @Test
    void aFolderThatCannotBeMadeSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("cmk"), "a file where the folder should be");

        assertThrows(IOException.class, () -> JsonReport.write(file.resolve("verify-keys.json"), Runs.of(DYING)));
    }

    @Test
    void aRunThatCannotBeToldLeavesNoHalfReport() throws IOException {
        RunReport broken = new RunReport("0.1.0", null, NOW, NOW, List.of(DYING), List.of(), provider -> {
            throw new IllegalStateException("no remedies");
        });

        assertThrows(IllegalStateException.class, () -> JsonReport.write(folder.resolve("verify-keys.json"), broken));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
