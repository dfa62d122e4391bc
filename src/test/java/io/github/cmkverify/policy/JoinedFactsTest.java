package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.pointsTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a key after two links, and what follows from facts beside the state. */
class JoinedFactsTest {
    private static final Instant FAR = NOW.plus(Duration.ofDays(400));

    private static KeyFacts.Builder full(KeyState state, String raw, String mark) {
        return KeyFacts.of(state, raw)
                .keyId(AWS.text())
                .alias("alias/" + mark)
                .spec("spec " + mark)
                .usage("usage " + mark)
                .origin("origin " + mark)
                .rotation(mark.equals("first"))
                .region("region " + mark)
                .useCases(List.of("use " + mark))
                .createdAt(NOW.minus(Duration.ofDays(mark.length())))
                .deletionAt(SOON.plus(Duration.ofDays(mark.length())))
                .expiresAt(FAR.plus(Duration.ofDays(mark.length())))
                .versionsAtRisk(List.of("version of " + mark))
                .versionsEndAt(SOON.plus(Duration.ofDays(2L * mark.length())))
                .purgeProtected(mark.equals("first"))
                .usedBy(List.of("workspace of " + mark));
    }

    @Test
    void whatTheKeyBehindDoesNotSayStaysAsTheConfigurationSaidIt() {
        KeyFacts joined = judge(
                        key(DATABRICKS),
                        pointsTo(DATABRICKS, full(KeyState.UNKNOWN, "", "first"), AWS),
                        described(AWS, KeyFacts.of(KeyState.DISABLED, "Disabled")))
                .facts();

        // The alias alone is the last link's to say: aliases move.
        assertEquals(full(KeyState.DISABLED, "Disabled", "first").alias(null).build(), joined);
    }

    @Test
    void whatTheKeyBehindSaysCountsBeforeTheConfiguration() {
        KeyFacts joined = judge(
                        key(DATABRICKS),
                        pointsTo(DATABRICKS, full(KeyState.UNKNOWN, "", "first"), AWS),
                        described(AWS, full(KeyState.DISABLED, "Disabled", "second")))
                .facts();

        assertEquals(full(KeyState.DISABLED, "Disabled", "second").build(), joined);
    }

    @Test
    void whatAnyLinkContradictsAndWhoeverManagesItIsKept() {
        KeyFacts joined = judge(
                        key(DATABRICKS),
                        pointsTo(
                                DATABRICKS,
                                KeyFacts.of(KeyState.UNKNOWN, "")
                                        .contradictions(List.of("one"))
                                        .providerManaged(true)
                                        .external(true),
                                AWS),
                        described(AWS, enabled().contradictions(List.of("two"))))
                .facts();

        assertEquals(List.of("two", "one"), joined.contradictions());
        assertEquals(List.of(true, true), List.of(joined.providerManaged(), joined.external()));
    }

    @Test
    void anOlderVersionAtRiskIsWarnedOfWithTheDateOfTheFirstThatEnds() {
        Verdict verdict = judge(described(
                HUAWEI,
                enabled().versionsAtRisk(List.of("version 1 (DISABLED)")).versionsEndAt(SOON)));

        Finding finding = verdict.findings().get(0);
        assertEquals(Outcome.WARN, verdict.outcome());
        assertEquals(FindingId.OLDER_VERSION_AT_RISK, finding.id());
        assertEquals(SOON, finding.deadline());
    }

    @Test
    void aKeyThatCouldBePurgedAtOnceCountsOnceSomebodyAsks() {
        Map<FindingId, Severity> asks = Map.of(FindingId.NOT_PURGE_PROTECTED, Severity.FAIL);

        assertEquals(
                Outcome.FAIL,
                judge(key(HUAWEI, asks), described(HUAWEI, enabled().purgeProtected(false)))
                        .outcome());
        assertEquals(
                Outcome.PASS,
                judge(key(HUAWEI, asks), described(HUAWEI, enabled().purgeProtected(true)))
                        .outcome());
        assertEquals(
                Outcome.PASS,
                judge(key(HUAWEI, asks), described(HUAWEI, enabled())).outcome());
        assertEquals(
                Outcome.PASS,
                judge(described(HUAWEI, enabled().purgeProtected(false))).outcome());
    }
}
