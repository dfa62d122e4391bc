package io.github.cmkverify.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer names a host of the attacker: the second link of a configuration, a vault's challenge. Nobody is asked. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class AnsweredHostsTest {
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String KEY = "/keys/key/0123456789abcdef0123456789abcdef";

    private final DatabricksSim databricks = new DatabricksSim();
    private final AzureSim azure = new AzureSim();
    private final Simulator simulator = new Simulator(databricks, azure);

    @TempDir
    Path home;

    @AfterEach
    void close() {
        simulator.close();
    }

    private Verdict verdict(Victim victim) throws InvalidInputException {
        return victim.ask("databricks", "databricks://" + ACCOUNT + "/" + ID, Map.of("host", simulator.url()));
    }

    private void assertLeadsNowhere(Map<String, Object> configuration) throws Exception {
        databricks.configuration(ACCOUNT, ID, configuration);
        try (Victim victim = new Victim(simulator.port(), home, Victim.VARIABLES)) {
            assertEquals(Outcome.UNDETERMINED, verdict(victim).outcome());
            assertEquals(Set.of(), victim.wanted());
            assertTrue(
                    simulator.requests().stream()
                            .noneMatch(request -> request.contains("/keys/") && !request.contains("customer-managed")),
                    () -> simulator.requests().toString());
        }
    }

    /** The port of the simulated clouds, which would take what is sent to loopback. */
    private String here(String text) {
        return text.replace("PORT", String.valueOf(simulator.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kms:evil.example/:111122223333:key/" + ID,
                "arn:aws:kms:us-west-2.evil.example:111122223333:key/" + ID,
                "arn:aws:kms:us-west-2@evil.example:111122223333:key/" + ID,
                "arn:aws:kms:us-west-2#:111122223333:key/" + ID,
                "arn:aws:kms:\uff55s-west-2:111122223333:key/" + ID,
                "arn:evil:kms:us-west-2:111122223333:key/" + ID,
                "arn:aws:s3:us-west-2:111122223333:key/" + ID,
                "arn:aws:kms:us-west-2:111122223333:key/" + ID + "?endpoint=http://127.0.0.1:PORT",
                "arn:aws:kms:us-west-2:111122223333:key/" + ID + "&endpoint=http://127.0.0.1:PORT",
                "arn:aws:kms:us-west-2:111122223333:key/" + ID + "\nHost: evil.example",
                "arn:aws:kms:us-west-2:111122223333:key/../../" + ID,
                "arn:aws:kms:us-west-2:111122223333:alias/any",
                "aws://us-west-2/" + ID,
                "https://evil.vault.azure.net" + KEY,
                "http://127.0.0.1:PORT" + KEY,
            })
    void anArnIsNoWayToAnotherHost(String arn) throws Exception {
        assertLeadsNowhere(Map.of("aws_key_info", Map.of("key_arn", here(arn))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects/p-1/locations/evil.example/keyRings/r/cryptoKeys/k",
                "projects/p-1/locations/../keyRings/r/cryptoKeys/k",
                "projects/p-1/locations/x%2f/keyRings/r/cryptoKeys/k",
                "projects/p-1/locations/global/keyRings/r/cryptoKeys/k?endpoint=http://127.0.0.1:PORT",
                "projects/p-1/locations/global/keyRings/r/cryptoKeys/k\r\nHost: evil.example",
                "//cloudkms.evil.example/projects/p-1/locations/global/keyRings/r/cryptoKeys/k",
                "https://evil.example/projects/p-1/locations/global/keyRings/r/cryptoKeys/k",
                "http://127.0.0.1:PORT/projects/p-1/locations/global/keyRings/r/cryptoKeys/k",
            })
    void aNameOfGooglesIsNoWayToAnotherHost(String name) throws Exception {
        assertLeadsNowhere(Map.of("gcp_key_info", Map.of("kms_key_id", here(name))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://evil.example/demo.vault.azure.net",
                "https://evil.example#.vault.azure.net",
                "https://evil.example?.vault.azure.net",
                "https://demo.vault.azure.net@evil.example",
                "https://user:password@demo.vault.azure.net",
                "https://demo.vault.azure.net.evil.example",
                "https://demo.evilvault.azure.net",
                "https://demo.vault.azure.net.",
                "https://demo..vault.azure.net",
                "https://demo.vault.azure.net:8443",
                "https://d\uff45mo.vault.azure.net",
                "https://demo.vault.azure\u3002net",
                "https://demo.vault.azure.net\\@evil.example",
                "https://demo.vault.azure.net/?endpoint=http://127.0.0.1:PORT",
                "http://demo.vault.azure.net",
                "http://127.0.0.1:PORT",
                "https://127.0.0.1:PORT",
                "http://localhost:PORT",
                "http://[::1]:PORT",
                "http://2130706433:PORT",
                "http://169.254.169.254",
            })
    void aVaultIsNoWayToAnotherHost(String vault) throws Exception {
        assertLeadsNowhere(Map.of("azure_key_info", Map.of("key_vault_uri", here(vault), "key_name", "key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../deletedkeys", "key/../..", "key?x=", "key#", "k%65y", "key\r\nHost: evil.example"})
    void aNameOfAKeyIsNoWayToAnotherPath(String name) throws Exception {
        assertLeadsNowhere(
                Map.of("azure_key_info", Map.of("key_vault_uri", "https://demo.vault.azure.net", "key_name", name)));
    }

    /** What the tests above would pass for if the second link were never asked. */
    @Test
    void anArnOfAwsIsAskedThere() throws Exception {
        databricks.configuration(ACCOUNT, ID, "arn:aws:kms:us-west-2:111122223333:key/" + ID);
        try (Victim victim = new Victim(simulator.port(), home, Victim.VARIABLES)) {
            verdict(victim);
            assertEquals(Set.of("kms.us-west-2.amazonaws.com", "kms.us-west-2.amazonaws.com:443"), victim.wanted());
        }
    }

    /** The secret of a client is worth more than a token: where it goes is not a vault's to say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/tenant",
                "https://login.microsoftonline.com.evil.example/tenant",
                "https://login.microsoftonline.com@evil.example/tenant",
                "http://169.254.169.254/tenant",
            })
    void aChallengeIsNoWayToAnotherSignIn(String authority) throws IOException, InvalidInputException {
        azure.challenge("Bearer authorization=\"" + authority + "\", resource=\"{vault}\"")
                .key("key", true);
        Map<String, String> variables = new HashMap<>(Victim.VARIABLES);
        variables.put("AZURE_CLIENT_ID", AzureSim.CLIENT);
        variables.put("AZURE_CLIENT_SECRET", AzureSim.SECRET);
        variables.put("AZURE_TENANT_ID", AzureSim.TENANT);
        try (Victim victim = new Victim(simulator.port(), home, variables)) {
            victim.ask("azure", simulator.url() + KEY, Map.of());
            assertEquals(Set.of("login.microsoftonline.com", "login.microsoftonline.com:443"), victim.wanted());
        }
    }
}
