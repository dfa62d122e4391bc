package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureSyntaxTest {
    private final AzureSyntax syntax = new AzureSyntax();
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://payments.vault.azure.net/keys/main",
                "https://Payments.Vault.Azure.net/keys/Main/0123456789abcdef0123456789abcdef",
                "https://payments.vault.azure.net:443/keys/main",
                "https://payments.managedhsm.azure.net/keys/main",
                "https://payments.vault.azure.cn/keys/main",
                "https://payments.managedhsm.azure.cn/keys/main",
                "https://payments.vault.usgovcloudapi.net/keys/main",
                "https://payments.managedhsm.usgovcloudapi.net/keys/main",
                "http://127.0.0.1:8080/keys/main",
                "https://localhost:8443/keys/main"
            })
    void takesTheIdentifiersOfAllCloudsAndLoopbackAsTheyAre(String id) throws Exception {
        KeyReference element = syntax.fromElement(Map.of("keyId", id));
        assertEquals(new KeyReference("azure", id), element);
        assertEquals(element, syntax.fromReference(id, Map.of()));
        assertTrue(syntax.claims(id));
        assertDoesNotThrow(() -> rig.provider().check(element));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "payments.vault.azure.net/keys/main",
                "http://payments.vault.azure.net/keys/main",
                "https://payments.vault.azure.net",
                "https://payments.vault.azure.net/keys",
                "https://payments.vault.azure.net/keys/",
                "https://payments.vault.azure.net/keys/main/",
                "https://payments.vault.azure.net/keys/main?api-version=7.4",
                "https://payments.vault.azure.net/keys/main#x",
                "https://payments.vault.azure.net/keys/ma_in",
                "https://payments.vault.azure.net/keys/../x",
                "https://payments.vault.azure.net/keys/%6dain",
                "https://payments.vault.azure.net/keys/main/1",
                "https://payments.vault.azure.net/keys/main/0123456789abcdef0123456789abcdef/x",
                "https://payments.vault.azure.net/secrets/main",
                "https://payments.vault.azure.net:8443/keys/main",
                "https://user:secret@payments.vault.azure.net/keys/main",
                "https://ab.vault.azure.net/keys/main",
                "https://a-vault-with-a-name-that-is-far-too-long.vault.azure.net/keys/main",
                "https://payments.vault.azure.net\\@evil.example/keys/main",
                "https://payments.vault.azure.net/keys/${name}"
            })
    void refusesWhatIsNoIdentifier(String id) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of("keyId", id)));
        assertEquals("<azure> <keyId>", refused.where());
        assertFalse(refused.written().contains("secret@"), refused.written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example.com/keys/main",
                "https://payments.vault.azure.net.evil.example/keys/main",
                "https://a.b.vault.azure.net/keys/main",
                "https://payments-vault.azure.net/keys/main",
                "https://169.254.169.254/keys/main",
                "https://2130706433/keys/main"
            })
    void aHostThatOnlyTheProjectNamesMayNotBeAsked(String id) throws Exception {
        KeyReference reference = syntax.fromReference(id, Map.of());
        assertThrows(InvalidInputException.class, () -> rig.provider().check(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://login.example", "https://user:secret@login.example", "http://login.example", "a b"})
    void anAuthorityThatCannotBeAskedIsNamedBeforeAnythingIs(String authority) throws Exception {
        rig.variable("AZURE_AUTHORITY_HOST", authority);
        KeyReference reference = syntax.fromReference("https://payments.vault.azure.net/keys/main", Map.of());
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> rig.provider().check(reference));
        assertEquals("environment AZURE_AUTHORITY_HOST", refused.where());
        assertFalse(("" + refused.getMessage()).contains("secret@"), "" + refused.getMessage());
    }

    @Test
    void leavesOtherReferencesToOthers() {
        assertFalse(syntax.claims("vault://transit/main"));
        assertFalse(syntax.claims("arn:aws:kms:us-east-1:111122223333:key/x"));
        assertFalse(syntax.claims("projects/p/locations/l"));
    }

    @Test
    void saysWhatCanBeWrittenAndExpected() {
        assertEquals("azure", syntax.provider());
        assertEquals(AzureKey.FORMS, syntax.forms());
        assertEquals(List.of("keyId"), syntax.children());
        assertEquals(List.of(), syntax.options());
        assertEquals(Set.of("usage", "spec", "alias", "keyId"), syntax.expectations());
        assertEquals(
                Set.of(
                        "ENCRYPT_DECRYPT",
                        "SIGN_VERIFY",
                        "WRAP_UNWRAP",
                        "encrypt",
                        "decrypt",
                        "sign",
                        "verify",
                        "wrapKey",
                        "unwrapKey",
                        "import",
                        "export",
                        "deriveKey",
                        "deriveBits"),
                syntax.words().get("usage"));
    }

    @Test
    void anExpectedIdHasToBeOne() {
        assertDoesNotThrow(() -> syntax.checkExpectation("keyId", "https://payments.vault.azure.net/keys/main"));
        assertDoesNotThrow(() -> syntax.checkExpectation("spec", "RSA_2048"));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> syntax.checkExpectation("keyId", "main"));
        assertEquals("<keyId>", refused.where());
    }

    @Test
    void anElementWithoutAnIdIsNamed() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> syntax.fromElement(Map.of()));
        assertEquals("<azure> <keyId>", refused.where());
        assertThrows(InvalidInputException.class, () -> syntax.fromReference("https://main", Map.of()));
    }

    @Test
    void aPasswordInAnIdentifierIsAllThatIsNotShown() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> syntax.fromReference("https://me:secret@payments.vault.azure.net/keys/main", Map.of()));
        assertEquals("https://…@payments.vault.azure.net/keys/main", refused.written());
    }

    @Test
    void aHostThatMayNotBeAskedIsToldWhichMay() throws Exception {
        KeyReference reference = syntax.fromReference("https://vault.example.com/keys/main", Map.of());
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> rig.provider().check(reference));
        assertEquals("key identifier https://vault.example.com/keys/main", refused.where());
        assertTrue(refused.accepted().contains("vault.azure.net, managedhsm.azure.net, vault.azure.cn"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Payments.Vault.Azure.net:443/keys/main, https://payments.vault.azure.net",
        "https://localhost:443/keys/main, https://localhost",
        "https://localhost:8443/keys/main, https://localhost:8443",
        "http://127.0.0.1:443/keys/main, http://127.0.0.1:443",
        "http://[::1]:8080/keys/main, http://[::1]:8080"
    })
    void theVaultAloneIsTheAddress(String id, String address) throws Exception {
        assertEquals(address, rig.provider().address(syntax.fromReference(id, Map.of())));
    }

    @Test
    void onlyThatVaultMayBeAsked() throws Exception {
        assertEquals(
                new HostRule(Set.of("payments.vault.azure.net"), Set.of(), false),
                AzureKey.of("test", "https://payments.vault.azure.net/keys/main")
                        .hosts());
        assertEquals(
                new HostRule(Set.of(), Set.of(), false),
                AzureKey.of("test", "https://vault.example.com/keys/main").hosts());
        assertEquals(
                new HostRule(Set.of(), Set.of(), true),
                AzureKey.of("test", "https://localhost/keys/main").hosts());
    }
}
