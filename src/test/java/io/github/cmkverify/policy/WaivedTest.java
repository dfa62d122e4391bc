package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.undetermined;
import static io.github.cmkverify.policy.Samples.waived;
import static io.github.cmkverify.policy.Samples.waiver;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a waiver covers, and what it never does. */
class WaivedTest {
    private static final Waiver DISABLED = waiver("payroll", "disabled", "2026-12-31");

    private static Asked state(KeyState state) {
        return described(HUAWEI, KeyFacts.of(state, "raw"));
    }

    private static List<String> findings(Verdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.id().id() + " " + finding.severity().word())
                .toList();
    }

    @Test
    void aWaivedFindingIsAWarningThatNamesItsWaiver() {
        Verdict verdict = judge(waived(HUAWEI, Map.of(), DISABLED), state(KeyState.DISABLED));

        assertEquals(Outcome.WARN, verdict.outcome());
        assertFalse(verdict.stops());
        assertEquals(DISABLED, verdict.findings().get(0).waiver());
    }

    @Test
    void aKeyIsMeantByItsReferenceToo() {
        Verdict verdict = judge(
                waived(HUAWEI, Map.of(), waiver(HUAWEI.text(), "disabled", "2026-12-31")), state(KeyState.DISABLED));

        assertEquals(Outcome.WARN, verdict.outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "Payroll, disabled",
        "'payroll ', disabled",
        "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321, disabled",
        "payroll, scheduled-for-deletion",
        "payroll, unavailable"
    })
    void anotherKeyOrFindingIsNotCovered(String key, String covers) {
        Verdict verdict = judge(waived(HUAWEI, Map.of(), waiver(key, covers, "2026-12-31")), state(KeyState.DISABLED));

        assertEquals(List.of("disabled fail"), findings(verdict));
        assertNull(verdict.findings().get(0).waiver());
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T23:59:59.999999999Z, WARN", "2027-01-01T00:00:00Z, FAIL", "2026-11-22T12:00:00Z, WARN"})
    void aWaiverHoldsThroughItsLastDayInUtc(Instant now, Outcome expected) {
        Verdict verdict = Judge.judge(waived(HUAWEI, Map.of(), DISABLED), List.of(state(KeyState.DISABLED)), now);

        assertEquals(expected, verdict.outcome());
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingId.class,
            names = {"MISSING", "DESTROYED", "UNDETERMINED"})
    void whatMayNotBeWaivedIsNotEvenIfTheWaiverIsThere(FindingId id) {
        assertFalse(id.waivable());
        Asked answer = switch (id) {
            case MISSING -> missing(HUAWEI);
            case DESTROYED -> state(KeyState.DESTROYED);
            default -> undetermined(HUAWEI, Cause.NOT_REACHED, null, "");
        };

        Verdict verdict = judge(waived(HUAWEI, Map.of(), waiver("payroll", id.id(), "2026-12-31")), answer);

        assertTrue(verdict.stops());
        assertNull(verdict.findings().get(0).waiver());
    }

    @Test
    void everyOtherFindingMayBeWaived() {
        assertEquals(
                FindingId.values().length - 3,
                List.of(FindingId.values()).stream().filter(FindingId::waivable).count());
    }

    @Test
    void aWaivedExpectationLeavesTheOthersAlone() {
        DeclaredKey key = waived(
                HUAWEI,
                Map.of("alias", "payroll", "region", "eu-de"),
                waiver("payroll", "mismatch:alias", "2026-12-31"));

        Verdict both = judge(key, described(HUAWEI, enabled().alias("other").region("eu-nl")));
        Verdict alias = judge(key, described(HUAWEI, enabled().alias("other").region("eu-de")));

        assertEquals(List.of("mismatch fail", "mismatch warn"), findings(both));
        assertEquals("region", both.findings().get(0).subject());
        assertEquals(Outcome.WARN, alias.outcome());
    }

    @Test
    void aContradictionIsCoveredByNoWaiver() {
        Waiver unbound = waiver("payroll", "mismatch", "2026-12-31");

        Verdict verdict = judge(
                waived(HUAWEI, Map.of(), unbound, waiver("payroll", "mismatch:region", "2026-12-31")),
                described(HUAWEI, enabled().contradictions(List.of("the ARN is of another region"))));

        assertEquals(List.of("mismatch fail"), findings(verdict));
    }

    @Test
    void whatAWaivedStateExplainedIsToldOfItself() {
        KeyFacts.Builder dying = KeyFacts.of(KeyState.PENDING_DELETION, "4").providerManaged(true);

        Verdict plain = judge(waived(HUAWEI, Map.of("alias", "payroll")), described(HUAWEI, dying));
        Verdict waived = judge(
                waived(HUAWEI, Map.of("alias", "payroll"), waiver("payroll", "scheduled-for-deletion", "2026-12-31")),
                described(HUAWEI, dying));

        assertEquals(List.of("scheduled-for-deletion fail"), findings(plain));
        assertEquals(
                List.of("mismatch fail", "not-customer-managed fail", "scheduled-for-deletion warn"), findings(waived));
    }

    @Test
    void aWaivedStateIsToldOnce() {
        Verdict verdict = judge(
                waived(HUAWEI, Map.of(), waiver("payroll", "expired", "2026-12-31")),
                described(HUAWEI, KeyFacts.of(KeyState.EXPIRED, "5").expiresAt(Samples.NOW.minusSeconds(1))));

        assertEquals(List.of("expired warn"), findings(verdict));
    }

    @Test
    void aFindingThatDoesNotFailNeedsNoWaiver() {
        DeclaredKey key = new DeclaredKey(
                HUAWEI,
                "payroll",
                Samples.key(HUAWEI).expectations(),
                new Rules(Map.of(FindingId.DISABLED, Severity.WARN), Rules.USUAL_WINDOW, List.of(DISABLED)),
                "<keys>");

        Verdict verdict = judge(key, state(KeyState.DISABLED));

        assertEquals(List.of("disabled warn"), findings(verdict));
        assertNull(verdict.findings().get(0).waiver());
    }

    @Test
    void theLinkBehindIsWaivedUnderTheDeclaredKeysName() {
        Verdict verdict = judge(
                waived(Samples.DATABRICKS, Map.of(), DISABLED),
                Samples.pointsTo(Samples.DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, ""), AWS),
                described(AWS, KeyFacts.of(KeyState.DISABLED, "Disabled")));

        assertEquals(List.of("disabled warn"), findings(verdict));
    }

    @Test
    void aFindingCannotBeMadeToCarryAWaiverThatDoesNotHold() {
        for (FindingId id : List.of(FindingId.MISSING, FindingId.DESTROYED, FindingId.UNDETERMINED)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Finding(id, Severity.WARN, 0, null, null, null, null, DISABLED));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Finding(FindingId.DISABLED, Severity.FAIL, 0, null, null, null, null, DISABLED));
    }
}
