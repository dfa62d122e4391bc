package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.asked;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.missing;
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
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private final Sentences sentences = new Sentences(Runs::remedies, NOW);

    private Told first(Verdict verdict) {
        return sentences.tell(verdict, verdict.findings().get(0));
    }

    private Told doubt(Cause cause, String code, String said) {
        return first(judge(undetermined(HUAWEI, cause, code, said)));
    }

    private static Verdict by(FindingId id, Asked link, Instant deadline) {
        Severity severity = id == FindingId.UNDETERMINED ? Severity.ERROR : Severity.FAIL;
        return new Verdict(
                key(link.reference()),
                id == FindingId.UNDETERMINED ? Outcome.UNDETERMINED : Outcome.FAIL,
                enabled().build(),
                List.of(new Finding(id, severity, 0, null, null, null, deadline, null)),
                List.of(link));
    }

    @ParameterizedTest
    @EnumSource(FindingId.class)
    void everyFindingHasASentenceAndACureWhateverIsKnown(FindingId id) {
        for (Asked link : List.of(
                described(HUAWEI, enabled()),
                missing(HUAWEI),
                undetermined(HUAWEI, Cause.NOT_REACHED, null, ""),
                new Asked(HUAWEI, new KeyAnswer.Missing("", "", true), List.of()))) {
            for (Instant deadline : new Instant[] {null, SOON, NOW}) {
                assertReadable(first(by(id, link, deadline)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasASentenceAndACureWhateverIsKnown(Cause cause) {
        for (String code : new String[] {null, "", "C.1"}) {
            for (String said : List.of("", "words of the server")) {
                assertReadable(doubt(cause, code, said));
                Asked unasked = new Asked(AWS, new KeyAnswer.Undetermined(cause, code, said), List.of());
                assertReadable(first(judge(unasked)));
            }
        }
    }

    @Test
    void noTwoCausesAreToldAlike() {
        Set<String> whats = new HashSet<>();
        Set<String> cures = new HashSet<>();
        for (Cause cause : Cause.values()) {
            whats.add(doubt(cause, null, "").what());
            cures.add(doubt(cause, null, "").remedy());
        }

        assertEquals(Cause.values().length, whats.size());
        assertEquals(Cause.values().length, cures.size());
    }

    private static void assertReadable(Told told) {
        for (String text : List.of(told.message(), told.remedy())) {
            assertTrue(text.length() > 15, text);
            assertTrue(text.length() < 400, text);
            assertFalse(text.contains("null") || text.contains("  ") || text.contains("()"), text);
            assertFalse(text.contains("\n"), text);
        }
    }

    @Test
    void aDeletionIsToldWithDateDeadlineAndCommands() {
        Told told = first(judge(
                described(HUAWEI, KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(SOON))));

        assertEquals(
                "the key is scheduled for deletion on 2026-12-03 12:00 UTC, in 11 days (state 4)"
                        + "; seen at https://kms.huawei.example, DescribeKey, HTTP 200, request req-200",
                told.message());
        assertEquals(
                "Cancel before 2026-12-03, then enable it: huawei cancel-key-deletion && huawei enable-key",
                told.remedy());
    }

    @Test
    void aDeletionWhoseDateIsPastIsNotToldToBeCancelledBeforeIt() {
        Told told = first(judge(
                described(HUAWEI, KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(NOW))));

        assertTrue(told.what().contains("that is past"), told.what());
        assertTrue(told.remedy().startsWith("Cancel at once"), told.remedy());
    }

    @Test
    void theBrokenLinkOfAChainIsNamed() {
        Told told = first(judge(
                key(DATABRICKS),
                pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, ""), AWS),
                described(AWS, KeyFacts.of(KeyState.DISABLED, "Disabled"))));

        assertEquals(
                "the AWS key behind it, " + AWS.text() + ", is disabled (state Disabled)"
                        + "; seen at https://kms.aws.example, DescribeKey, HTTP 200, request req-200",
                told.message());
        assertEquals("Find out why it was disabled, then enable it: aws enable-key", told.remedy());
    }

    @Test
    void whoLosesDataIsNamed() {
        KeyFacts.Builder configuration = KeyFacts.of(KeyState.UNKNOWN, "")
                .useCases(List.of("STORAGE"))
                .usedBy(List.of("a (1): STORAGE", "b (2): STORAGE", "c (3): STORAGE", "d (4): STORAGE"));
        Told told = first(judge(
                key(DATABRICKS),
                pointsTo(DATABRICKS, configuration, AWS),
                described(AWS, KeyFacts.of(KeyState.DISABLED, "Disabled"))));

        assertTrue(
                told.what()
                        .endsWith(
                                "; workspaces that lose data: a (1): STORAGE; b (2): STORAGE; c (3): STORAGE and 1 more"
                                        + " (STORAGE protects the root bucket with DBFS, job and SQL results, and the disks of"
                                        + " clusters where it is used for them)"),
                told.what());
    }

    @Test
    void aConfigurationThatNobodyUsesIsSaidToBeSo() {
        Told told = first(judge(
                key(DATABRICKS),
                pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, "").usedBy(List.of()), AWS),
                missing(AWS)));

        assertTrue(told.what().endsWith("; no workspace of the account uses the configuration"), told.what());
    }

    @Test
    void aKeyThatIsGoneBehindAConfigurationIsNamed() {
        Told told = first(
                judge(key(DATABRICKS), pointsTo(DATABRICKS, KeyFacts.of(KeyState.UNKNOWN, ""), AWS), missing(AWS)));

        assertTrue(
                told.message()
                        .startsWith("the AWS key behind it, " + AWS.text()
                                + ": AWS says that there is no such key (KMS.0207: The key does not exist.)"),
                told.message());
    }

    @Test
    void anIdThatTheServiceDoesNotKnowIsHintedAt() {
        Told told = first(judge(asked(HUAWEI, new KeyAnswer.Missing("KMS.0205", "Invalid key ID.", true), 400)));

        assertTrue(
                told.what().equals("Huawei says that this is not the id of a key (KMS.0205: Invalid key ID.)"),
                told.what());
        assertTrue(told.remedy().contains("name in place of its id"), told.remedy());
    }

    @Test
    void mismatchesTellBothSides() {
        assertEquals(
                "alias should be 'payroll' and is 'test'",
                first(judge(
                                key(HUAWEI, Map.of(), Map.of("alias", "payroll")),
                                described(HUAWEI, enabled().alias("test"))))
                        .what());
        assertEquals(
                "alias should be 'payroll', and the provider did not say it",
                first(judge(key(HUAWEI, Map.of(), Map.of("alias", "payroll")), described(HUAWEI, enabled())))
                        .what());
    }

    @Test
    void commandsThatOnlyShowMoreDoNotPassForTheCure() {
        Told told = first(judge(undetermined(DATABRICKS, Cause.SERVICE_FAULT, null, "")));

        assertEquals(
                "Wait and run again; look at the status page of Databricks. To look: databricks get "
                        + DATABRICKS.text(),
                told.remedy());
    }

    @ParameterizedTest
    @CsvSource({
        "RequestExpired, '', clock",
        "InvalidSignatureException, Signature expired: 20261122T110000Z is now earlier than, clock",
        "InvalidSignatureException, Signature not yet current, clock",
        "APIGW.0301, Incorrect IAM authentication information: x-sdk-date is expired, clock",
        "KMS.0303, '', get a new one",
        "ExpiredTokenException, '', get a new one",
        "APIGW.0307, The token must be updated, get a new one",
        "APIGW.0301, 'AK access failed to reach the limit,forbidden', five minutes",
        "APIG.0303, 'signature expired, signature time:20230527T000431Z,server time:20230527T020608Z', clock",
        "APIGW.0301, verify aksk signature fail, 'belongs to this access key, and that the clock'",
        "InvalidSignatureException, The request signature we calculated does not match, 'and that the clock'",
        "UnrecognizedClientException, '', 'wrong, expired or revoked'"
    })
    void aRefusedAuthenticationIsCuredByItsReason(String code, String said, String hint) {
        Told told = doubt(Cause.AUTHENTICATION_REFUSED, code, said);

        assertTrue(told.remedy().contains(hint), told.remedy());
        assertTrue(told.what().contains("from environment, access key AKTE…"), told.what());
    }

    @Test
    void missingCredentialsListTheSourcesAndTheServer() {
        Told told = doubt(Cause.NO_CREDENTIALS, null, "HUAWEICLOUD_SDK_AK, ~/.huaweicloud/credentials");

        assertEquals(
                "no credentials for Huawei were found; tried: HUAWEICLOUD_SDK_AK, ~/.huaweicloud/credentials",
                told.what());
        assertTrue(told.remedy().contains("<server> 'cmk-huawei'"), told.remedy());
    }

    @Test
    void deniedAccessNamesTheRightAndWhoNeedsIt() {
        assertEquals(
                "Grant huawei:DescribeKey on this key to who asks (environment, access key AKTE…).",
                doubt(Cause.ACCESS_DENIED, "KMS.0306", "").remedy());
    }

    @Test
    void aHostThatIsNotAllowedIsToldHowToAllowIt() {
        Asked link = new Asked(
                HUAWEI,
                new KeyAnswer.Undetermined(Cause.HOST_NOT_ALLOWED, null, "kms.example.org"),
                List.of(new Evidence("https://kms.example.org:8443", "DescribeKey", 0, null, NOW, "", 0, true)));
        Told told = first(judge(link));

        assertTrue(told.message().endsWith("nothing was sent to https://kms.example.org:8443"), told.message());
        assertTrue(told.remedy().contains("CMK_ALLOWED_HOSTS=kms.example.org in"), told.remedy());
        assertTrue(told.remedy().contains("<allowedHosts> of server 'cmk'"), told.remedy());
    }

    @Test
    void anAnswerThatNeverCameIsToldWithItsAttempts() {
        Asked link = new Asked(
                HUAWEI,
                new KeyAnswer.Undetermined(Cause.NOT_REACHED, null, "connection refused"),
                List.of(new Evidence("https://kms.example", "DescribeKey", 0, null, NOW, "", 3, false)));

        assertEquals(
                "asked at https://kms.example, DescribeKey, no answer, 3 attempts",
                first(judge(link)).where());
    }

    @Test
    void aProxyThatWantsALoginIsToldFromOneThatForbidsTheHost() {
        Told login = doubt(Cause.NOT_REACHED, null, "407 from proxy proxy.example:3128");
        Told forbidden = doubt(Cause.NOT_REACHED, null, "403 from the proxy");

        assertEquals("the proxy did not let us through to Huawei: 407 from proxy proxy.example:3128", login.what());
        assertTrue(login.remedy().contains("<username> and <password>"), login.remedy());
        assertEquals("the proxy did not let us through to Huawei: 403 from the proxy", forbidden.what());
        assertTrue(forbidden.remedy().contains("<nonProxyHosts>"), forbidden.remedy());
    }

    @Test
    void timeThatRanOutNamesTheParameter() {
        assertTrue(doubt(Cause.OUT_OF_TIME, null, "").remedy().contains("cmk.timeout"));
        assertTrue(doubt(Cause.TIMED_OUT, null, "").remedy().contains("cmk.requestTimeout"));
    }

    @Test
    void anUnknownStateIsShownAsItCame() {
        assertTrue(doubt(Cause.UNKNOWN_STATE, "6", "key_state 6").what().endsWith("does not document: 6"));
        assertTrue(first(judge(described(HUAWEI, KeyFacts.of(KeyState.UNKNOWN, "Melting"))))
                .what()
                .endsWith("does not document: Melting"));
    }

    @Test
    void providersAreWrittenAsPeopleWriteThem() {
        assertEquals("AWS", Place.provider("aws"));
        assertEquals("GCP", Place.provider("gcp"));
        assertEquals("Databricks", Place.provider("databricks"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, that is past",
        "PT59M, within the hour",
        "PT1H, in 1 hour",
        "PT23H, in 23 hours",
        "PT24H, in 1 day",
        "PT300H, in 12 days"
    })
    void deadlinesAreCounted(java.time.Duration left, String expected) {
        assertTrue(Days.ahead(NOW.plus(left), NOW).endsWith(", " + expected), expected);
    }

    @Test
    void everyKindOfFindingThatHasNoDoubtHasItsOwnSentence() {
        Set<String> whats = new HashSet<>();
        for (FindingId id : EnumSet.complementOf(EnumSet.of(FindingId.UNDETERMINED))) {
            whats.add(first(by(id, described(HUAWEI, enabled()), null)).what());
        }

        assertEquals(FindingId.values().length - 1, whats.size());
    }
}
