package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.SOON;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.undetermined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.policy.Samples;
import io.github.cmkverify.policy.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private static final KeyReference K = new KeyReference("huawei", "huawei://eu-de/P/K");

    private static final Verdict FINE = judge(described(K, enabled()));
    private static final Verdict GONE = judge(missing(K));
    private static final Verdict UNCLEAR = judge(undetermined(K, Cause.NOT_REACHED, null, ""));
    private static final Verdict LOWERED =
            judge(key(K, Map.of(FindingId.UNDETERMINED, Severity.WARN)), undetermined(K, Cause.NOT_REACHED, null, ""));
    private static final Verdict WARNED =
            judge(key(K, Map.of(FindingId.DISABLED, Severity.WARN)), described(K, KeyFacts.of(KeyState.DISABLED, "3")));

    @Test
    void anyFailIsAFailure() {
        assertEquals(Exit.FAILURE, Exit.of(List.of(UNCLEAR, GONE, FINE)));
    }

    @Test
    void aDoubtAloneIsAnError() {
        assertEquals(Exit.ERROR, Exit.of(List.of(FINE, UNCLEAR, WARNED)));
    }

    @Test
    void warningsStopNothing() {
        assertEquals(Exit.OK, Exit.of(List.of(FINE, WARNED, LOWERED)));
        assertEquals(Exit.OK, Exit.of(List.of()));
    }

    @Test
    void aKeyWithADoubtAndAFailIsAFailure() {
        Verdict both = judge(
                key(HUAWEI),
                described(HUAWEI, KeyFacts.of(KeyState.UNKNOWN, "6").contradictions(List.of("both"))));

        assertEquals(Exit.FAILURE, Exit.of(List.of(both)));
    }

    @Test
    void everyFailedAndUndeterminedKeyIsListed() {
        Verdict dying = judge(
                Samples.named("payroll", K),
                described(K, KeyFacts.of(KeyState.PENDING_DELETION, "4").deletionAt(SOON)));

        assertEquals("""
                2 of 5 keys failed, 1 could not be verified:
                  FAIL  huawei://eu-de/P/K: missing
                  FAIL  payroll (huawei://eu-de/P/K): scheduled-for-deletion 2026-12-03
                  UNDETERMINED  huawei://eu-de/P/K: undetermined: not reached
                What was seen and what to do is told above, key by key, and in the report.""", FailureText.of(Runs.of(UNCLEAR, GONE, FINE, WARNED, dying)));
    }

    @Test
    void withoutAFailItIsNotCalledOne() {
        assertEquals("""
                2 of 2 keys could not be verified:
                  UNDETERMINED  huawei://eu-de/P/K: undetermined: not reached
                  UNDETERMINED  huawei://eu-de/P/K: undetermined: not reached (a warning)
                What was seen and what to do is told above, key by key, and in the report.""", FailureText.of(Runs.of(UNCLEAR, LOWERED)));
    }

    @Test
    void aMistakeSaysWhereWhatAndWhatIsAccepted() {
        assertEquals(
                "<keys> <huawei> <region>: 'eu de' is not accepted. Accepted: a region such as eu-de",
                FailureText.of(new InvalidInputException("<huawei> <region>", "eu de", "a region such as eu-de")
                        .in("<keys>")));
        assertEquals(
                "<huawei> <keyId>: nothing is given. Accepted: a UUID",
                FailureText.of(new InvalidInputException("<huawei> <keyId>", "", "a UUID")));
    }

    @Test
    void severalMistakesAreToldTogether() {
        InvalidInputException mistake = new InvalidInputException("cmk.timeout", "x", "seconds");

        assertEquals("cmk.timeout: 'x' is not accepted. Accepted: seconds", FailureText.of(List.of(mistake)));
        assertEquals("""
                2 mistakes in the configuration; nothing was asked:
                  cmk.timeout: 'x' is not accepted. Accepted: seconds
                  cmk.timeout: 'x' is not accepted. Accepted: seconds""", FailureText.of(List.of(mistake, mistake)));
    }
}
