package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private final AccountGate gate = new AccountGate().withoutCredentials();

    private final Path home;

    CredentialsTest(@TempDir Path home) {
        this.home = home;
        gate.home = home;
        gate.cloud.token(ACCOUNT, "pat-of-somebody").federated("jwt.of.somebody", "demo-client");
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private void profiles(String text) throws IOException {
        Files.writeString(home.resolve(".databrickscfg"), text.replace("HOST", gate.simulator.url()));
    }

    /** The credentials that were used with success. */
    private String identity() {
        Asked asked = gate.ask();
        assertInstanceOf(KeyAnswer.PointsTo.class, asked.answer());
        return last(asked).identity();
    }

    private static Evidence last(Asked asked) {
        return asked.evidence().get(asked.evidence().size() - 1);
    }

    private KeyAnswer.Undetermined unasked(Cause cause) {
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertEquals(cause, doubt.cause(), doubt.said());
        assertEquals(0, gate.simulator.requests().size());
        return doubt;
    }

    @Test
    void withoutCredentialsNothingIsAskedAndAllPlacesAreNamed() {
        String said = unasked(Cause.NO_CREDENTIALS).said();
        for (String place : new String[] {
            "settings.xml", "DATABRICKS_CLIENT_ID", "DATABRICKS_OIDC_TOKEN", "DATABRICKS_TOKEN", ".databrickscfg"
        }) {
            assertTrue(said.contains(place), said);
        }
    }

    @Test
    void theServerOfTheSettingsComesFirst() {
        gate.variables.put("DATABRICKS_TOKEN", "pat-of-somebody");
        gate.servers.put(
                "cmk-databricks",
                new ServerEntry("cmk-databricks", "demo-client", new Secret("demo-secret"), Map.of()));
        assertEquals("server cmk-databricks of settings.xml, client demo…", identity());
    }

    @Test
    void aServerMayHoldAToken() {
        gate.servers.put(
                "cmk-databricks",
                new ServerEntry("cmk-databricks", null, null, Map.of("token", new Secret("pat-of-somebody"))));
        assertEquals("server cmk-databricks of settings.xml", identity());
        assertEquals(0, gate.requests("/v1/token"));
    }

    @Test
    void theServerThatTheKeyNamesIsTheOne() {
        gate.servers.put("cmk-databricks", new ServerEntry("cmk-databricks", "a", new Secret("b"), Map.of()));
        gate.servers.put(
                "cmk-databricks-prod",
                new ServerEntry("cmk-databricks-prod", "demo-client", new Secret("demo-secret"), Map.of()));
        KeyReference named = gate.reference(AccountGate.KEY).with(KeyReference.SERVER_ID, "cmk-databricks-prod");
        assertInstanceOf(
                KeyAnswer.PointsTo.class,
                gate.provider().ask(named, gate.budget).answer());
    }

    @ParameterizedTest
    @CsvSource({"demo-client, ", ", demo-secret", ", "})
    void halfAServerIsBrokenAndNothingElseIsTried(String username, String password) {
        gate.variables.put("DATABRICKS_TOKEN", "pat-of-somebody");
        gate.servers.put(
                "cmk-databricks",
                new ServerEntry("cmk-databricks", username, password == null ? null : new Secret(password), Map.of()));
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @Test
    void aServerWithTokenAndClientIsBroken() {
        gate.servers.put(
                "cmk-databricks",
                new ServerEntry(
                        "cmk-databricks",
                        "demo-client",
                        new Secret("demo-secret"),
                        Map.of("token", new Secret("pat-of-somebody"))));
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABRICKS_CLIENT_ID", "DATABRICKS_CLIENT_SECRET"})
    void halfAPairIsBrokenAndNothingElseIsTried(String variable) {
        gate.variables.put(variable, "demo");
        gate.variables.put("DATABRICKS_TOKEN", "pat-of-somebody");
        assertTrue(unasked(Cause.BROKEN_CREDENTIALS).said().contains(variable + " is set"));
    }

    @Test
    void aClientComesBeforeAToken() {
        gate.variables.putAll(Map.of(
                "DATABRICKS_TOKEN", "pat-of-somebody",
                "DATABRICKS_CLIENT_ID", "demo-client",
                "DATABRICKS_CLIENT_SECRET", "demo-secret"));
        assertEquals("environment DATABRICKS_CLIENT_ID, client demo…", identity());
    }

    @Test
    void theNamedMethodIsTheOnlyOne() {
        gate.variables.putAll(Map.of(
                "DATABRICKS_AUTH_TYPE", "pat",
                "DATABRICKS_TOKEN", "pat-of-somebody",
                "DATABRICKS_CLIENT_ID", "demo-client",
                "DATABRICKS_CLIENT_SECRET", "demo-secret"));
        assertEquals("environment DATABRICKS_TOKEN", identity());
    }

    @Test
    void aMethodThatIsNotOursIsBroken() {
        gate.variables.putAll(Map.of("DATABRICKS_AUTH_TYPE", "azure-cli", "DATABRICKS_TOKEN", "pat-of-somebody"));
        assertTrue(unasked(Cause.BROKEN_CREDENTIALS).said().contains("oauth-m2m"));
    }

    @Test
    void aMethodThatIsNamedIsTheOnlyOneThatIsMissed() {
        gate.variables.putAll(Map.of("DATABRICKS_AUTH_TYPE", "file-oidc", "DATABRICKS_TOKEN", "pat-of-somebody"));
        String said = unasked(Cause.NO_CREDENTIALS).said();
        assertTrue(said.contains("; environment DATABRICKS_OIDC_TOKEN_FILEPATH; "), said);
        assertTrue(said.endsWith("; DATABRICKS_AUTH_TYPE names file-oidc alone"), said);
        assertFalse(said.contains("DATABRICKS_TOKEN"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIONS_ID_TOKEN_REQUEST_URL, https://x.actions.githubusercontent.com/t",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN, request-token"
    })
    void halfOfGitHubActionsIsBroken(String variable, String value) {
        gate.variables.putAll(Map.of("DATABRICKS_AUTH_TYPE", "github-oidc", variable, value));
        assertTrue(unasked(Cause.BROKEN_CREDENTIALS).said().endsWith("only one is set"));
    }

    @Test
    void aClientIdThatIsAUuidIsShownWhole() {
        String id = "c0ffee00-1111-4222-8333-444444444444";
        gate.cloud.client(id, "s");
        gate.variables.putAll(Map.of("DATABRICKS_CLIENT_ID", id, "DATABRICKS_CLIENT_SECRET", "s"));
        assertEquals("environment DATABRICKS_CLIENT_ID, client " + id, identity());
    }

    @Test
    void aTokenBelongsToTheHostThatTheEnvironmentNames() {
        gate.variables.putAll(Map.of("DATABRICKS_TOKEN", "pat-of-somebody", "DATABRICKS_HOST", gate.simulator.url()));
        assertEquals("environment DATABRICKS_TOKEN", identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://dbc-a1b2345c-d6e7.cloud.databricks.com", "https://accounts.gcp.databricks.com"})
    void aTokenForAnotherHostIsNotSent(String host) {
        gate.variables.putAll(Map.of("DATABRICKS_TOKEN", "pat-of-somebody", "DATABRICKS_HOST", host));
        unasked(Cause.NO_CREDENTIALS);
    }

    @Test
    void theWorkspaceInTheEnvironmentIsToldWhereCredentialsAreRefused() {
        gate.variables.putAll(Map.of(
                "DATABRICKS_HOST", "https://dbc-a1b2345c-d6e7.cloud.databricks.com",
                "DATABRICKS_CLIENT_ID", "demo-client",
                "DATABRICKS_CLIENT_SECRET", "wrong"));
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause());
        assertTrue(doubt.said().contains("dbc-a1b2345c-d6e7.cloud.databricks.com, which is not asked"), doubt.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a b", "a\u00e9", "a\u0000"})
    void aTokenThatCannotBeSentIsBrokenAndNotShown(String token) {
        gate.variables.put("DATABRICKS_TOKEN", token);
        assertFalse(unasked(Cause.BROKEN_CREDENTIALS).said().contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with:colon", "a b", "a\nb", "a\u00e9", "a\u007fb"})
    void aClientIdThatCannotBeSentIsBroken(String id) {
        gate.variables.putAll(Map.of("DATABRICKS_CLIENT_ID", id, "DATABRICKS_CLIENT_SECRET", "demo-secret"));
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u007fb"})
    void aClientSecretThatCannotBeSentIsBrokenAndNotShown(String secret) {
        gate.variables.putAll(Map.of("DATABRICKS_CLIENT_ID", "demo-client", "DATABRICKS_CLIENT_SECRET", secret));
        assertFalse(unasked(Cause.BROKEN_CREDENTIALS).said().contains(secret));
    }

    @Test
    void aTokenOfOidcInTheEnvironmentIsExchanged() {
        gate.variables.putAll(
                Map.of("DATABRICKS_OIDC_TOKEN", "jwt.of.somebody", "DATABRICKS_CLIENT_ID", "demo-client"));
        assertEquals("environment DATABRICKS_OIDC_TOKEN, client demo…", identity());
        RecordedRequest login = gate.simulator.received().get(0);
        assertEquals(
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                        + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt"
                        + "&subject_token=jwt.of.somebody&scope=all-apis&client_id=demo-client",
                login.getBody() == null ? "" : login.getBody().utf8());
        assertEquals(null, login.getHeaders().get("Authorization"));
    }

    @Test
    void theVariableOfTheOidcTokenMayHaveAnotherName() {
        gate.variables.putAll(Map.of(
                "DATABRICKS_OIDC_TOKEN_ENV", "MY_JWT",
                "MY_JWT", "jwt.of.somebody",
                "DATABRICKS_CLIENT_ID", "demo-client"));
        assertEquals("environment MY_JWT, client demo…", identity());
    }

    @Test
    void aTokenOfOidcInAFileIsExchanged() throws Exception {
        Path file = Files.writeString(home.resolve("jwt"), "jwt.of.somebody\n");
        gate.variables.putAll(
                Map.of("DATABRICKS_OIDC_TOKEN_FILEPATH", file.toString(), "DATABRICKS_CLIENT_ID", "demo-client"));
        assertEquals("file of DATABRICKS_OIDC_TOKEN_FILEPATH, client demo…", identity());
    }

    @Test
    void aFileThatIsNotThereIsBroken() {
        gate.variables.putAll(Map.of(
                "DATABRICKS_OIDC_TOKEN_FILEPATH", home.resolve("none").toString(),
                "DATABRICKS_CLIENT_ID", "demo-client",
                "DATABRICKS_TOKEN", "pat-of-somebody"));
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @Test
    void aTokenOfGitHubActionsIsFetchedForTheAccountAndExchanged() throws Exception {
        try (MockWebServer gitHub = new MockWebServer()) {
            gitHub.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    boolean right =
                            "Bearer request-token".equals(request.getHeaders().get("Authorization"))
                                    && ("/token?api-version=2&audience=" + ACCOUNT).equals(request.getTarget());
                    return new MockResponse.Builder()
                            .code(right ? 200 : 401)
                            .body("{\"value\":\"jwt.of.somebody\"}")
                            .build();
                }
            });
            gitHub.start(java.net.InetAddress.getLoopbackAddress(), 0);
            gate.variables.putAll(Map.of(
                    "ACTIONS_ID_TOKEN_REQUEST_URL", "http://127.0.0.1:" + gitHub.getPort() + "/token?api-version=2",
                    "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token",
                    "DATABRICKS_CLIENT_ID", "demo-client"));
            assertEquals("GitHub Actions, client demo…", identity());
        }
    }

    @Test
    void gitHubActionsWithoutAServicePrincipalAreNotMeant() {
        gate.variables.putAll(Map.of(
                "ACTIONS_ID_TOKEN_REQUEST_URL", "https://x.actions.githubusercontent.com/t",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token",
                "DATABRICKS_TOKEN", "pat-of-somebody"));
        assertEquals("environment DATABRICKS_TOKEN", identity());
    }

    @Test
    void theDefaultProfileForThisHostIsUsed() throws Exception {
        profiles("; mine\n[DEFAULT]\nhost = HOST/\nclient_id = demo-client\nclient_secret = demo-secret\n");
        assertEquals("profile DEFAULT of the Databricks configuration file, client demo…", identity());
    }

    @Test
    void theProfileThatTheFileNamesIsUsed() throws Exception {
        profiles(
                "[__settings__]\ndefault_profile=prod\n[DEFAULT]\nhost=HOST\ntoken=x\n[prod]\nhost=HOST\ntoken=pat-of-somebody");
        assertEquals("profile prod of the Databricks configuration file", identity());
    }

    @Test
    void theProfileThatTheEnvironmentNamesIsUsed() throws Exception {
        gate.variables.put("DATABRICKS_CONFIG_PROFILE", "prod");
        profiles("[DEFAULT]\nhost=HOST\ntoken=x\n[prod]\nhost=HOST\naccount_id=" + ACCOUNT + "\ntoken=pat-of-somebody");
        assertEquals("profile prod of the Databricks configuration file", identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DEFAULT]\nhost=https://dbc-a1b2345c-d6e7.cloud.databricks.com\ntoken=pat-of-somebody",
                "[DEFAULT]\ntoken=pat-of-somebody",
                "[DEFAULT]\nhost=HOST\naccount_id=99999999-2222-3333-4444-555555555555\ntoken=pat-of-somebody",
                "[other]\nhost=HOST\ntoken=pat-of-somebody",
                ""
            })
    void profilesForOtherHostsOrAccountsAreNotSent(String text) throws Exception {
        profiles(text);
        unasked(Cause.NO_CREDENTIALS);
        gate.variables.put("DATABRICKS_CONFIG_PROFILE", "DEFAULT");
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @Test
    void aConfigurationFileThatIsNamedAndNotThereIsBroken() {
        gate.variables.put("DATABRICKS_CONFIG_FILE", home.resolve("none").toString());
        unasked(Cause.BROKEN_CREDENTIALS);
    }

    @Test
    void halfAPairInAProfileIsBroken() throws Exception {
        profiles("[DEFAULT]\nhost=HOST\nclient_id=demo-client\ntoken=pat-of-somebody");
        unasked(Cause.BROKEN_CREDENTIALS);
    }
}
