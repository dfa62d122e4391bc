package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identities of machines and services, and where they end. */
class MachineIdentityTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void aKeyAndNoCredentials() {
        rig.azure.key(Rig.NAME, true);
        rig.noCredentials();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String identity() {
        Asked asked = rig.ask();
        assertInstanceOf(Described.class, asked.answer(), () -> "" + asked.answer());
        return asked.evidence().get(asked.evidence().size() - 1).identity();
    }

    private Undetermined doubt() {
        return assertInstanceOf(Undetermined.class, rig.ask().answer());
    }

    private boolean asked(String text) {
        return rig.sim.requests().stream().anyMatch(line -> line.contains(text));
    }

    private Rig appService() {
        return rig.variable("IDENTITY_ENDPOINT", rig.sim.url() + "/msi/token")
                .variable("IDENTITY_HEADER", AzureSim.SECRET);
    }

    private void cli(Path folder) throws IOException {
        Path program = Files.writeString(
                folder.resolve("az"),
                "#!/bin/sh\necho '{\"accessToken\":\"" + AzureSim.token(rig.sim.url()) + "\"}'\n");
        assertTrue(program.toFile().setExecutable(true));
        rig.variable("PATH", folder.toAbsolutePath().toString());
    }

    @Test
    void theIdentityThatIsNamedIsAskedFor() {
        rig.azure.identity();
        rig.variable("AZURE_CLIENT_ID", AzureSim.CLIENT);
        assertEquals("managed identity of this machine, client " + AzureSim.CLIENT, identity());
        assertTrue(asked("&client_id=" + AzureSim.CLIENT));
    }

    @Test
    void theIdentityThatIsNamedIsAskedOfAnAppService() {
        appService().variable("AZURE_CLIENT_ID", AzureSim.CLIENT);
        assertEquals("environment IDENTITY_ENDPOINT, client " + AzureSim.CLIENT, identity());
        assertTrue(asked("&client_id=" + AzureSim.CLIENT));
    }

    @Test
    void metadataThatAreBusyAreAskedAgain() {
        rig.azure.identity();
        rig.sim.spoil("/metadata/", Fault.NONE, Fault.ERROR_503, Fault.NONE);
        assertEquals("managed identity of this machine", identity());
    }

    @Test
    void anAppServiceThatIsBusyIsAskedAgain() {
        appService().sim.spoil("/msi/", Fault.ERROR_503, Fault.NONE);
        assertEquals("environment IDENTITY_ENDPOINT", identity());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SILENT", "HTML_404", "HTML_200"})
    @DisabledOnOs(OS.WINDOWS)
    void whereSomebodyElseOrNobodyAnswersForTheMetadataTheCliIsLeft(Fault fault, @TempDir Path folder)
            throws IOException {
        cli(folder);
        rig.azure.identity();
        rig.sim.spoil("/metadata/", fault);
        assertEquals("Azure CLI", identity());
    }

    @ParameterizedTest
    @CsvSource({"prod", "PROD", "ManagedIdentityCredential", "WorkloadIdentityCredential", "EnvironmentCredential"})
    @DisabledOnOs(OS.WINDOWS)
    void aPersonsLoginIsNotUsedWhereItIsNotChosen(String choice, @TempDir Path folder) throws IOException {
        cli(folder);
        rig.variable("AZURE_TOKEN_CREDENTIALS", choice);
        Undetermined doubt = doubt();
        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        assertTrue(
                doubt.said().endsWith("Azure CLI (az login) (AZURE_TOKEN_CREDENTIALS is " + choice + ")"), doubt::said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "Dev", "AzureCliCredential"})
    @DisabledOnOs(OS.WINDOWS)
    void nothingButAPersonsLoginIsUsedWhereItIsChosen(String choice, @TempDir Path folder) throws IOException {
        cli(folder);
        rig.azure.identity();
        appService()
                .variable("AZURE_TOKEN_CREDENTIALS", choice)
                .variable("AZURE_CLIENT_ID", AzureSim.CLIENT)
                .variable("AZURE_CLIENT_SECRET", AzureSim.SECRET)
                .variable("AZURE_FEDERATED_TOKEN_FILE", "/nowhere/token");
        assertEquals("Azure CLI", identity());
        assertFalse(asked("/metadata/"));
    }

    @ParameterizedTest
    @CsvSource({
        "EnvironmentCredential,environment AZURE_CLIENT_ID",
        "ManagedIdentityCredential,environment IDENTITY_ENDPOINT",
        "WorkloadIdentityCredential,environment AZURE_FEDERATED_TOKEN_FILE"
    })
    void aChoiceLeavesTheOthersAlone(String choice, String expected, @TempDir Path folder) throws IOException {
        rig.azure.client(AzureSim.CLIENT, choice.startsWith("Workload") ? "eyJ.federated" : AzureSim.SECRET);
        appService()
                .variable("AZURE_TOKEN_CREDENTIALS", choice)
                .variable("AZURE_CLIENT_ID", AzureSim.CLIENT)
                .variable("AZURE_CLIENT_SECRET", AzureSim.SECRET)
                .variable("AZURE_FEDERATED_TOKEN_FILE", "" + Files.writeString(folder.resolve("t"), "eyJ.federated"));
        assertEquals(expected + ", client " + AzureSim.CLIENT, identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDENTITY_ENDPOINT", "IDENTITY_HEADER"})
    void halfAnAppServiceIsBroken(String half) {
        rig.azure.identity();
        rig.variable(half, rig.sim.url() + "/msi/token");
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "mailto:x", "{sim}/msi/token?x=1", "{sim}/msi/token#x"})
    void anEndpointThatIsNoneIsBroken(String endpoint) {
        appService().variable("IDENTITY_ENDPOINT", endpoint.replace("{sim}", rig.sim.url()));
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().startsWith("environment IDENTITY_ENDPOINT is no URL"), doubt::said);
        assertFalse(asked("/msi/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:x", "a b", "/metadata"})
    void aMetadataAddressThatIsNoneIsBroken(String address) {
        rig.variable("AZURE_POD_IDENTITY_AUTHORITY_HOST", address);
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause());
        assertEquals("environment AZURE_POD_IDENTITY_AUTHORITY_HOST is no URL", doubt.said());
    }

    @Test
    void theHeaderOfAnAppServiceIsShownNowhere() {
        appService().variable("IDENTITY_HEADER", "wrong-header");
        Undetermined doubt = doubt();
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause());
        assertTrue(doubt.said().startsWith("the managed identity: "), doubt::said);
        assertFalse(doubt.toString().contains("wrong-header"), doubt::said);
    }
}
