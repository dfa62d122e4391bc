package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class AzureRemediesTest {
    private static final String KEY = "https://payments.vault.azure.net/keys/main";
    private static final String HSM = "https://payments.managedhsm.azure.net/keys/main";
    private static final String VERSION = "/0123456789abcdef0123456789abcdef";

    private static List<String> commands(FindingId finding, String key, Cause cause) {
        KeyAnswer answer = new KeyAnswer.Undetermined(cause, null, "");
        return new AzureRemedies().commands(finding, new Asked(new KeyReference("azure", key), answer, List.of()));
    }

    @Test
    void aDeletedKeyIsRecoveredAndThenEnabled() {
        assertEquals(
                List.of(
                        "az keyvault key recover --vault-name payments --name main",
                        "az keyvault key set-attributes --vault-name payments --name main --enabled true"),
                commands(FindingId.SCHEDULED_FOR_DELETION, KEY, Cause.TIMED_OUT));
    }

    @Test
    void theVersionThatIsMeantIsEnabled() {
        assertEquals(
                List.of("az keyvault key set-attributes --vault-name payments --name main"
                        + " --version 0123456789abcdef0123456789abcdef --enabled true"),
                commands(FindingId.DISABLED, KEY + VERSION, Cause.TIMED_OUT));
    }

    @Test
    void anHsmIsNamedAsOne() {
        assertEquals(
                List.of("az keyvault key set-attributes --hsm-name payments --name main --enabled true"),
                commands(FindingId.DISABLED, HSM, Cause.TIMED_OUT));
    }

    @Test
    void whoAsksAndTheFirewallAreShown() {
        assertEquals(List.of("az account show"), commands(FindingId.UNDETERMINED, KEY, Cause.ACCESS_DENIED));
        assertEquals(
                List.of("az keyvault network-rule list --name payments"),
                commands(FindingId.UNDETERMINED, KEY, Cause.NETWORK_DENIED));
        assertEquals(List.of(), commands(FindingId.UNDETERMINED, KEY, Cause.TIMED_OUT));
    }

    @Test
    void aReferenceThatIsNoneHasNoCommands() {
        assertEquals(List.of(), commands(FindingId.DISABLED, "nowhere", Cause.TIMED_OUT));
    }

    @Test
    void timesAreSetAndAMissingKeyIsLookedFor() {
        String attributes = "az keyvault key set-attributes --vault-name payments --name main ";
        assertEquals(
                List.of(attributes + "--not-before UTC-TIME"), commands(FindingId.NOT_READY, KEY, Cause.TIMED_OUT));
        assertEquals(List.of(attributes + "--expires UTC-TIME"), commands(FindingId.EXPIRED, KEY, Cause.TIMED_OUT));
        assertEquals(List.of(attributes + "--expires UTC-TIME"), commands(FindingId.EXPIRING, KEY, Cause.TIMED_OUT));
        assertEquals(
                List.of(
                        "az keyvault key list --vault-name payments",
                        "az keyvault key list-versions --vault-name payments --name main"),
                commands(FindingId.MISSING, KEY, Cause.TIMED_OUT));
    }

    @Test
    void purgeProtectionIsOfTheVaultOrTheHsm() {
        assertEquals(
                List.of("az keyvault update --name payments --enable-purge-protection true"),
                commands(FindingId.NOT_PURGE_PROTECTED, KEY, Cause.TIMED_OUT));
        assertEquals(
                List.of("az keyvault update-hsm --hsm-name payments --enable-purge-protection true"),
                commands(FindingId.NOT_PURGE_PROTECTED, HSM, Cause.TIMED_OUT));
    }

    @Test
    void anHsmHasNoRulesOfANetworkAndSomebodysOwnHostIsNamedWhole() {
        assertEquals(List.of(), commands(FindingId.UNDETERMINED, HSM, Cause.NETWORK_DENIED));
        assertEquals(
                List.of(
                        "az keyvault key list --vault-name localhost",
                        "az keyvault key list-versions" + " --vault-name localhost --name main"),
                commands(FindingId.MISSING, "https://localhost/keys/main", Cause.TIMED_OUT));
    }

    @Test
    void whatNoCommandMendsHasNone() {
        for (FindingId finding : List.of(FindingId.DESTROYED, FindingId.MISMATCH, FindingId.ROTATION_OFF)) {
            assertEquals(List.of(), commands(finding, KEY, Cause.TIMED_OUT));
        }
        Asked known =
                new Asked(new KeyReference("azure", KEY), new KeyAnswer.Missing("KeyNotFound", "", false), List.of());
        assertEquals(List.of(), new AzureRemedies().commands(FindingId.UNDETERMINED, known));
    }

    @Test
    void theRightThatIsNeededIsNamed() {
        assertTrue(new AzureRemedies().rightNeeded().startsWith("keys/get (role Key Vault Reader"));
    }
}
