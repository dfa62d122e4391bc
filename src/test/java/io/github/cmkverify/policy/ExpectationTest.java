package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.pointsTo;
import static io.github.cmkverify.policy.Samples.undetermined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ExpectationTest {
    static final List<String> NAMES = Expectations.NAMES;

    private static final KeyFacts.Builder FULL = enabled()
            .usage("ENCRYPT_DECRYPT")
            .spec("AES_256")
            .alias("alias/payroll")
            .region("eu-de")
            .origin("kms")
            .rotation(true)
            .useCases(List.of("STORAGE", "MANAGED_SERVICES"))
            .keyId(AWS.text());

    private static Verdict expecting(String name, String value, KeyFacts.Builder facts) {
        return judge(key(HUAWEI, Map.of(), Map.of(name, value)), described(HUAWEI, facts));
    }

    @ParameterizedTest
    @CsvSource({
        "usage, ENCRYPT_DECRYPT",
        "usage, encrypt_decrypt",
        "spec, aes_256",
        "alias, payroll",
        "alias, alias/payroll",
        "region, eu-de",
        "region, EU-DE",
        "origin, KMS",
        "rotation, true",
        "rotation, TRUE",
        "useCases, 'MANAGED_SERVICES,STORAGE'",
        "useCases, ' storage  managed_services '",
        "keyId, arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
        "keyId, 0987dcba-09fe-87dc-65ba-ab0987654321"
    })
    void whatIsSaidAsExpectedPasses(String name, String expected) {
        assertEquals(Outcome.PASS, expecting(name, expected, FULL).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "payroll, payroll, PASS",
        "alias/payroll, payroll, FAIL",
        "alias/payroll, alias/payroll, PASS",
        "payroll, alias/payroll, PASS",
        "payroll, alias/alias/payroll, FAIL"
    })
    void onlyThePrefixThatIsSaidMayBeLeftOut(String expected, String said, Outcome outcome) {
        assertEquals(
                outcome, expecting("alias", expected, enabled().alias(said)).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "usage, SIGN_VERIFY",
        "spec, AES_25",
        "alias, Payroll",
        "alias, payrol",
        "region, eu-nl",
        "origin, external",
        "rotation, false",
        "rotation, yes",
        "useCases, STORAGE",
        "useCases, 'STORAGE,MANAGED_SERVICES,MANAGED'",
        "keyId, ab0987654321",
        "keyId, key/0987dcba-09fe-87dc-65ba-ab0987654321",
        "keyId, arn:aws:kms:eu-west-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
        "keyId, ''",
        "colour, blue"
    })
    void whatIsSaidOtherwiseIsAMismatch(String name, String expected) {
        Verdict verdict = expecting(name, expected, FULL);

        assertEquals(Outcome.FAIL, verdict.outcome());
        Finding finding = verdict.findings().get(0);
        assertEquals(FindingId.MISMATCH, finding.id());
        assertEquals(name, finding.subject());
        assertEquals(expected, finding.expected());
    }

    @ParameterizedTest
    @CsvSource({
        "usage, sign_verify, PASS",
        "usage, asymmetric_sign, PASS",
        "usage, 'SIGN_VERIFY, ASYMMETRIC_SIGN', FAIL",
        "spec, RSA_2048, PASS",
        "spec, rsa_sign_pss_2048_sha256, PASS",
        "spec, RSA_SIGN_PSS_2048_SHA512, FAIL",
        "origin, imported, PASS",
        "origin, software, PASS",
        "origin, kms, FAIL"
    })
    void theProvidersOwnWordHoldsAsWellAsTheCommonOne(String name, String expected, Outcome outcome) {
        KeyFacts.Builder facts = enabled()
                .usage("SIGN_VERIFY")
                .ownWord("usage", "ASYMMETRIC_SIGN")
                .spec("RSA_2048")
                .ownWord("spec", "RSA_SIGN_PSS_2048_SHA256")
                .origin("imported")
                .ownWord("origin", "SOFTWARE");

        assertEquals(outcome, expecting(name, expected, facts).outcome());
    }

    @Test
    void aMismatchShowsBothWords() {
        Verdict verdict = expecting("spec", "AES_256", enabled().spec("SM4").ownWord("spec", "SYMMETRIC_DEFAULT"));

        assertEquals("SM4 (SYMMETRIC_DEFAULT)", verdict.findings().get(0).seen());
    }

    @Test
    void severalUsagesAreExpectedInAnyOrder() {
        KeyFacts.Builder facts = enabled().usage("ENCRYPT_DECRYPT, WRAP_UNWRAP");

        assertEquals(
                Outcome.PASS,
                expecting("usage", "WRAP_UNWRAP ENCRYPT_DECRYPT", facts).outcome());
        assertEquals(Outcome.FAIL, expecting("usage", "ENCRYPT_DECRYPT", facts).outcome());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void whatIsNotSaidIsAMismatch(String name) {
        Verdict verdict = expecting(name, "true", enabled());

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertNull(verdict.findings().get(0).seen());
    }

    @Test
    void whatNobodyCouldTellIsNoMismatch() {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.UNDETERMINED, Severity.WARN), Map.of("alias", "payroll")),
                undetermined(HUAWEI, Cause.NOT_REACHED, null, ""));

        assertEquals(1, verdict.findings().size());
        assertFalse(verdict.stops());
    }

    @Test
    void aStateThatNobodyKnowsDoesNotBecomeAFailForWhatIsNotSaid() {
        Verdict verdict = expecting("alias", "payroll", KeyFacts.of(KeyState.UNKNOWN, "6"));

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(1, verdict.findings().size());
    }

    @Test
    void aMissingKeyHasNoMismatch() {
        Verdict verdict = judge(key(HUAWEI, Map.of(), Map.of("alias", "payroll")), missing(HUAWEI));

        assertEquals(FindingId.MISSING, verdict.findings().get(0).id());
        assertEquals(1, verdict.findings().size());
    }

    @Test
    void whatADyingKeySaysOtherwiseStillCounts() {
        Verdict verdict = expecting(
                "alias", "payroll", KeyFacts.of(KeyState.PENDING_DELETION, "4").alias("test"));

        assertEquals(
                List.of(FindingId.SCHEDULED_FOR_DELETION, FindingId.MISMATCH),
                verdict.findings().stream().map(Finding::id).toList());
    }

    @Test
    void aDisabledKeyThatDoesNotSayIsAMismatchEvenWhenDisabledIsLowered() {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.DISABLED, Severity.WARN), Map.of("alias", "payroll")),
                described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));

        assertEquals(Outcome.FAIL, verdict.outcome());
    }

    @Test
    void aConfigurationThatPointsAtAnotherKeyIsSeenEvenWhenThatKeyCannotBeAsked() {
        Verdict verdict = judge(
                key(DATABRICKS, Map.of(), Map.of("keyId", AWS.text() + "0", "useCases", "STORAGE")),
                pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, "").useCases(List.of("STORAGE")), AWS),
                undetermined(AWS, Cause.NO_CREDENTIALS, null, ""));

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals("keyId", verdict.findings().get(0).subject());
        assertEquals(AWS.text(), verdict.findings().get(0).seen());
        assertEquals(FindingId.UNDETERMINED, verdict.findings().get(1).id());
        assertEquals(2, verdict.findings().size());
    }

    @Test
    void theKeyBehindIsComparedWithTheConfigurationsTarget() {
        Verdict verdict = judge(
                key(DATABRICKS, Map.of(), Map.of("keyId", AWS.text())),
                pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, "").keyId("66666666"), AWS),
                described(AWS, enabled().keyId("0987dcba-09fe-87dc-65ba-ab0987654321")));

        assertEquals(Outcome.PASS, verdict.outcome());
    }

    @Test
    void aMismatchNamesTheLinkThatSaidIt() {
        Verdict verdict = judge(
                key(DATABRICKS, Map.of(), Map.of("useCases", "STORAGE")),
                pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, "").useCases(List.of("MANAGED_SERVICES")), AWS),
                described(AWS, enabled()));

        assertEquals(0, verdict.findings().get(0).link());
    }

    @Test
    void aLoweredMismatchIsAWarning() {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.MISMATCH, Severity.WARN), Map.of("alias", "payroll")),
                described(HUAWEI, enabled().alias("test")));

        assertEquals(Outcome.WARN, verdict.outcome());
        assertFalse(verdict.stops());
    }
}
