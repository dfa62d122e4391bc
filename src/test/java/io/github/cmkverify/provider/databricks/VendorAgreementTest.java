package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.ARN;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.AccountClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.Unauthenticated;
import com.databricks.sdk.service.provisioning.CustomerManagedKey;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's own SDK reads the same account and sees what we see; where it reads leniently, the test says so. */
class VendorAgreementTest {
    private static final String GONE = "77b97eae-0000-4000-8000-00000000dead";

    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private AccountClient vendor() {
        gate.cloud.token(ACCOUNT, "pat-of-the-vendor");
        return new AccountClient(new DatabricksConfig()
                .setHost(gate.simulator.url())
                .setAccountId(ACCOUNT)
                .setAuthType("pat")
                .setToken("pat-of-the-vendor"));
    }

    private Cause doubt(String key) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, gate.ask(key).answer())
                .cause();
    }

    @Test
    void aConfigurationOfAwsIsReadAlike() {
        CustomerManagedKey theirs = vendor().encryptionKeys().get(KEY);
        KeyAnswer.PointsTo ours =
                assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask(KEY).answer());
        assertEquals(theirs.getAwsKeyInfo().getKeyArn(), ours.target().text());
        assertEquals(theirs.getAwsKeyInfo().getKeyAlias(), ours.facts().alias());
        assertEquals(theirs.getAwsKeyInfo().getKeyRegion(), ours.facts().region());
        assertEquals(
                theirs.getUseCases().stream().map(Enum::name).toList(),
                ours.facts().useCases());
        assertEquals(
                theirs.getCreationTime(),
                ours.facts().createdAt() == null
                        ? null
                        : ours.facts().createdAt().toEpochMilli());
        assertEquals(ACCOUNT, theirs.getAccountId());
        assertEquals(KEY, theirs.getCustomerManagedKeyId());
    }

    @Test
    void configurationsOfOtherCloudsAreReadAlike() {
        String name = "projects/prod-1/locations/europe-west4/keyRings/databricks/cryptoKeys/root";
        String azure = KEY.replace('1', '2');
        gate.cloud.configuration(ACCOUNT, KEY, Map.of("gcp_key_info", Map.of("kms_key_id", name)));
        gate.cloud.configuration(
                ACCOUNT,
                azure,
                Map.of("azure_key_info", Map.of("key_vault_uri", "https://prod.vault.azure.net/", "key_name", "root")));
        AccountClient vendor = vendor();
        assertEquals(
                vendor.encryptionKeys().get(KEY).getGcpKeyInfo().getKmsKeyId(),
                ((KeyAnswer.PointsTo) gate.ask(KEY).answer()).target().text());
        assertEquals(
                vendor.encryptionKeys().get(azure).getAzureKeyInfo().getKeyVaultUri() + "keys/root",
                ((KeyAnswer.PointsTo) gate.ask(azure).answer()).target().text());
    }

    @Test
    void aMissingConfigurationIsMissingForBoth() {
        AccountClient vendor = vendor();
        assertEquals(
                "NOT_FOUND",
                assertThrows(NotFound.class, () -> vendor.encryptionKeys().get(GONE))
                        .getErrorCode());
        assertEquals(List.of(KEY), ids(vendor.encryptionKeys().list()));
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    private static List<String> ids(Iterable<CustomerManagedKey> keys) {
        List<String> ids = new ArrayList<>();
        keys.forEach(key -> ids.add(key.getCustomerManagedKeyId()));
        return ids;
    }

    @Test
    void refusalsAreReadAlike() {
        AccountClient vendor = vendor();
        gate.cloud.respond(KEY, 403, "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"x\"}");
        assertThrows(PermissionDenied.class, () -> vendor.encryptionKeys().get(KEY));
        assertEquals(Cause.ACCESS_DENIED, doubt(KEY));
        gate.cloud.respond(KEY, 401, "{\"error_code\":\"UNAUTHORIZED\",\"message\":\"x\"}");
        assertThrows(Unauthenticated.class, () -> vendor.encryptionKeys().get(KEY));
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt(KEY));
    }

    @Test
    void theSdkTakesTheAccountsOwnNotFoundForTheKeysAndWeDoNot() {
        gate.cloud.respond(
                KEY,
                404,
                "{\"error_code\":\"NOT_FOUND\",\"message\":\"The account does not exist or the user does not belong to this"
                        + " account\"}");
        AccountClient vendor = vendor();
        assertThrows(NotFound.class, () -> vendor.encryptionKeys().get(KEY));
        assertEquals(Cause.ACCOUNT_UNKNOWN, doubt(KEY));
    }

    @Test
    void theSdkReadsAnEmptyObjectAsAConfigurationAndWeDoNot() {
        gate.cloud.respond(KEY, 200, "{}");
        assertNull(vendor().encryptionKeys().get(KEY).getCustomerManagedKeyId());
        assertEquals(Cause.STRANGE_ANSWER, doubt(KEY));
    }

    @Test
    void theSdkReadsAListInAnObjectAsOneEmptyConfigurationAndWeReadIt() {
        gate.cloud.listAsObject();
        List<String> theirs = ids(vendor().encryptionKeys().list());
        assertEquals(1, theirs.size());
        assertNull(theirs.get(0));
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    @Test
    void theSdkLosesUnknownUseCasesAndWeKeepThem() {
        gate.cloud.configuration(
                ACCOUNT,
                KEY,
                Map.of("aws_key_info", Map.of("key_arn", ARN), "use_cases", List.of("STORAGE", "MANAGED")));
        assertTrue(vendor().encryptionKeys().get(KEY).getUseCases().contains(null));
        assertEquals(
                List.of("STORAGE", "MANAGED"),
                ((KeyAnswer.PointsTo) gate.ask(KEY).answer()).facts().useCases());
    }

    @Test
    void neitherReadsAPageOfHtml() {
        gate.cloud.respond(KEY, 200, "<html><head><title>Sign in</title></head></html>");
        AccountClient vendor = vendor();
        assertThrows(DatabricksException.class, () -> vendor.encryptionKeys().get(KEY));
        assertEquals(Cause.STRANGE_ANSWER, doubt(KEY));
    }
}
