package io.github.cmkverify.provider.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultSyntaxTest {
    private final VaultSyntax syntax = new VaultSyntax();

    @Test
    void elementAndReferenceAreTheSameQuestion() throws InvalidInputException {
        KeyReference element = syntax.fromElement(
                Map.of("keyId", "transit/orders", "address", "https://Vault.example.com:443/", "namespace", "/a/b/"));
        KeyReference reference = syntax.fromReference(
                "vault://transit/orders", Map.of("address", "https://vault.example.com", "namespace", "a/b"));

        assertEquals(reference, element);
        assertEquals("vault://transit/orders", element.text());
        assertEquals("cmk-vault", element.serverId());
    }

    @Test
    void whatMayBeWrittenIsWhatIsRead() throws InvalidInputException {
        Map<String, String> written =
                Map.of("keyId", "transit/orders", "address", "https://vault.example.com", "namespace", "a");
        assertEquals(written.keySet(), Set.copyOf(syntax.children()));

        KeyReference read = syntax.fromElement(written);

        assertEquals(syntax.provider(), read.provider());
        assertEquals(Set.copyOf(syntax.options()), read.options().keySet());
        assertEquals(List.of("vault://{mount}/{name}"), syntax.forms());
        assertEquals(Set.of("usage", "spec", "alias", "origin", "rotation"), syntax.expectations());
        assertTrue(syntax.words().getOrDefault("usage", Set.of()).contains("ENCRYPT_DECRYPT"));
        assertTrue(syntax.words().getOrDefault("origin", Set.of()).contains("external-store"));
    }

    @Test
    void theLastSegmentIsTheName() throws InvalidInputException {
        VaultKey key = VaultKey.of(syntax.fromReference("vault://teams/a/transit/orders.v1-x", Map.of()));

        assertEquals("teams/a/transit", key.mount());
        assertEquals("orders.v1-x", key.name());
        assertEquals("teams/a/transit/keys/orders.v1-x", key.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "/orders",
                "transit/",
                "transit//orders",
                "transit/../orders",
                "../sys/orders",
                "transit/.",
                "transit/-orders",
                "transit/orders-",
                "transit/orders?version=1",
                "transit/or%2fders",
                "transit/or ders",
                "transit/ördérs",
                "${mount}/orders",
                "https://vault.example.com/v1/transit/keys/orders"
            })
    void anIdThatIsNoneIsRefused(String id) {
        assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of("keyId", id)));
        assertThrows(InvalidInputException.class, () -> syntax.fromReference("vault://" + id, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault.example.com",
                "http://vault.example.com",
                "ftp://vault.example.com",
                "https://user:word@vault.example.com",
                "https://vault.example.com/?x=1",
                "https://vault.example.com/#x",
                "https://vault.example.com/../x",
                "https://vault.example.com:99999",
                "https://"
            })
    void anAddressThatIsNoneIsRefused(String address) {
        InvalidInputException wrong = assertThrows(
                InvalidInputException.class,
                () -> syntax.fromElement(Map.of("keyId", "transit/orders", "address", address)));

        assertEquals("<vault> <address>", wrong.where());
        assertFalse(wrong.written().contains("word"), wrong.written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:8200", "https://v/gate/way"})
    void anAddressMayBeThisMachineOrBehindAGateway(String address) throws InvalidInputException {
        KeyReference key = syntax.fromReference("vault://transit/orders", Map.of("address", address));

        assertEquals(address, key.option("address", ""));
    }

    @Test
    void claimsItsScheme() {
        assertTrue(syntax.claims("vault:transit/orders"));
        assertTrue(syntax.claims("VAULT://transit/orders"));
        assertFalse(syntax.claims("vaults://transit/orders"));
        assertThrows(InvalidInputException.class, () -> syntax.fromReference("VAULT://transit/orders", Map.of()));
    }
}
