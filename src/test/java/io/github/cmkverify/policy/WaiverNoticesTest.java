package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.undetermined;
import static io.github.cmkverify.policy.Samples.waived;
import static io.github.cmkverify.policy.Samples.waiver;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.WaiverNotice.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverNoticesTest {
    private static final Asked ENABLED = described(HUAWEI, enabled());
    private static final Asked DISABLED = described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3"));

    private static List<Kind> kinds(Waiver waiver, Asked answer) {
        return WaiverNotices.of(List.of(judge(waived(HUAWEI, Map.of(), waiver), answer)), NOW).stream()
                .map(WaiverNotice::kind)
                .toList();
    }

    private static Waiver shared(Waiver own) {
        return new Waiver(own.key(), own.finding(), own.subject(), own.until(), own.reason(), own.where());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-07, ",
        "2026-12-06, ENDS_SOON",
        "2026-11-22, ENDS_SOON",
        "2026-11-21, ENDED",
        "2020-01-01, ENDED"
    })
    void anEndIsToldInTimeAndAfterwards(String until, Kind expected) {
        assertEquals(
                expected == null ? List.of() : List.of(expected),
                kinds(waiver("payroll", "disabled", until), DISABLED));
    }

    @Test
    void anEndedWaiverIsToldEvenIfItCoversNothing() {
        Waiver ended = waiver("somebody else", "disabled", "2026-11-21");

        assertEquals(List.of(Kind.ENDED), kinds(ended, ENABLED));
        assertEquals(List.of(Kind.ENDED), kinds(shared(ended), ENABLED));
    }

    @Test
    void aWaiverOfTheModuleThatCoversNothingIsTold() {
        assertEquals(List.of(Kind.UNUSED), kinds(waiver("payroll", "disabled", "2026-12-31"), ENABLED));
        assertEquals(List.of(Kind.UNUSED), kinds(waiver("typo", "disabled", "2026-12-31"), DISABLED));
        assertEquals(List.of(Kind.UNUSED), kinds(waiver("payroll", "mismatch:alias", "2026-11-23"), DISABLED));
    }

    @Test
    void aSharedWaiverMayCoverNothing() {
        assertEquals(List.of(), kinds(shared(waiver("payroll", "disabled", "2026-12-31")), ENABLED));
        assertEquals(List.of(), kinds(shared(waiver("typo", "disabled", "2026-11-23")), DISABLED));
    }

    @Test
    void whileNobodyCanTellAWaiverIsNotCalledUnused() {
        Asked unknown = undetermined(HUAWEI, Cause.NOT_REACHED, null, "");

        assertEquals(List.of(), kinds(waiver("payroll", "disabled", "2026-12-31"), unknown));
        assertEquals(List.of(Kind.ENDS_SOON), kinds(waiver("payroll", "disabled", "2026-11-30"), unknown));
    }

    @Test
    void aWaiverOfWhatTheStateHidesIsNotCalledUnused() {
        assertEquals(
                List.of(),
                kinds(
                        waiver("payroll", "disabled", "2026-12-31"),
                        described(HUAWEI, KeyFacts.of(KeyState.PENDING_DELETION, "4"))));
        assertEquals(List.of(), kinds(waiver("payroll", "mismatch:alias", "2026-12-31"), missing(HUAWEI)));
    }

    @Test
    void aWaiverOfSeveralKeysIsToldOnce() {
        Waiver waiver = waiver("payroll", "disabled", "2026-11-30");
        Verdict used = judge(waived(HUAWEI, Map.of(), waiver), DISABLED);
        Verdict other = judge(
                waived(HUAWEI, Map.of("alias", "a"), waiver),
                described(HUAWEI, enabled().alias("a")));

        assertEquals(List.of(new WaiverNotice(waiver, Kind.ENDS_SOON)), WaiverNotices.of(List.of(other, used), NOW));
    }
}
