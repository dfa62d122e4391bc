package io.github.cmkverify.provider.databricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountEndpointTest {
    private static AccountEndpoint endpoint(String declared, String variable) throws InvalidInputException {
        Map<String, String> variables = variable.isEmpty() ? Map.of() : Map.of("DATABRICKS_HOST", variable);
        return AccountEndpoint.of(
                new DatabricksReference(AccountGate.ACCOUNT, AccountGate.KEY, declared.isEmpty() ? null : declared),
                new Environment(variables, Path.of("."), Clock.systemUTC()));
    }

    @Test
    void theDefaultIsAskedWhereNobodyNamesAnother() throws Exception {
        assertEquals(AccountHost.DEFAULT, endpoint("", "").host().url());
    }

    @Test
    void theDeclarationComesBeforeTheEnvironment() throws Exception {
        AccountEndpoint endpoint =
                endpoint("https://accounts.cloud.databricks.us", "https://accounts.gcp.databricks.com");
        assertEquals("https://accounts.cloud.databricks.us", endpoint.host().url());
        assertFalse(endpoint.isHostOfTheEnvironment());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.gcp.databricks.com",
                "http://127.0.0.1:1234",
                "https://databricks.corp.example",
                "https://accounts.cloud.databricks.us/?o=1"
            })
    void anAccountHostOfTheEnvironmentIsAskedAndTrusted(String variable) throws Exception {
        AccountEndpoint endpoint = endpoint("", variable);
        assertTrue(variable.startsWith(endpoint.host().url()));
        assertEquals(Set.of(endpoint.host().name()), endpoint.rule().named());
        assertEquals("", endpoint.hint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dbc-a1b2345c-d6e7.cloud.databricks.com/?o=12",
                "adb-1234567890123456.7.azuredatabricks.net",
                "https://accounts.azuredatabricks.net"
            })
    void aWorkspaceOrAzureAccountOfTheEnvironmentIsPassedOverAndTold(String variable) throws Exception {
        AccountEndpoint endpoint = endpoint("", variable);
        assertEquals(AccountHost.DEFAULT, endpoint.host().url());
        assertEquals(Set.of(), endpoint.rule().named());
        assertTrue(endpoint.hint().contains("DATABRICKS_HOST names"), endpoint.hint());
        assertFalse(endpoint.isHostOfTheEnvironment());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://workspace.example", "https://user@host", "::"})
    void aVariableThatIsNoUrlIsAnError(String variable) {
        assertThrows(InvalidInputException.class, () -> endpoint("", variable));
        assertThrows(InvalidInputException.class, () -> endpoint(AccountHost.DEFAULT, variable));
    }

    @Test
    void loopbackIsTrustedWhereTheDeclarationNamesIt() throws Exception {
        assertTrue(endpoint("http://127.0.0.1:1234", "").rule().loopback());
        assertFalse(endpoint("https://databricks.corp.example", "").rule().loopback());
        assertFalse(endpoint("", "").rule().loopback());
    }

    @Test
    void aHostThatOnlyTheProjectNamesIsNotTrusted() throws Exception {
        assertEquals(
                Set.of(), endpoint("https://databricks.evil.example", "").rule().named());
    }
}
