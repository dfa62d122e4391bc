package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyDateTest {
    private static final Waiver WAIVER = new Waiver(
            "payroll", FindingId.DISABLED, null, LocalDate.parse("2026-12-01"), "moved <b>soon</b>", "<waivers>");

    private static Verdict waived() {
        Verdict verdict = judge(described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));
        Finding covered = new Finding(FindingId.DISABLED, Severity.WARN, 0, null, null, null, null, WAIVER);
        return new Verdict(verdict.key(), Outcome.WARN, verdict.facts(), List.of(covered), verdict.chain());
    }

    private static RunReport run(List<WaiverNotice> notices, Verdict... verdicts) {
        return new RunReport("0.1.0", "g:a:1", NOW, NOW, List.of(verdicts), notices, Runs::remedies);
    }

    private static List<String> told(RunReport run) {
        return KeyDate.of(List.of(run)).stream()
                .map(date -> Days.minute(date.time()) + " " + date.kind())
                .toList();
    }

    @Test
    void theNextDateComesFirst() {
        RunReport run = run(
                List.of(),
                judge(described(HUAWEI, enabled().origin("external").expiresAt(NOW.plus(Duration.ofDays(500))))),
                judge(described(
                        HUAWEI, KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(SOON))),
                judge(described(
                        HUAWEI, enabled().versionsAtRisk(List.of("3")).versionsEndAt(NOW.plus(Duration.ofDays(2))))),
                waived());

        assertEquals(
                List.of(
                        "2026-11-24 12:00 UTC VERSION_DESTROYED",
                        "2026-12-01 23:59 UTC WAIVER_END",
                        "2026-12-03 12:00 UTC DELETION",
                        "2028-04-05 12:00 UTC EXPIRY"),
                told(run));
    }

    @Test
    void anEndThatMeansNothingIsNotADate() {
        assertEquals(
                List.of(),
                told(run(
                        List.of(),
                        judge(described(HUAWEI, enabled().origin("kms").expiresAt(SOON))))));
    }

    @Test
    void aWaiverThatCoversNothingHasItsDateOnce() {
        WaiverNotice ends = new WaiverNotice(WAIVER, WaiverNotice.Kind.ENDS_SOON);
        WaiverNotice unused = new WaiverNotice(WAIVER, WaiverNotice.Kind.UNUSED);

        assertEquals(List.of("2026-12-01 23:59 UTC WAIVER_END"), told(run(List.of(ends), waived())));
        assertEquals(List.of("2026-12-01 23:59 UTC WAIVER_END"), told(run(List.of(unused))));
    }

    @Test
    void thePageTellsWaiversAndTheirReasons() {
        Page page = Page.of(run(
                List.of(
                        new WaiverNotice(WAIVER, WaiverNotice.Kind.ENDS_SOON),
                        new WaiverNotice(WAIVER, WaiverNotice.Kind.ENDED)),
                waived()));

        assertEquals(List.of("Waived until 2026-12-01: moved <b>soon</b>"), page.classed("waiver"));
        assertEquals(
                Stream.of(WaiverNotice.Kind.ENDS_SOON, WaiverNotice.Kind.ENDED)
                        .map(kind -> WaiverText.of(new WaiverNotice(WAIVER, kind), NOW))
                        .collect(Collectors.joining("\n")),
                page.classed("notices").get(0).strip());
    }

    @Test
    void theListSaysHowLongItIsAndTheDrawingShowsWhatIsToCome() {
        RunReport past = run(
                List.of(),
                judge(described(
                        HUAWEI,
                        KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(NOW.minus(Duration.ofDays(1))))));
        Page soon = Page.of(Runs.of(MixedRun.alike(2, 0)));

        assertTrue(
                soon.classed("dates").get(0).strip().startsWith("2026-11-23, in 1 day Deletion: payroll 0 (huawei:"));
        assertEquals(2, soon.all("path").size());
        assertTrue(Page.of(past).classed("dates").get(0).contains("2026-11-21, that is past"));
        assertFalse(Page.of(past).texts("h2").isEmpty());
        assertEquals(List.of(), Page.of(past).all("svg"));
    }

    @Test
    void manyDatesAreFolded() {
        assertTrue(Page.of(Runs.of(MixedRun.alike(12, 0))).texts("summary").contains("2 later dates"));
    }
}
