package io.github.cmkverify.provider.databricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabricksSyntaxTest {
    private static final String ACCOUNT = AccountGate.ACCOUNT;
    private static final String KEY = AccountGate.KEY;

    private final DatabricksSyntax syntax = new DatabricksSyntax();

    private KeyReference element(String account, String key, String host) throws InvalidInputException {
        Map<String, String> children = new HashMap<>(Map.of("accountId", account, "keyId", key));
        if (!host.isEmpty()) {
            children.put("host", host);
        }
        return syntax.fromElement(children);
    }

    @Test
    void elementAndReferenceAreTheSameQuestion() throws Exception {
        KeyReference element = element(ACCOUNT, KEY, "https://accounts.gcp.databricks.com");
        KeyReference reference = syntax.fromReference(
                "databricks://" + ACCOUNT + "/" + KEY, Map.of("host", "https://accounts.gcp.databricks.com/"));
        assertEquals(element, reference);
        assertEquals("databricks://" + ACCOUNT + "/" + KEY, element.text());
        assertEquals("databricks", element.provider());
    }

    @Test
    void whatMayBeWrittenIsWhatIsRead() throws Exception {
        Map<String, String> written =
                Map.of("accountId", ACCOUNT, "keyId", KEY, "host", "https://accounts.gcp.databricks.com");
        assertEquals(written.keySet(), Set.copyOf(syntax.children()));
        KeyReference read = syntax.fromElement(written);
        assertEquals(syntax.provider(), read.provider());
        assertEquals(Set.copyOf(syntax.options()), read.options().keySet());
        assertEquals(Set.of("useCases"), syntax.expectations());
        assertEquals(List.of("aws", "gcp", "azure"), syntax.pointsTo());
    }

    @Test
    void theNumberOfAnotherKindOfAccountIsToldApart() {
        InvalidInputException number =
                assertThrows(InvalidInputException.class, () -> element("123456789012", KEY, ""));
        InvalidInputException word = assertThrows(InvalidInputException.class, () -> element("acme", KEY, ""));
        assertTrue(number.accepted().contains("the number of an AWS account"), number.accepted());
        assertFalse(word.accepted().contains("the number of an AWS account"), word.accepted());
    }

    @Test
    void upperCaseIdsAreTheSameQuestion() throws Exception {
        assertEquals(element(ACCOUNT, KEY, ""), element(ACCOUNT, KEY.toUpperCase(java.util.Locale.ROOT), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.cloud.databricks.com",
                "https://accounts.cloud.databricks.com/",
                "https://ACCOUNTS.cloud.databricks.com:443",
                "accounts.cloud.databricks.com"
            })
    void theDefaultHostIsNoOption(String host) throws Exception {
        assertEquals(element(ACCOUNT, KEY, ""), element(ACCOUNT, KEY, host));
    }

    @ParameterizedTest
    @CsvSource({
        "https://accounts.cloud.databricks.us, https://accounts.cloud.databricks.us",
        "https://accounts-dod.cloud.databricks.mil, https://accounts-dod.cloud.databricks.mil",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "HTTP://LocalHost:80, http://localhost",
        "https://databricks.proxy.example.com:8443, https://databricks.proxy.example.com:8443",
    })
    void otherHostsBecomeAnOption(String written, String host) throws Exception {
        assertEquals(host, element(ACCOUNT, KEY, written).options().get("host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://accounts.cloud.databricks.com",
                "http://2130706433/",
                "https://accounts.cloud.databricks.com@evil.example/",
                "https://accounts.cloud.databricks.com/api/2.0",
                "https://accounts.cloud.databricks.com?o=1",
                "https://accounts.cloud.databricks.com#x",
                "ftp://accounts.cloud.databricks.com",
                "https://",
                "https://a b",
                "https://host:99999",
                "${databricks.host}"
            })
    void hostsThatAreNoneAreRefused(String host) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> element(ACCOUNT, KEY, host));
        assertEquals("<databricks> <host>", refused.where());
        assertEquals(host, refused.written());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.azuredatabricks.net",
                "https://accounts.azuredatabricks.us",
                "https://accounts.azuredatabricks.cn"
            })
    void azureAccountsAreToldToDeclareTheVaultKey(String host) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> element(ACCOUNT, KEY, host));
        assertTrue(refused.accepted().contains("<azure>"), refused.accepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dbc-a1b2345c-d6e7.cloud.databricks.com",
                "https://adb-1234567890123456.7.azuredatabricks.net",
                "https://1234567890.1.gcp.databricks.com"
            })
    void workspaceHostsAreToldApart(String host) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> element(ACCOUNT, KEY, host));
        assertTrue(refused.accepted().contains("host of a workspace"), refused.accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-3333-4444-555555555555/77b97eae-0000-4000-8000-000000000001, behind the slash",
        "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321, <aws>",
        "projects/p/locations/l/keyRings/r/cryptoKeys/k, <gcp>",
        "https://v.vault.azure.net/keys/k, <azure>",
        "${cmk.id}, has no value",
        "77b97eae000040008000000000000001, hyphens are missing",
        "alias/projectKey1, customer_managed_key_id",
    })
    void slipsWithTheKeyIdAreExplained(String written, String explained) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> element(ACCOUNT, written, ""));
        assertEquals("<databricks> <keyId>", refused.where());
        assertTrue(refused.accepted().contains(explained), refused.accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012", "../../x?y=1", "null", "11111111-2222-3333-4444-55555555555g"})
    void accountIdsThatAreNoUuidsAreRefused(String written) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> element(written, KEY, ""));
        assertEquals("<databricks> <accountId>", refused.where());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/%2e%2e", "/x?y=1", "\n", " ", "/"})
    void nothingMayFollowTheKeyId(String more) {
        assertThrows(
                InvalidInputException.class,
                () -> syntax.fromReference("databricks://" + ACCOUNT + "/" + KEY + more, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"databricks:", "databricks://", "databricks://x", "Databricks://a/b", "databricks:a/b"})
    void whatIsMeantForDatabricksIsClaimedAndRefused(String reference) {
        assertTrue(syntax.claims(reference));
        assertThrows(InvalidInputException.class, () -> syntax.fromReference(reference, Map.of()));
    }

    @Test
    void otherReferencesAreNotClaimed() {
        assertFalse(syntax.claims(AccountGate.ARN));
        assertFalse(syntax.claims("huawei://eu-de/p/k"));
    }
}
