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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static KeyReference huawei(String id) {
        return new KeyReference("huawei", "huawei://eu-de/P/" + id);
    }

    private static List<Verdict> healthy(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> judge(described(huawei("k" + i), enabled())))
                .toList();
    }

    private static List<Verdict> withoutCredentials(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> judge(new Asked(
                        huawei("n" + i),
                        new KeyAnswer.Undetermined(Cause.NO_CREDENTIALS, null, "HUAWEICLOUD_SDK_AK"),
                        List.of())))
                .toList();
    }

    @Test
    void oneHealthyKeyIsOneLineAndASummary() {
        assertEquals(
                List.of(
                        "INFO  PASS          huawei://eu-de/P/K  enabled, AES_256",
                        "INFO  Verified 1 key at 1 provider in 0.8 s: 1 passed, 0 warned, 0 failed, 0 undetermined"),
                Runs.printed(Runs.of(judge(described(huawei("K"), enabled().spec("AES_256")))), false));
    }

    @Test
    void noKeysAreSummedUpToo() {
        assertEquals(
                List.of("INFO  Verified 0 keys at 0 providers in 0.8 s: 0 passed, 0 warned, 0 failed, 0 undetermined"),
                Runs.printed(Runs.of(), false));
    }

    @Test
    void aMixedRunIsAlignedAndTellsTheWorstLast() {
        RunReport report = Runs.of(
                judge(described(
                        huawei("dying"),
                        KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(SOON))),
                judge(named("payroll", huawei("fine")), described(huawei("fine"), enabled())),
                judge(undetermined(huawei("denied"), Cause.ACCESS_DENIED, "KMS.0306", "No access permission.")),
                judge(described(huawei("ending"), enabled().origin("external").expiresAt(SOON))));

        assertEquals("""
                INFO  PASS          payroll (huawei://eu-de/P/fine)  enabled
                WARN  WARN          huawei://eu-de/P/ending          expiring 2026-12-03
                WARN      [cmk:expiring] the key ends on 2026-12-03 12:00 UTC, in 11 days; seen at https://kms.huawei.example, DescribeKey, HTTP 200, request req-200
                WARN        → Before 2026-12-03 import its key material again, with a later end.
                WARN          https://cmkverify.github.io/cmk-maven-plugin/findings/expiring.html
                ERROR UNDETERMINED  huawei://eu-de/P/denied          undetermined: access denied
                ERROR     [cmk:undetermined] Huawei does not let these credentials look at the key (KMS.0306: No access permission.); seen at https://kms.huawei.example, DescribeKey, HTTP 403, request req-403
                ERROR       → Grant huawei:DescribeKey on this key to who asks (environment, access key AKTE…).
                ERROR         https://cmkverify.github.io/cmk-maven-plugin/findings/undetermined.html
                ERROR FAIL          huawei://eu-de/P/dying           scheduled-for-deletion 2026-12-03
                ERROR     [cmk:scheduled-for-deletion] the key is scheduled for deletion on 2026-12-03 12:00 UTC, in 11 days (state 4); seen at https://kms.huawei.example, DescribeKey, HTTP 200, request req-200
                ERROR       → Cancel before 2026-12-03, then enable it: huawei cancel-key-deletion && huawei enable-key
                ERROR         https://cmkverify.github.io/cmk-maven-plugin/findings/scheduled-for-deletion.html
                INFO  Verified 4 keys at 1 provider in 0.8 s: 1 passed, 1 warned, 1 failed, 1 undetermined
                """.stripTrailing(), String.join("\n", Runs.printed(report, false)));
    }

    @Test
    void aFollowedKeySaysWhereItIsEnabled() {
        List<String> lines = Runs.printed(
                Runs.of(judge(
                        key(DATABRICKS),
                        pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, ""), AWS),
                        described(AWS, enabled()))),
                false);

        assertTrue(lines.get(0).endsWith("  enabled at AWS"), lines.get(0));
        assertTrue(lines.get(1).startsWith("INFO  Verified 1 key at 2 providers"), lines.get(1));
    }

    @Test
    void aLoweredDoubtIsUndeterminedAndOnlyWarns() {
        List<String> lines = Runs.printed(
                Runs.of(judge(
                        key(HUAWEI, Map.of(FindingId.UNDETERMINED, Severity.WARN)),
                        undetermined(HUAWEI, Cause.NOT_REACHED, null, ""))),
                false);

        assertTrue(lines.get(0).startsWith("WARN  UNDETERMINED"), lines.get(0));
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("ERROR")));
    }

    @Test
    void fiveHundredHealthyKeysAreFoldedUnlessAllAreWanted() {
        List<String> folded = Runs.printed(Runs.of(healthy(500)), false);

        assertEquals(22, folded.size());
        assertEquals("INFO  … and 480 more passed; -Dcmk.verbose shows them", folded.get(20));
        assertEquals(501, Runs.printed(Runs.of(healthy(500)), true).size());
        assertEquals(21, Runs.printed(Runs.of(healthy(20)), false).size());
    }

    @Test
    void aTroubledKeyIsNeverFolded() {
        List<Verdict> verdicts = Stream.concat(
                        Stream.of(judge(described(huawei("off"), KeyFacts.of(KeyState.DISABLED, "3")))),
                        healthy(499).stream())
                .toList();
        List<String> lines = Runs.printed(Runs.of(verdicts), false);

        assertEquals(26, lines.size());
        assertTrue(lines.get(21).startsWith("ERROR FAIL          huawei://eu-de/P/off  disabled"), lines.get(21));
    }

    @Test
    void theSameDoubtOfManyKeysIsToldOnceAtLength() {
        List<String> lines = Runs.printed(Runs.of(withoutCredentials(500)), false);

        assertEquals(4 + 499 * 2 + 1, lines.size());
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains("HUAWEICLOUD_SDK_AK"))
                        .count());
        assertEquals(
                "ERROR     [cmk:undetermined] no credentials, as for huawei://eu-de/P/n0", lines.get(lines.size() - 2));
    }

    @Test
    void aDoubtIsTheSameWhateverIdTheCommandsCarry() {
        Asked first = undetermined(new KeyReference("databricks", "databricks://A/1"), Cause.THROTTLED, null, "");
        Asked second = undetermined(new KeyReference("databricks", "databricks://A/2"), Cause.THROTTLED, null, "");
        List<String> lines = Runs.printed(Runs.of(judge(first), judge(second)), false);

        assertTrue(lines.get(5).contains("] throttled, as for databricks://A/1; "), lines.get(5));
    }

    @Test
    void aRepeatedDoubtKeepsItsOwnRequestId() {
        Asked first = undetermined(huawei("a"), Cause.SERVICE_FAULT, "KMS.0100", "");
        Asked second = new Asked(
                huawei("b"),
                first.answer(),
                List.of(new Evidence("https://kms.huawei.example", "DescribeKey", 500, "req-b", NOW, "", 3, false)));
        List<String> lines = Runs.printed(Runs.of(judge(first), judge(second)), false);

        assertEquals(
                "ERROR     [cmk:undetermined] service fault, as for huawei://eu-de/P/a; seen at"
                        + " https://kms.huawei.example, DescribeKey, HTTP 500, 3 attempts, request req-b",
                lines.get(5));
    }

    @Test
    void overriddenEndpointsAreWarnedOfOnce() {
        List<Verdict> verdicts = IntStream.range(0, 3)
                .mapToObj(i -> judge(new Asked(
                        huawei("k" + i),
                        new KeyAnswer.Described(enabled().build()),
                        List.of(new Evidence("http://127.0.0.1:8080", "DescribeKey", 200, "r", NOW, "", 1, true)))))
                .toList();
        List<String> lines = Runs.printed(Runs.of(verdicts), false);

        assertEquals(
                List.of("WARN  Not a host of the provider itself, but asked in its place: http://127.0.0.1:8080"),
                lines.stream().filter(line -> line.startsWith("WARN")).toList());
    }

    @Test
    void aVeryLongTitleDoesNotMoveTheOthers() {
        List<String> lines = Runs.printed(
                Runs.of(judge(described(huawei("x".repeat(200)), enabled())), judge(described(huawei("k"), enabled()))),
                false);

        assertEquals(
                "INFO  PASS          ".length() + 100 + "  enabled".length(),
                lines.get(1).length());
    }
}
