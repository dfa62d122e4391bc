package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.provider.vault.VaultBench.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultCredentialsTest {
    private static final Map<String, String> APP_ROLE = Map.of("role_id", "build", "secret_id", "s3cret");
    private static final Map<String, String> JWT = Map.of("role", "build", "jwt", "eyJ.x.y");

    private final VaultBench bench = new VaultBench();

    private Path home = Path.of("");

    @BeforeEach
    void nothingYet(@TempDir Path temporary) {
        home = temporary;
        bench.server.key(ID);
        bench.variables.remove("VAULT_TOKEN");
        bench.home = home;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void assertAskedAs(String identity) {
        Asked asked = bench.ask(ID);
        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
        assertEquals(identity, asked.evidence().get(asked.evidence().size() - 1).identity());
    }

    private void server(@Nullable String username, @Nullable String password, Map<String, String> configuration) {
        Map<String, Secret> secrets = new HashMap<>();
        configuration.forEach((name, value) -> secrets.put(name, new Secret(value)));
        bench.servers.put(
                "cmk-vault",
                new ServerEntry("cmk-vault", username, password == null ? null : new Secret(password), secrets));
    }

    private void tokenFile(String token) {
        try {
            Files.writeString(home.resolve(".vault-token"), token);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void withoutAnyThePlacesAreNamed() {
        KeyAnswer.Undetermined doubt = bench.doubt();

        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        for (String place : List.of("cmk-vault", "VAULT_TOKEN", "BAO_TOKEN", "~/.vault-token", "VAULT_ROLE_ID")) {
            assertTrue(doubt.said().contains(place), doubt.said());
        }
        assertEquals(List.of(), bench.simulator.requests());
    }

    @Test
    void theServerOfSettingsComesFirst() {
        server(null, "demo-token", Map.of());
        bench.variables.put("VAULT_TOKEN", "wrong");

        assertAskedAs("server cmk-vault of settings.xml");
    }

    @Test
    void theServerMayHoldAnAppRole() {
        bench.server.login("approle", APP_ROLE);
        server("build", "s3cret", Map.of());

        assertAskedAs("server cmk-vault of settings.xml, AppRole");
    }

    @Test
    void theServerMayHoldAnAppRoleOfAnotherPath() {
        bench.server.login("ci/approle", APP_ROLE);
        server(null, null, Map.of("roleId", "build", "secretId", "s3cret", "authPath", "auth/ci/approle/"));

        assertAskedAs("server cmk-vault of settings.xml, AppRole");
    }

    @Test
    void theServerMayHoldAJwt() {
        bench.server.login("jwt", JWT);
        server(null, null, Map.of("role", "build", "jwt", "eyJ.x.y"));

        assertAskedAs("server cmk-vault of settings.xml, JWT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "roleId", "secretId", "role", "jwt", "authPath"})
    void aServerWithHalfOfItIsBroken(String child) {
        server(null, null, Map.of(child, "value"));
        bench.variables.put("VAULT_TOKEN", "demo-token");

        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());
    }

    @Test
    void aServerWithTwoLoginsIsBroken() {
        server("build", "s3cret", Map.of("role", "build", "jwt", "eyJ.x.y"));
        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());

        server("build", "s3cret", Map.of("secretId", "s3cret"));
        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());
    }

    @Test
    void theVariablesOfOpenBaoComeBeforeThoseOfVault() {
        bench.variables.put("BAO_TOKEN", "demo-token");
        bench.variables.put("VAULT_TOKEN", "wrong");

        assertAskedAs("environment BAO_TOKEN");
    }

    @Test
    void theTokenFileComesAfterTheVariables() {
        tokenFile("demo-token\n");
        assertAskedAs("~/.vault-token");

        bench.variables.put("VAULT_TOKEN", "demo-token");
        assertAskedAs("environment VAULT_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "${env.X}", "ümlaut"})
    void aBrokenTokenFileIsNotPassedOver(String content) {
        tokenFile(content);
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");

        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());
    }

    @Test
    void logsInByAppRoleOnceABuild() {
        bench.server.login("approle", APP_ROLE).key("transit/invoices");
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");

        assertAskedAs("environment VAULT_ROLE_ID, AppRole");
        assertInstanceOf(
                KeyAnswer.Described.class, bench.ask("transit/invoices").answer());

        assertEquals(
                List.of("POST /v1/auth/approle/login", "GET /v1/transit/keys/orders", "GET /v1/transit/keys/invoices"),
                bench.simulator.requests());
    }

    @Test
    void halfAnAppRoleIsBroken() {
        bench.variables.put("VAULT_SECRET_ID", "s3cret");

        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());
        assertEquals(
                "environment VAULT_SECRET_ID is set, VAULT_ROLE_ID is not",
                bench.doubt().said());
    }

    @Test
    void logsInByJwt() {
        bench.server.login("gitlab", JWT);
        bench.variables.putAll(
                Map.of("VAULT_ID_TOKEN", "eyJ.x.y", "VAULT_AUTH_ROLE", "build", "VAULT_AUTH_PATH", "gitlab"));

        assertAskedAs("environment VAULT_ID_TOKEN, JWT");
    }

    @Test
    void aRoleAloneIsNoLogin() {
        bench.variables.put("VAULT_AUTH_ROLE", "build");

        assertEquals(Cause.NO_CREDENTIALS, bench.doubt().cause());
    }

    @Test
    void logsInWithTheServiceAccountOfAPod() throws IOException {
        Path file = Files.writeString(home.resolve("token"), "eyJ.x.y");
        bench.server.login("kubernetes", JWT);
        bench.variables.put("VAULT_K8S_ROLE", "build");
        bench.variables.put("VAULT_K8S_TOKEN_PATH", file.toString());

        assertAskedAs("environment VAULT_K8S_ROLE, service account");
    }

    @Test
    void outsideOfAPodTheServiceAccountIsBroken() {
        bench.variables.put("VAULT_K8S_ROLE", "build");
        bench.variables.put("VAULT_K8S_TOKEN_PATH", home.resolve("none").toString());

        assertEquals(Cause.BROKEN_CREDENTIALS, bench.doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429})
    void aLoginThatWasRefusedIsNotTriedAgain(int status) {
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");
        bench.server.respondToLogin(status, "{\"errors\":[\"s3cret is wrong\"]}");

        KeyAnswer.Undetermined first = bench.doubt();

        assertEquals(first, bench.doubt());
        assertEquals("the login: (secret) is wrong", first.said());
        assertEquals(List.of("POST /v1/auth/approle/login"), bench.simulator.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"auth\":null}", "{\"auth\":{\"client_token\":\"\"}}", "no"})
    void anAnswerWithoutATokenIsNoLogin(String body) {
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");
        bench.server.respondToLogin(200, body);

        assertEquals(Cause.STRANGE_ANSWER, bench.doubt().cause());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheLoginSaysAnything(Fault fault) {
        bench.requestTimeout = Duration.ofMillis(200);
        bench.budget = Duration.ofMillis(500);
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");
        bench.server.login("approle", APP_ROLE);
        bench.simulator.spoil("/login", fault);

        KeyAnswer.Undetermined doubt = bench.doubt();

        assertFalse(doubt.said().contains("s3cret"), doubt.said());
        assertFalse(doubt.said().contains("hvs."), doubt.said());
    }

    @Test
    void aTokenWithoutAnEndIsNotRenewed() {
        bench.server.login("approle", APP_ROLE).lease(0);
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");

        assertAskedAs("environment VAULT_ROLE_ID, AppRole");
        assertAskedAs("environment VAULT_ROLE_ID, AppRole");
        assertEquals(3, bench.simulator.requests().size());
    }

    @Test
    void credentialsOfAToolThatIsPointedElsewhereStayAtHome() {
        bench.variables.put("BAO_ADDR", bench.simulator.url());
        bench.variables.put("VAULT_ADDR", "https://vault.example.com");
        bench.variables.put("VAULT_TOKEN", "demo-token");

        KeyAnswer.Undetermined doubt = bench.doubt();

        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().contains("pointed at another server"), doubt.said());
    }

    @Test
    void theTokenFileStaysAtHomeWhereTheToolIsPointedElsewhere() {
        tokenFile("demo-token");
        bench.variables.put("VAULT_ADDR", "https://vault.example.com");

        Asked asked =
                bench.provider().ask(VaultBench.reference(ID, Map.of("address", bench.simulator.url())), bench.budget);

        assertEquals(Cause.NO_CREDENTIALS, ((KeyAnswer.Undetermined) asked.answer()).cause());
        assertEquals(List.of(), bench.simulator.requests());
    }
}
