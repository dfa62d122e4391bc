package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.sim.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong between the account and us, it says nothing of the key. */
class FaultsTest {
    private static final String GONE = "77b97eae-0000-4000-8000-00000000dead";

    private static final String OTHER = "77b97eae-0000-4000-8000-00000000beef";
    private static final String LIST = "/accounts/" + ACCOUNT + "/customer-managed-keys\n";

    private final AccountGate gate = new AccountGate();

    FaultsTest() {
        gate.cloud.configuration(ACCOUNT, OTHER, AccountGate.ARN);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    /** Logs in while all is well, so that the fault meets the question that it is meant for. */
    private void assertNothingIsConcludedAfterLogin(String text, Fault fault, String key) {
        gate.requestTimeout = Duration.ofMillis(200);
        assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask(OTHER).answer());
        assertNothingIsConcluded(text, fault, key);
    }

    private void assertNothingIsConcluded(String text, Fault fault, String key) {
        gate.requestTimeout = Duration.ofMillis(200);
        gate.budget = Duration.ofMillis(500);
        gate.simulator.spoil(text, fault);
        Asked asked = gate.ask(key);
        KeyAnswer.Undetermined doubt = assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer());
        assertFalse(doubt.said().contains("sim-token"), doubt.said());
        assertFalse(doubt.said().contains("demo-secret"), doubt.said());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheLoginSaysAnything(Fault fault) {
        assertNothingIsConcluded("/v1/token", fault, KEY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheAnswerForAKeySaysAnything(Fault fault) {
        assertNothingIsConcludedAfterLogin("customer-managed-keys/" + KEY, fault, KEY);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheAnswerForAMissingKeySaysAnything(Fault fault) {
        assertNothingIsConcludedAfterLogin("customer-managed-keys/" + GONE, fault, GONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheListSaysAnything(Fault fault) {
        assertNothingIsConcludedAfterLogin(LIST, fault, GONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "ERROR_500", "ERROR_502", "RESET_BEFORE"})
    void aPassingFaultIsOvercome(Fault fault) {
        gate.simulator.spoil("customer-managed-keys/" + KEY, fault, Fault.NONE);
        assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask(KEY).answer());
        gate.simulator.spoil(LIST, fault, Fault.NONE);
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }
}
