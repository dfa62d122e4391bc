package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpCredentialsTest {
    private static final String METADATA = "/computeMetadata/v1/instance/service-accounts/default/token";
    private static final String USER = """
            {"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"1//hush",
             "token_uri":"%s","quota_project_id":"users-project"}""";

    private final GcpSim gcp = new GcpSim();
    private volatile MockResponse machine = new MockResponse.Builder().code(404).build();
    private final Simulator sim = new Simulator(
            gcp,
            request -> request.getTarget().startsWith(METADATA) ? machine : null,
            request -> request.getTarget().equals("/zipped") ? zipped() : null);
    private final Rig rig = new Rig().noServer().endpoint(sim.url()).variable("NO_GCE_CHECK", "true");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void key() {
        gcp.key(Rig.KEY, "ENABLED");
        rig.home(folder);
    }

    @AfterEach
    void close() {
        rig.close();
        sim.close();
    }

    private static MockResponse zipped() {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8("{\"access_token\":\"" + GcpSim.GRANTED + "\",\"expires_in\":3599}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .addHeader("Content-Type", "application/json")
                .body(zipped)
                .build();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Undetermined doubt() {
        KeyAnswer answer = rig.ask(Rig.KEY).answer();
        return assertInstanceOf(Undetermined.class, answer, answer::toString);
    }

    private String identity() {
        Asked asked = rig.ask(Rig.KEY);
        assertInstanceOf(Described.class, asked.answer(), asked::toString);
        return asked.evidence().get(0).identity();
    }

    private long logins() {
        return sim.requests().stream()
                .filter(r -> r.contains(GcpSim.TOKEN_PATH))
                .count();
    }

    @Test
    void aServiceAccountLogsInOnceForAllKeys() throws IOException {
        rig.variable(
                "GOOGLE_APPLICATION_CREDENTIALS",
                file("sa.json", GcpSim.serviceAccount(sim.url())).toString());
        IntStream.range(0, 8).forEach(i -> gcp.key(Rig.KEY + i, "ENABLED"));
        GcpProvider provider = rig.provider();
        List<KeyAnswer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> provider.ask(Rig.reference(Rig.KEY + i, Map.of()), Duration.ofSeconds(20)))
                .map(Asked::answer)
                .toList();
        answers.forEach(answer -> assertInstanceOf(Described.class, answer));
        assertEquals(
                "GOOGLE_APPLICATION_CREDENTIALS, service account reader@demo-project.iam.gserviceaccount.com",
                identity());
        assertEquals(1, logins());
    }

    @Test
    void aUserOfGcloudIsFoundInTheHomeFolderAndNamesAQuotaProject() throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        assertEquals("gcloud, user", identity());
        assertEquals("users-project", sim.received().get(1).getHeaders().get("x-goog-user-project"));
        assertTrue(String.valueOf(sim.received().get(0).getHeaders().get("Content-Type"))
                .startsWith("application/x-www-form-urlencoded"));
    }

    @Test
    void theConfigurationFolderOfGcloudCanBeAnother() throws IOException {
        file("other/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        rig.variable("CLOUDSDK_CONFIG", folder.resolve("other").toString());
        assertEquals("gcloud, user", identity());
    }

    @Test
    void aServerOfSettingsComesFirst() throws IOException {
        rig.variable("GOOGLE_APPLICATION_CREDENTIALS", file("sa.json", "broken").toString());
        Path own = file("own.json", GcpSim.serviceAccount(sim.url()));
        rig.server(new ServerEntry("cmk-gcp", null, null, Map.of("credentials", new Secret(own.toString()))));
        assertEquals(
                "settings.xml server cmk-gcp, service account reader@demo-project.iam.gserviceaccount.com", identity());
        rig.server(new ServerEntry("cmk-gcp", null, null, Map.of()));
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"type\":\"gdch_service_account\"}",
                "{\"type\":\"service_account\"}",
                "{\"type\":\"service_account\",\"universe_domain\":\"elsewhere.example\"}",
                "{\"type\":\"external_account\",\"credential_source\":{\"certificate\":{}}}",
                "{\"type\":\"impersonated_service_account\",\"source_credentials\":{\"type\":\"gdch_service_account\"}}"
            })
    void aBrokenFileIsAnErrorAndNotAReasonToTryTheNextSource(String content) throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        rig.variable(
                "GOOGLE_APPLICATION_CREDENTIALS", file("broken.json", content).toString());
        Undetermined doubt = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt.cause(), doubt::said);
        assertTrue(doubt.said().startsWith("GOOGLE_APPLICATION_CREDENTIALS"), doubt::said);
        assertEquals(List.of(), sim.requests());
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        rig.variable(
                "GOOGLE_APPLICATION_CREDENTIALS", folder.resolve("none.json").toString());
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
    }

    @Test
    void aRefusedLoginIsNotRepeatedAndShowsNoSecret() throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        gcp.respond(GcpSim.TOKEN_PATH, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token revoked.\"}");
        Undetermined doubt = doubt();
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause(), doubt::said);
        assertEquals(2, doubt.said().split("invalid_grant", -1).length, doubt::said);
        assertFalse(doubt.said().contains("hush"), doubt::said);
        assertEquals(doubt, doubt());
        assertEquals(1, logins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOCSPX-0123456789abcdefghijklmnopqr", "1//refresh-token-0"})
    void aSecretThatALoginEchoesIsNotShown(String secret) throws IOException {
        file(".config/gcloud/application_default_credentials.json", """
                {"type":"authorized_user","client_id":"c","client_secret":"GOCSPX-0123456789abcdefghijklmnopqr",
                 "refresh_token":"1//refresh-token-0","token_uri":"%s"}""".formatted(sim.url() + GcpSim.TOKEN_PATH));
        gcp.respond(GcpSim.TOKEN_PATH, 401, "{\"error\":\"invalid_client\",\"about\":\"<%s>\"}".formatted(secret));
        String said = doubt().said();
        assertFalse(said.contains(secret), said);
        assertTrue(said.contains("<(secret)>"), said);
    }

    @Test
    void aSecretThatIsEmptyHidesNothing() throws IOException, CredentialException {
        Path user = file("user.json", "{\"type\":\"authorized_user\",\"client_secret\":\" \"}");
        assertEquals("Token revoked.", CredentialFile.read("gcloud", user).hideIn("Token revoked."));
    }

    /** The limit of the door is one for what was sent; decoded, it could be a thousand times as much. */
    @Test
    void anEncodedAnswerToALoginIsNotDecoded() throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + "/zipped"));
        Undetermined doubt = doubt();
        assertTrue(doubt.said().contains("malformed"), doubt::said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "[[[[[[[[", "\"text\""})
    void anAnswerToALoginThatTheLibraryCannotReadIsNoDefectOfOurs(String body) throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        gcp.respond(GcpSim.TOKEN_PATH, 200, body);
        Undetermined doubt = doubt();
        assertEquals(Cause.STRANGE_ANSWER, doubt.cause(), doubt::said);
    }

    @Test
    void aLoginThatFailsIsTriedByTheDoorAloneAndSaysWhy() throws IOException {
        rig.variable(
                "GOOGLE_APPLICATION_CREDENTIALS",
                file("sa.json", GcpSim.serviceAccount(sim.url())).toString());
        sim.spoil(GcpSim.TOKEN_PATH, Fault.ERROR_503);
        assertEquals(Cause.SERVICE_FAULT, doubt().cause());
        assertEquals(4, logins());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/token",
                "https://storage.googleapis.com/bucket",
                "https://oauth2.googleapis.com.evil.example/token",
                "http://oauth2.googleapis.com/token",
                "http://169.254.169.254/token"
            })
    void aFileMayNotNameJustAnyHost(String tokenUri) throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(tokenUri));
        assertEquals(Cause.HOST_NOT_ALLOWED, doubt().cause());
        assertEquals(List.of(), sim.requests());
    }

    @Test
    void aMachineOfGooglesHasATokenOfItsOwn() {
        rig.variable("NO_GCE_CHECK", "false")
                .variable("GCE_METADATA_HOST", sim.url().replace("http://", ""));
        machine = new MockResponse.Builder()
                .addHeader("Metadata-Flavor", "Google")
                .body("{\"access_token\":\"" + GcpSim.GRANTED + "\",\"expires_in\":3000,\"token_type\":\"Bearer\"}")
                .build();
        assertEquals("metadata server, default service account", identity());
        assertEquals("metadata server, default service account", identity());
        assertEquals("Google", sim.received().get(0).getHeaders().get("Metadata-Flavor"));
        assertEquals(
                1, sim.requests().stream().filter(r -> r.contains(METADATA)).count());
    }

    @Test
    void aTokenThatSoonEndsIsNotKept() {
        rig.variable("NO_GCE_CHECK", "false")
                .variable("GCE_METADATA_HOST", sim.url().replace("http://", ""));
        machine = new MockResponse.Builder()
                .addHeader("Metadata-Flavor", "Google")
                .body("{\"access_token\":\"" + GcpSim.GRANTED + "\",\"expires_in\":60}")
                .build();
        identity();
        identity();
        assertEquals(
                2, sim.requests().stream().filter(r -> r.contains(METADATA)).count());
    }

    @Test
    void noIdentityUsesTheTokenOfAnother() throws IOException {
        file(".config/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        identity();
        gcp.respond(GcpSim.TOKEN_PATH, 200, "{\"access_token\":\"ya29.another\",\"expires_in\":3599}");
        gcp.token("ya29.another");
        Path other = file("other.json", GcpSim.serviceAccount(sim.url()));
        rig.variable("GOOGLE_APPLICATION_CREDENTIALS", other.toString());
        identity();
        assertEquals(2, logins());
        List<String> sent = sim.received().stream()
                .map(request -> request.getHeaders().get("Authorization"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertEquals(List.of("Bearer " + GcpSim.GRANTED, "Bearer ya29.another"), sent);
    }

    @Test
    void theFolderOfGcloudOnWindowsIsBelowThatOfTheUsersPrograms() throws IOException {
        file("roaming/gcloud/application_default_credentials.json", USER.formatted(sim.url() + GcpSim.TOKEN_PATH));
        rig.variable("APPDATA", folder.resolve("roaming").toString());
        assertEquals("gcloud, user", identity());
    }

    @Test
    void aTokenOrProjectThatCannotBeSentIsBroken() {
        rig.token("ya29.with a space");
        Undetermined token = doubt();
        assertEquals(Cause.BROKEN_CREDENTIALS, token.cause());
        assertFalse(token.toString().contains("ya29"), token::said);

        rig.token(GcpSim.TOKEN).variable("GOOGLE_CLOUD_QUOTA_PROJECT", "Not a project");
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
        assertEquals(List.of(), sim.requests());
    }

    @Test
    void whatHoldsASecretShowsNone() throws IOException, CredentialException {
        CredentialFile user = CredentialFile.read("gcloud", file("user.json", USER));
        assertEquals("gcloud, user", user.toString());
        assertEquals("me", GcpToken.of("me", new Secret("ya29.hush"), null).toString());
        assertEquals("a token until 1970-01-01T00:00:00Z", new Login.Grant("ya29.hush", Instant.EPOCH).toString());
    }

    @Test
    void whatAnswersWithoutGooglesHeaderIsNoMetadataServer() {
        rig.variable("NO_GCE_CHECK", "false")
                .variable("GCE_METADATA_HOST", sim.url().replace("http://", ""));
        machine = new MockResponse.Builder()
                .body("{\"access_token\":\"" + GcpSim.GRANTED + "\",\"expires_in\":3000}")
                .build();
        Undetermined doubt = doubt();
        assertEquals(Cause.NO_CREDENTIALS, doubt.cause());
        assertTrue(doubt.said().contains("GOOGLE_APPLICATION_CREDENTIALS"), doubt::said);
        machine = new MockResponse.Builder()
                .addHeader("Metadata-Flavor", "Google")
                .body("{}")
                .build();
        rig.memory().clear();
        assertEquals(Cause.BROKEN_CREDENTIALS, doubt().cause());
    }

    @Test
    void theMetadataServerCannotBeElsewhereWithoutTls() {
        rig.variable("NO_GCE_CHECK", "false").variable("GCE_METADATA_HOST", "evil.example");
        assertEquals(Cause.NO_CREDENTIALS, doubt().cause());
    }

    /** Google's library accepts https alone here, so its requests are sent to the simulator behind its back. */
    @Test
    void aWorkloadIdentityIsExchangedAndImpersonates() throws IOException, CredentialException {
        Path subject = file("subject", "header.payload.signature");
        Path config = file(
                "wif.json", """
                {"type":"external_account",
                 "audience":"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q",
                 "subject_token_type":"urn:ietf:params:oauth:token-type:jwt",
                 "token_url":"https://sts.googleapis.com%s",
                 "service_account_impersonation_url":
                 "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/r@p.iam.gserviceaccount.com:generateAccessToken",
                 "credential_source":{"file":"%s"}}""".formatted(GcpSim.TOKEN_PATH, subject.toString().replace("\\", "\\\\")));
        CredentialFile file = CredentialFile.read("test", config);
        assertEquals("test, workload identity r@p.iam.gserviceaccount.com", file.shown());
        Simulator both = new Simulator(
                gcp,
                request -> request.getTarget().contains(":generateAccessToken")
                        ? new MockResponse.Builder()
                                .addHeader("Content-Type", "application/json")
                                .body("{\"accessToken\":\"impersonated\",\"expireTime\":\"2099-01-01T00:00:00Z\"}")
                                .build()
                        : null);
        try (both) {
            Login.Grant grant =
                    new LibraryLogin(() -> Detour.to(both.url(), rig.context().door())).token(file);
            assertEquals("impersonated", grant.value());
            assertEquals(
                    "Bearer " + GcpSim.GRANTED,
                    both.received().get(1).getHeaders().get("Authorization"));
        }
    }

    /** The file is read before anybody is asked. */
    @Test
    void aWorkloadIdentityWithoutItsTokenIsBrokenAndNotRefused() throws IOException, CredentialException {
        Path config = file("wif.json", """
                {"type":"external_account","audience":"//iam.googleapis.com/a",
                 "subject_token_type":"urn:ietf:params:oauth:token-type:jwt",
                 "token_url":"https://sts.googleapis.com%s","credential_source":{"file":"none-there"}}""".formatted(GcpSim.TOKEN_PATH));
        LibraryLogin login =
                new LibraryLogin(() -> Detour.to(sim.url(), rig.context().door()));
        CredentialFile file = CredentialFile.read("test", config);
        CredentialException broken = assertThrows(CredentialException.class, () -> login.token(file));
        assertEquals(Cause.BROKEN_CREDENTIALS, broken.reason());
        assertEquals(List.of(), sim.requests());
    }

    @Test
    void aRefusedExchangeIsARefusal() throws IOException, CredentialException {
        Path config = file("wif.json", """
                {"type":"external_account","audience":"//iam.googleapis.com/a",
                 "subject_token_type":"urn:ietf:params:oauth:token-type:jwt",
                 "token_url":"https://sts.googleapis.com%s","credential_source":{"file":"%s"}}""".formatted(
                        GcpSim.TOKEN_PATH, file("subject", "a.b.c").toString().replace("\\", "\\\\")));
        gcp.respond(GcpSim.TOKEN_PATH, 400, "{\"error\":\"invalid_target\",\"error_description\":\"No such pool.\"}");
        LibraryLogin login =
                new LibraryLogin(() -> Detour.to(sim.url(), rig.context().door()));
        CredentialFile file = CredentialFile.read("test", config);
        CredentialException refused = assertThrows(CredentialException.class, () -> login.token(file));
        assertEquals(Cause.AUTHENTICATION_REFUSED, refused.reason());
        assertTrue(refused.toString().contains("invalid_target"), refused::toString);
    }
}
