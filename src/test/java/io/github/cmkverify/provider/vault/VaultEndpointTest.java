package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.provider.vault.VaultBench.ID;
import static io.github.cmkverify.provider.vault.VaultBench.reference;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultEndpointTest {
    private final VaultBench bench = new VaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void check(Map<String, String> options) throws InvalidInputException {
        bench.provider().check(reference(ID, options));
    }

    @Test
    void withoutAnAddressThereIsNothingToAsk() {
        bench.variables.remove("VAULT_ADDR");

        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> check(Map.of()));

        assertEquals("environment variable VAULT_ADDR or BAO_ADDR", wrong.where());
        KeyAnswer.Undetermined doubt = bench.doubt();
        assertEquals(Cause.HOST_NOT_ALLOWED, doubt.cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAULT_ADDR", "BAO_ADDR"})
    void aVariableNamesTheServer(String variable) throws InvalidInputException {
        bench.variables.remove("VAULT_ADDR");
        bench.variables.put(variable, "https://vault.example.com:8200/");

        check(Map.of());
        check(Map.of("address", "https://vault.example.com:8200"));
    }

    @Test
    void aDeclaredAddressIsNotEnough() {
        bench.variables.put("VAULT_ADDR", "https://vault.example.com");

        for (String address :
                List.of("https://vault.evil.org", "https://sub.vault.example.com", "https://example.com")) {
            InvalidInputException wrong =
                    assertThrows(InvalidInputException.class, () -> check(Map.of("address", address)));
            assertEquals("<vault> <address>", wrong.where());
        }
        Asked asked = bench.provider().ask(reference(ID, Map.of("address", "https://vault.evil.org")), bench.budget);
        assertEquals(Cause.NO_CREDENTIALS, ((KeyAnswer.Undetermined) asked.answer()).cause());
    }

    @Test
    void aDeclaredAddressMayBeAllowedFromOutside() throws InvalidInputException {
        bench.allowedHosts = Set.of("vault.example.com");

        check(Map.of("address", "https://vault.example.com:8200"));
    }

    @Test
    void thisMachineMayBeDeclaredAndIsSaidToBe() {
        bench.variables.remove("VAULT_ADDR");
        bench.server.key(ID);

        assertDoesNotThrow(() -> check(Map.of("address", bench.simulator.url())));
        Asked asked = bench.provider().ask(reference(ID, Map.of("address", bench.simulator.url())), bench.budget);

        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
        assertTrue(asked.evidence().get(0).endpointOverridden());
    }

    @Test
    void theTokenFileBelongsToADeclaredServerWhereNoVariableNamesOne(@TempDir Path home) throws IOException {
        bench.variables.clear();
        bench.home = home;
        Files.writeString(home.resolve(".vault-token"), "demo-token");
        bench.server.key(ID);

        Asked asked = bench.provider().ask(reference(ID, Map.of("address", bench.simulator.url())), bench.budget);

        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
        assertEquals("~/.vault-token", asked.evidence().get(0).identity());
    }

    @Test
    void aVariableThatNamesTheDeclaredServerLeavesItsToolsNothingToHint() {
        bench.variables.remove("VAULT_TOKEN");

        Asked asked = bench.provider().ask(reference(ID, Map.of("address", bench.simulator.url())), bench.budget);

        KeyAnswer.Undetermined doubt = (KeyAnswer.Undetermined) asked.answer();
        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        assertFalse(doubt.said().contains("another server"), doubt.said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vault.example.com", "http://vault.example.com", "https://u:p@vault.example.com", "unix:///run/s"
            })
    void aVariableThatNamesNoServerIsAnError(String address) {
        bench.variables.put("VAULT_ADDR", address);

        InvalidInputException wrong = assertThrows(InvalidInputException.class, () -> check(Map.of()));

        assertEquals("environment variable VAULT_ADDR", wrong.where());
        assertTrue(!wrong.written().contains("u:p"), wrong.written());
    }

    @Test
    void sendsTheNamespace() {
        bench.server.key("team-a/" + ID).key("team-b/" + ID);
        bench.variables.put("VAULT_NAMESPACE", "/team-a/");

        assertInstanceOf(KeyAnswer.Described.class, bench.answer());
        Asked declared = bench.provider().ask(reference(ID, Map.of("namespace", "team-b")), bench.budget);

        assertInstanceOf(KeyAnswer.Described.class, declared.answer());
        assertEquals(
                List.of("team-a/", "team-b/"),
                bench.simulator.received().stream()
                        .map(request -> request.getHeaders().get("X-Vault-Namespace"))
                        .toList());
    }

    @Test
    void aMissingKeyOfANamespaceIsMissing() {
        bench.server.mount("team-a/transit", "transit");
        bench.variables.put("BAO_NAMESPACE", "team-a");

        assertInstanceOf(KeyAnswer.Missing.class, bench.answer());
    }

    @Test
    void aNamespaceThatCannotBeOneIsAnError() {
        bench.variables.put("VAULT_NAMESPACE", "a b");

        assertThrows(InvalidInputException.class, () -> check(Map.of()));
    }
}
