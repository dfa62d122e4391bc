package io.github.cmkverify.provider.databricks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every source, accepted, refused and out of reach: nothing that comes back holds a secret. */
class NoSecretShownTest {
    private static final String SECRET = "hunter2-";

    private final AccountGate gate = new AccountGate().withoutCredentials();

    @AfterEach
    void close() {
        gate.close();
    }

    private enum Source {
        SERVER_WITH_CLIENT("server cmk-databricks of settings.xml, client demo…"),
        SERVER_WITH_TOKEN("server cmk-databricks of settings.xml"),
        CLIENT("environment DATABRICKS_CLIENT_ID, client demo…"),
        OIDC_VARIABLE("environment DATABRICKS_OIDC_TOKEN"),
        OIDC_FILE("file of DATABRICKS_OIDC_TOKEN_FILEPATH"),
        TOKEN("environment DATABRICKS_TOKEN"),
        PROFILE("profile DEFAULT of the Databricks configuration file");

        private final String identity;

        Source(String identity) {
            this.identity = identity;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksIsShownAndNoSecret(Source source, @TempDir Path folder) throws Exception {
        gate.home = folder;
        gate.cloud
                .client("demo-client", SECRET + "secret")
                .token(AccountGate.ACCOUNT, SECRET + "token")
                .federated(SECRET + "jwt", "demo-client");
        setUp(source);

        Asked accepted = gate.ask();
        assertFalse(accepted.answer() instanceof KeyAnswer.Undetermined, accepted.toString());
        assertTrue(
                accepted.evidence().stream()
                        .allMatch(it -> String.valueOf(it.identity()).startsWith(source.identity)),
                accepted.toString());
        assertHidden(accepted);

        String unknown = "99999999-0000-4000-8000-000000000001";
        gate.cloud.respond(unknown, 401, "{\"error_code\":\"UNAUTHORIZED\",\"message\":\"no\"}");
        Asked refused = gate.ask(unknown);
        assertInstanceOf(KeyAnswer.Undetermined.class, refused.answer());
        assertHidden(refused);
        gate.simulator.spoil("customer-managed-keys", Fault.HTML_200);
        assertHidden(gate.ask());
    }

    private void setUp(Source source) throws IOException {
        switch (source) {
            case SERVER_WITH_CLIENT ->
                gate.servers.put(
                        "cmk-databricks",
                        new ServerEntry("cmk-databricks", "demo-client", new Secret(SECRET + "secret"), Map.of()));
            case SERVER_WITH_TOKEN ->
                gate.servers.put(
                        "cmk-databricks",
                        new ServerEntry("cmk-databricks", null, null, Map.of("token", new Secret(SECRET + "token"))));
            case CLIENT -> {
                gate.variables.put("DATABRICKS_CLIENT_ID", "demo-client");
                gate.variables.put("DATABRICKS_CLIENT_SECRET", SECRET + "secret");
            }
            case OIDC_VARIABLE -> {
                gate.variables.put("DATABRICKS_CLIENT_ID", "demo-client");
                gate.variables.put("DATABRICKS_OIDC_TOKEN", SECRET + "jwt");
            }
            case OIDC_FILE -> {
                gate.variables.put("DATABRICKS_CLIENT_ID", "demo-client");
                Path file = Files.writeString(gate.home.resolve("jwt"), SECRET + "jwt");
                gate.variables.put("DATABRICKS_OIDC_TOKEN_FILEPATH", file.toString());
            }
            case TOKEN -> gate.variables.put("DATABRICKS_TOKEN", SECRET + "token");
            case PROFILE ->
                Files.writeString(
                        gate.home.resolve(".databrickscfg"),
                        "[DEFAULT]\nhost = " + gate.simulator.url() + "\ntoken = " + SECRET + "token\n");
        }
    }

    private static void assertHidden(Asked asked) {
        assertFalse(asked.toString().contains(SECRET), asked.toString());
    }
}
