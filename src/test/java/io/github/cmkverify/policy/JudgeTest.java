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
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.pointsTo;
import static io.github.cmkverify.policy.Samples.undetermined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {
    private static final Map<KeyState, FindingId> FINDINGS = Map.of(
            KeyState.DISABLED, FindingId.DISABLED,
            KeyState.PENDING_DELETION, FindingId.SCHEDULED_FOR_DELETION,
            KeyState.DESTROYED, FindingId.DESTROYED,
            KeyState.NOT_READY, FindingId.NOT_READY,
            KeyState.UNAVAILABLE, FindingId.UNAVAILABLE,
            KeyState.EXPIRED, FindingId.EXPIRED,
            KeyState.MISSING, FindingId.MISSING,
            KeyState.UNKNOWN, FindingId.UNDETERMINED);

    private static List<FindingId> ids(Verdict verdict) {
        return verdict.findings().stream().map(Finding::id).toList();
    }

    private static Asked state(KeyState state) {
        return described(HUAWEI, KeyFacts.of(state, "raw"));
    }

    @Test
    void anEnabledKeyPasses() {
        Verdict verdict = judge(described(HUAWEI, enabled()));

        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals(List.of(), verdict.findings());
        assertFalse(verdict.stops());
    }

    static List<Arguments> statesAndSeverities() {
        List<Arguments> all = new ArrayList<>();
        FINDINGS.forEach((state, id) -> id.accepted().forEach(severity -> all.add(Arguments.of(state, severity))));
        return all;
    }

    @ParameterizedTest
    @MethodSource("statesAndSeverities")
    void everyOtherStateMakesItsOneFinding(KeyState state, Severity severity) {
        FindingId id = FINDINGS.get(state);
        Verdict verdict = judge(key(HUAWEI, Map.of(id, severity)), state(state));

        assertEquals(List.of(id), ids(verdict));
        assertEquals(severity, verdict.findings().get(0).severity());
        assertEquals(severity != Severity.WARN, verdict.stops());
        Outcome expected = id == FindingId.UNDETERMINED
                ? Outcome.UNDETERMINED
                : severity == Severity.FAIL ? Outcome.FAIL : Outcome.WARN;
        assertEquals(expected, verdict.outcome());
    }

    @Test
    void theTableOfStatesIsComplete() {
        assertEquals(KeyState.values().length - 1, FINDINGS.size());
    }

    @Test
    void aScheduledDeletionHasItsDateAsDeadline() {
        Verdict verdict = judge(
                described(HUAWEI, KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(SOON)));

        assertEquals(SOON, verdict.findings().get(0).deadline());
    }

    @Test
    void aScheduledDeletionNeedsNoDate() {
        assertNull(judge(state(KeyState.PENDING_DELETION)).findings().get(0).deadline());
    }

    @Test
    void whatTheProviderCallsMissingIsMissing() {
        Verdict verdict = judge(missing(HUAWEI));

        assertEquals(List.of(FindingId.MISSING), ids(verdict));
        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals(KeyState.MISSING, verdict.facts().state());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyDoubtIsUndetermined(Cause cause) {
        Verdict verdict = judge(undetermined(HUAWEI, cause, "code", "said"));

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(List.of(FindingId.UNDETERMINED), ids(verdict));
        assertTrue(verdict.stops());
        assertEquals(KeyState.UNKNOWN, verdict.facts().state());
    }

    @Test
    void anUnknownStateIsKeptAsItCame() {
        assertEquals(
                "6",
                judge(undetermined(HUAWEI, Cause.UNKNOWN_STATE, "6", ""))
                        .facts()
                        .rawState());
        assertEquals(
                "",
                judge(undetermined(HUAWEI, Cause.ACCESS_DENIED, "KMS.0306", ""))
                        .facts()
                        .rawState());
    }

    @Test
    void aLoweredDoubtStaysUndeterminedAndDoesNotStop() {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.UNDETERMINED, Severity.WARN)),
                undetermined(HUAWEI, Cause.NOT_REACHED, null, ""));

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertFalse(verdict.stops());
    }

    // Chains

    private static final KeyFacts.Builder CONFIGURATION = KeyFacts.of(KeyState.UNKNOWN, "")
            .alias("alias/storage")
            .region("us-west-2")
            .useCases(List.of("STORAGE"));

    private static Asked configuration() {
        return pointsTo(DATABRICKS, CONFIGURATION, AWS);
    }

    @Test
    void theLastLinkDecides() {
        Verdict healthy = judge(key(DATABRICKS), configuration(), described(AWS, enabled()));
        Verdict broken =
                judge(key(DATABRICKS), configuration(), described(AWS, KeyFacts.of(KeyState.DISABLED, "Disabled")));

        assertEquals(Outcome.PASS, healthy.outcome());
        assertEquals(List.of(FindingId.DISABLED), ids(broken));
        assertEquals(AWS, broken.linkOf(broken.findings().get(0)).reference());
    }

    @Test
    void factsAreJoinedOverTheChain() {
        KeyFacts facts = judge(
                        key(DATABRICKS),
                        configuration(),
                        described(AWS, KeyFacts.of(KeyState.ENABLED, "Enabled").spec("SYMMETRIC_DEFAULT")))
                .facts();

        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals("Enabled", facts.rawState());
        assertNull(facts.alias(), "the configuration remembers one, the key itself names none");
        assertEquals("SYMMETRIC_DEFAULT", facts.spec());
        assertEquals(List.of("STORAGE"), facts.useCases());
        assertEquals(AWS.text(), facts.keyId());
    }

    static List<List<Asked>> chainsThatDoNotHangTogether() {
        KeyReference other = new KeyReference("aws", AWS.text() + "0");
        Asked healthy = described(AWS, enabled());
        return List.of(
                List.of(),
                List.of(configuration()),
                List.of(configuration(), described(other, enabled())),
                List.of(configuration(), configuration()),
                List.of(healthy),
                List.of(described(DATABRICKS, enabled()), healthy),
                List.of(missing(DATABRICKS), healthy),
                List.of(configuration(), healthy, healthy),
                List.of(configuration(), described(AWS.with("endpoint", "http://127.0.0.1:1"), enabled())));
    }

    @ParameterizedTest
    @MethodSource("chainsThatDoNotHangTogether")
    void aChainThatDoesNotHangTogetherIsUndetermined(List<Asked> chain) {
        Verdict verdict = Judge.judge(key(DATABRICKS), chain, NOW);

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertTrue(verdict.stops());
        assertEquals(chain, verdict.chain().subList(0, chain.size()));
        KeyAnswer answer = verdict.linkOf(verdict.findings().get(0)).answer();
        assertEquals(
                Cause.INTERNAL_FAULT,
                assertInstanceOf(KeyAnswer.Undetermined.class, answer).cause());
    }

    // Contradictions

    @Test
    void aContradictionOfAnyLinkIsAMismatchOfThatLink() {
        Verdict verdict = judge(
                key(DATABRICKS),
                pointsTo(
                        DATABRICKS,
                        KeyFacts.of(KeyState.UNKNOWN, "")
                                .contradictions(List.of("key_region eu-west-1, ARN us-west-2")),
                        AWS),
                described(AWS, enabled()));

        Finding finding = verdict.findings().get(0);
        assertEquals(FindingId.MISMATCH, finding.id());
        assertEquals(0, finding.link());
        assertNull(finding.subject());
        assertEquals("key_region eu-west-1, ARN us-west-2", finding.seen());
        assertEquals(Outcome.FAIL, verdict.outcome());
    }

    @Test
    void anEnabledKeyWithADeletionDateNeverPasses() {
        Verdict verdict = judge(described(HUAWEI, enabled().deletionAt(SOON)));

        assertEquals(List.of(FindingId.MISMATCH), ids(verdict));
    }

    @Test
    void aContradictionThatTheProviderRoomSawIsToldOnce() {
        Verdict verdict = judge(
                described(HUAWEI, enabled().deletionAt(SOON).contradictions(List.of("enabled, deletion date set"))));

        assertEquals(1, verdict.findings().size());
        assertEquals("enabled, deletion date set", verdict.findings().get(0).seen());
    }

    // Ends

    private static Verdict ending(Instant end, String origin) {
        return judge(described(HUAWEI, enabled().origin(origin).expiresAt(end)));
    }

    @Test
    void anEndThatIsReachedIsExpired() {
        assertEquals(List.of(FindingId.EXPIRED), ids(ending(NOW, "external")));
        assertEquals(List.of(FindingId.EXPIRED), ids(ending(NOW.minusSeconds(1), null)));
    }

    @Test
    void anEndWithinTheWindowIsExpiring() {
        Verdict atItsEdge = ending(NOW.plus(Rules.USUAL_WINDOW), "external");

        assertEquals(List.of(FindingId.EXPIRING), ids(ending(NOW.plusNanos(1), "external")));
        assertEquals(List.of(FindingId.EXPIRING), ids(atItsEdge));
        assertEquals(NOW.plus(Duration.ofDays(30)), atItsEdge.findings().get(0).deadline());
        assertEquals(Outcome.WARN, atItsEdge.outcome());
    }

    @Test
    void anEndBehindTheWindowIsFine() {
        assertEquals(
                Outcome.PASS,
                ending(NOW.plus(Rules.USUAL_WINDOW).plusNanos(1), "external").outcome());
    }

    @Test
    void anEndOfTheProvidersOwnMaterialMeansNothing() {
        assertEquals(Outcome.PASS, ending(NOW.minusSeconds(1), "kms").outcome());
        assertEquals(Outcome.PASS, ending(NOW.minusSeconds(1), "KMS").outcome());
    }

    // What else is told of an enabled key

    @Test
    void aKeyOfTheProviderFails() {
        assertEquals(
                List.of(FindingId.NOT_CUSTOMER_MANAGED),
                ids(judge(described(HUAWEI, enabled().providerManaged(true)))));
    }

    @Test
    void aKeyInAStoreOutsideIsWarnedOf() {
        Verdict verdict = judge(described(AWS, enabled().external(true)));

        assertEquals(List.of(FindingId.EXTERNAL_UNVERIFIED), ids(verdict));
        assertEquals(Outcome.WARN, verdict.outcome());
    }

    @Test
    void rotationThatIsOffIsIgnoredUntilSomebodyAsks() {
        Asked off = described(HUAWEI, enabled().rotation(false));

        assertEquals(Outcome.PASS, judge(off).outcome());
        assertEquals(
                Outcome.FAIL,
                judge(key(HUAWEI, Map.of(FindingId.ROTATION_OFF, Severity.FAIL)), off)
                        .outcome());
    }

    @Test
    void rotationThatIsNotSaidIsNotOff() {
        assertEquals(
                Outcome.PASS,
                judge(key(HUAWEI, Map.of(FindingId.ROTATION_OFF, Severity.FAIL)), described(HUAWEI, enabled()))
                        .outcome());
    }

    @Test
    void findingsAreToldWorstFirst() {
        Verdict verdict = judge(
                key(AWS, Map.of(FindingId.ROTATION_OFF, Severity.WARN)),
                described(
                        AWS,
                        enabled()
                                .rotation(false)
                                .expiresAt(SOON)
                                .external(true)
                                .providerManaged(true)
                                .contradictions(List.of("both"))));

        assertEquals(
                List.of(
                        FindingId.MISMATCH,
                        FindingId.NOT_CUSTOMER_MANAGED,
                        FindingId.EXPIRING,
                        FindingId.EXTERNAL_UNVERIFIED,
                        FindingId.ROTATION_OFF),
                ids(verdict));
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENABLED"})
    void aKeyThatIsEnabledByItsIdAndNotByItsAliasContradictsItself(KeyState state) {
        KeyReference alias = new KeyReference("aws", "arn:aws:kms:us-west-2:111122223333:alias/payroll");
        Verdict verdict = Judge.judge(
                key(AWS, Map.of(), Map.of("alias", "alias/payroll")),
                List.of(described(AWS, enabled().keyId(AWS.text()))),
                described(alias, KeyFacts.of(state, "raw").keyId(AWS.text())),
                NOW);

        assertEquals(List.of(FindingId.MISMATCH), ids(verdict));
        assertNull(verdict.findings().get(0).subject(), "a contradiction, which no waiver covers");
        assertEquals(1, verdict.findings().get(0).link());
    }

    // One root cause, one finding

    private static KeyFacts.Builder manyTroubles(KeyState state) {
        return KeyFacts.of(state, "raw")
                .rotation(false)
                .external(true)
                .providerManaged(true)
                .expiresAt(NOW.minusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_DELETION", "DESTROYED", "MISSING"})
    void whatIsDyingOrGoneComplainsOfNothingElse(KeyState state) {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.ROTATION_OFF, Severity.FAIL), Map.of("alias", "payroll")),
                described(HUAWEI, manyTroubles(state)));

        assertEquals(List.of(FINDINGS.get(state)), ids(verdict));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_READY", "EXPIRED"})
    void materialThatIsNotThereHasNoEndAndNoRotation(KeyState state) {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.ROTATION_OFF, Severity.FAIL)), described(HUAWEI, manyTroubles(state)));

        assertEquals(List.of(FINDINGS.get(state), FindingId.NOT_CUSTOMER_MANAGED), ids(verdict));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLED", "UNAVAILABLE"})
    void whatCanComeBackComplainsOfWhatWouldStillBeWrongThen(KeyState state) {
        Verdict verdict = judge(described(HUAWEI, manyTroubles(state)));

        List<FindingId> expected =
                new ArrayList<>(List.of(FINDINGS.get(state), FindingId.EXPIRED, FindingId.NOT_CUSTOMER_MANAGED));
        assertEquals(expected, ids(verdict));
    }

    @Test
    void loweringOneFindingHidesNoOther() {
        Verdict verdict = judge(
                key(HUAWEI, Map.of(FindingId.SCHEDULED_FOR_DELETION, Severity.WARN)),
                described(
                        HUAWEI,
                        KeyFacts.of(KeyState.PENDING_DELETION, "4")
                                .expiresAt(NOW)
                                .origin("external")));

        assertEquals(List.of(FindingId.EXPIRED, FindingId.SCHEDULED_FOR_DELETION), ids(verdict));
        assertEquals(Outcome.FAIL, verdict.outcome());
    }
}
