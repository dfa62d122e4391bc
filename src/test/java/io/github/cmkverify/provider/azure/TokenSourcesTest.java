package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenSourcesTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void aKey() {
        rig.azure.key(Rig.NAME, true);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String identity() {
        Asked asked = rig.ask();
        KeyState state = assertInstanceOf(Described.class, asked.answer(), () -> "" + asked.answer())
                .facts()
                .state();
        assertEquals(KeyState.ENABLED, state);
        return asked.evidence().get(asked.evidence().size() - 1).identity();
    }

    private Undetermined doubt() {
        Asked asked = rig.ask();
        return assertInstanceOf(Undetermined.class, asked.answer(), () -> "" + asked.answer());
    }

    @Test
    void theServerOfSettingsComesFirst() {
        rig.azure.client("from-settings", "s3cret");
        rig.server(new ServerEntry(
                "cmk-azure",
                "from-settings",
                new Secret("s3cret"),
                Map.of("tenantId", new Secret(AzureSim.TENANT), "authorityHost", new Secret(rig.sim.url()))));
        assertEquals("server cmk-azure of settings.xml, client from…", identity());
    }

    @Test
    void aServerWithoutAPasswordIsBrokenAndNothingElseIsTried() {
        rig.server(new ServerEntry("cmk-azure", "from-settings", null, Map.of()));
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().contains("<password>"), doubt::said);
        assertFalse(rig.sim.requests().stream().anyMatch(line -> line.startsWith("POST")));
    }

    @Test
    void whatAServerDoesNotSayIsThePublicCloudsAndTheVaults() {
        rig.server(new ServerEntry(
                "cmk-azure", " from-settings ", new Secret("s3cret"), Map.of("tenantId", new Secret(" "))));
        TokenWish wish = wish("of-vault", AzureCloud.CHINA);
        CredentialException refused =
                Assertions.assertThrows(CredentialException.class, () -> new TokenSources(rig.context()).find(wish));
        assertTrue(
                ("" + refused.getMessage())
                        .startsWith("they belong to https://login.microsoftonline.com (the default)"),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "'',x,https://login.example,<username> is absent",
        "a b,x,https://login.example,<username> is not the id of a client",
        "a,a/b,https://login.example,<tenantId> is not the id of a tenant",
        "a,x,http://me:s3cret@login.example,'<authorityHost>: '"
    })
    void whatIsWrongInAServerIsNamed(String username, String tenant, String authority, String said) {
        rig.server(new ServerEntry(
                "cmk-azure",
                username.isEmpty() ? null : username,
                new Secret("s3cret"),
                Map.of("tenantId", new Secret(tenant), "authorityHost", new Secret(authority))));
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().startsWith("server cmk-azure of settings.xml: " + said), doubt::said);
        assertFalse(doubt.said().contains("s3cret"), doubt::said);
    }

    @Test
    void theVaultSaysWhoseItIsWhereNobodyElseDoes() {
        rig.noCredentials()
                .variable("AZURE_CLIENT_ID", AzureSim.CLIENT)
                .variable("AZURE_CLIENT_SECRET", AzureSim.SECRET);
        assertEquals("environment AZURE_CLIENT_ID, client " + AzureSim.CLIENT, identity());
    }

    @ParameterizedTest
    @CsvSource({
        "AZURE_CLIENT_ID,../x,BROKEN_CREDENTIALS",
        "AZURE_TENANT_ID,a/b,BROKEN_CREDENTIALS",
        "AZURE_CLIENT_SECRET,${env.NOTHING},BROKEN_CREDENTIALS",
        "AZURE_TENANT_ID,other.example,ACCOUNT_UNKNOWN",
        "AZURE_CLIENT_SECRET,no,AUTHENTICATION_REFUSED",
        "AZURE_AUTHORITY_HOST,not a url,BROKEN_CREDENTIALS"
    })
    void whatIsThereButBrokenIsNotPassedOver(String variable, String value, Cause expected) {
        rig.azure.identity();
        rig.variable(variable, value);
        assertEquals(expected, doubt().cause());
    }

    @Test
    void aCertificateIsSaidNotToBeRead() {
        rig.azure.identity();
        rig.noCredentials().variable("AZURE_CLIENT_CERTIFICATE_PATH", "/x.pem");
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().contains("AZURE_CLIENT_CERTIFICATE_PATH"), doubt::said);
    }

    @Test
    void aFederatedTokenIsReadFromItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "eyJ.federated.sig\n");
        rig.azure.client("workload", "eyJ.federated.sig");
        rig.noCredentials()
                .variable("AZURE_FEDERATED_TOKEN_FILE", file.toString())
                .variable("AZURE_CLIENT_ID", "workload")
                .variable("AZURE_TENANT_ID", AzureSim.TENANT);
        assertEquals("environment AZURE_FEDERATED_TOKEN_FILE, client work…", identity());
    }

    @Test
    void aFederatedTokenThatIsNotThereOrNoneIsBroken(@TempDir Path folder) throws IOException {
        rig.azure.identity();
        rig.noCredentials().variable("AZURE_CLIENT_ID", "workload");
        Path blank = Files.writeString(folder.resolve("blank"), "\n");
        Path endless = Files.writeString(folder.resolve("long"), "e".repeat(65_537));
        Path noText = Files.write(folder.resolve("no-text"), new byte[] {(byte) 0xff});
        for (Object file : new Object[] {"/nowhere/token", "\0", folder, blank, endless, noText}) {
            rig.memory().clear();
            rig.variable("AZURE_FEDERATED_TOKEN_FILE", "" + file);
            assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause(), "" + file);
        }
        assertFalse(rig.sim.requests().stream().anyMatch(line -> line.startsWith("POST")));
    }

    @Test
    void anAppServiceHasItsIdentityAtItsEndpoint() {
        rig.noCredentials()
                .variable("IDENTITY_ENDPOINT", rig.sim.url() + "/msi/token")
                .variable("IDENTITY_HEADER", AzureSim.SECRET);
        assertEquals("environment IDENTITY_ENDPOINT", identity());
    }

    @Test
    void aMachineHasItsIdentityAtItsMetadata() {
        rig.azure.identity();
        rig.noCredentials();
        assertEquals("managed identity of this machine", identity());
    }

    @Test
    void aMachineWithoutAnIdentityIsNoSource() {
        rig.noCredentials();
        Undetermined doubt = doubt();
        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        assertEquals(
                "the server of settings.xml; environment AZURE_CLIENT_ID and AZURE_CLIENT_SECRET;"
                        + " environment AZURE_FEDERATED_TOKEN_FILE; environment IDENTITY_ENDPOINT;"
                        + " managed identity of this machine; Azure CLI (az login)",
                doubt.said());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void noFaultOfTheMetadataIsAToken(Fault fault) {
        rig.azure.identity();
        rig.noCredentials().requestTimeout(Duration.ofMillis(200));
        rig.sim.spoil("/metadata/", fault);
        assertInstanceOf(
                Undetermined.class,
                rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(500)).answer());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void noFaultOfTheSignInIsAToken(Fault fault) {
        rig.requestTimeout(Duration.ofMillis(200));
        rig.sim.spoil("/oauth2/", fault);
        assertInstanceOf(
                Undetermined.class,
                rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(500)).answer());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCliIsRunWithTheResourceAndTheTenant(@TempDir Path folder) throws IOException {
        az(
                folder,
                "echo \"$*\" > '" + folder + "/said'\n"
                        + "echo '{\"accessToken\":\"" + AzureSim.token(rig.sim.url())
                        + "\",\"expires_on\":9999999999,\"tokenType\":\"Bearer\"}'");
        assertEquals("Azure CLI", identity());
        assertEquals(
                "account get-access-token --output json --resource " + rig.sim.url() + " --tenant " + AzureSim.TENANT,
                Files.readString(folder.resolve("said")).strip());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCliThatNobodyIsLoggedInToIsNoSource(@TempDir Path folder) throws IOException {
        az(folder, "echo 'Please run az login' >&2; exit 1");
        assertEquals(Cause.NO_CREDENTIALS, doubt().cause());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCliThatPrintsSomethingElseIsBroken(@TempDir Path folder) throws IOException {
        az(folder, "echo 'Welcome to Azure!'");
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramOfTheProjectIsNotTheCli(@TempDir Path folder) throws IOException {
        az(folder, "echo '{}'");
        Path here = Path.of("").toAbsolutePath();
        rig.variable("PATH", here.relativize(folder.toRealPath()) + ":.:");
        assertEquals(Cause.NO_CREDENTIALS, doubt().cause());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aClientThatTheMachineDoesNotHaveLeavesTheCli(@TempDir Path folder) throws IOException {
        az(folder, "echo '{\"accessToken\":\"" + AzureSim.token(rig.sim.url()) + "\"}'");
        rig.variable("AZURE_CLIENT_ID", AzureSim.CLIENT);
        assertEquals("Azure CLI", identity());
    }

    @ParameterizedTest
    @CsvSource({
        "prod,managed identity of this machine",
        "Prod,managed identity of this machine",
        "ManagedIdentityCredential,managed identity of this machine"
    })
    void oneSourceCanBeChosen(String choice, String expected) {
        rig.azure.identity();
        if (!choice.equalsIgnoreCase("prod")) {
            rig.variable("AZURE_TOKEN_CREDENTIALS", choice).variable("AZURE_CLIENT_SECRET", "wrong");
        } else {
            rig.noCredentials().variable("AZURE_TOKEN_CREDENTIALS", choice);
        }
        assertTrue(identity().startsWith(expected));
    }

    @Test
    void aChoiceThatIsNoneLeavesNothing() {
        rig.azure.identity();
        rig.variable("AZURE_TOKEN_CREDENTIALS", "dev");
        assertEquals(Cause.NO_CREDENTIALS, doubt().cause());
    }

    @Test
    void credentialsOfOneCloudAreNotSentToAnother() {
        rig.variable("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.us");
        TokenWish wish = wish(AzureSim.TENANT, AzureCloud.PUBLIC);
        CredentialException refused =
                Assertions.assertThrows(CredentialException.class, () -> new TokenSources(rig.context()).find(wish));
        assertEquals(Cause.BROKEN_CREDENTIALS, refused.reason());
        assertEquals(0, wish.evidence().size());
    }

    private static TokenWish wish(String tenant, AzureCloud cloud) {
        return new TokenWish(
                "https://vault.azure.net",
                tenant,
                Optional.of(cloud),
                "cmk-azure",
                Deadline.in(Duration.ofSeconds(5)),
                new ArrayList<>());
    }

    private void az(Path folder, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("az"), "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
        rig.noCredentials().variable("PATH", folder.toAbsolutePath().toString());
    }
}
