package io.github.cmkverify.provider.databricks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private static KeyReference at(String host) throws InvalidInputException {
        return new DatabricksSyntax()
                .fromElement(Map.of("accountId", AccountGate.ACCOUNT, "keyId", AccountGate.KEY, "host", host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.cloud.databricks.com",
                "https://accounts.cloud.databricks.us",
                "https://accounts-dod.cloud.databricks.mil",
                "https://accounts.gcp.databricks.com",
                "http://127.0.0.1:1"
            })
    void publishedHostsAndLoopbackMayBeAsked(String host) throws Exception {
        KeyReference reference = at(host);
        assertDoesNotThrow(() -> gate.provider().check(reference));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.cloud.databricks.com.evil.example",
                "https://evil-accounts.cloud.databricks.example",
                "https://169.254.169.254"
            })
    void aHostThatOnlyTheProjectNamesMayNotBeAskedNorGetsCredentials(String host) throws Exception {
        KeyReference reference = at(host);
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> gate.provider().check(reference));
        assertEquals("<databricks> <host>", refused.where());
        assertTrue(refused.accepted().contains("CMK_ALLOWED_HOSTS"), refused.accepted());
        KeyAnswer answer = gate.provider().ask(reference, gate.budget).answer();
        assertEquals(Cause.HOST_NOT_ALLOWED, ((KeyAnswer.Undetermined) answer).cause());
    }

    @Test
    void theHostOfTheEnvironmentIsAskedWhereTheDeclarationNamesNone() throws Exception {
        gate.variables.put("DATABRICKS_HOST", gate.simulator.url());
        KeyReference reference = new DatabricksSyntax()
                .fromReference("databricks://" + AccountGate.ACCOUNT + "/" + AccountGate.KEY, Map.of());
        gate.provider().check(reference);
        Asked asked = gate.provider().ask(reference, gate.budget);
        assertTrue(asked.answer() instanceof KeyAnswer.PointsTo, asked.toString());
        String remedy =
                new DatabricksRemedies().commands(FindingId.MISMATCH, asked).get(0);
        assertTrue(remedy.startsWith("DATABRICKS_HOST=" + gate.simulator.url() + " "), remedy);
    }

    @Test
    void aHostOfTheEnvironmentThatIsNoUrlIsAnErrorBeforeAnythingIsAsked() throws Exception {
        gate.variables.put("DATABRICKS_HOST", "http://workspace.example");
        KeyReference reference = at("https://accounts.cloud.databricks.us");
        assertThrows(InvalidInputException.class, () -> gate.provider().check(reference));
        assertTrue(gate.provider().ask(reference, gate.budget).evidence().isEmpty());
    }

    @Test
    void remediesNameTheConfigurationAndItsAccount() throws Exception {
        Asked asked = new Asked(
                at("https://accounts.gcp.databricks.com"), new KeyAnswer.Missing("NOT_FOUND", "", false), List.of());
        DatabricksRemedies remedies = new DatabricksRemedies();
        assertEquals(
                List.of("DATABRICKS_HOST=https://accounts.gcp.databricks.com DATABRICKS_ACCOUNT_ID="
                        + AccountGate.ACCOUNT + " databricks account encryption-keys list"),
                remedies.commands(FindingId.MISSING, asked));
        assertTrue(remedies.commands(FindingId.MISMATCH, asked)
                .get(0)
                .endsWith("databricks account encryption-keys get " + AccountGate.KEY));
        assertEquals(List.of(), remedies.commands(FindingId.DISABLED, asked));
    }
}
