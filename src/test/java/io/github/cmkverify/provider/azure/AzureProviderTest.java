package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureProviderTest {
    private static final long PURGE = 1796000000L;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static KeyFacts facts(Asked asked) {
        return assertInstanceOf(Described.class, asked.answer(), () -> "" + asked.answer())
                .facts();
    }

    private static Undetermined doubt(Asked asked) {
        return assertInstanceOf(Undetermined.class, asked.answer(), () -> "" + asked.answer());
    }

    @Test
    void asksTheCurrentAndANamedVersionInAnyCase() {
        rig.azure.key(Rig.NAME, true);
        for (String path : List.of(Rig.NAME, "PAYMENTS-1", "payments-1/" + AzureSim.VERSION.toUpperCase(Locale.ROOT))) {
            KeyFacts facts = facts(rig.ask(path));
            assertEquals(KeyState.ENABLED, facts.state(), path);
            assertEquals("enabled=true", facts.rawState());
            assertEquals(rig.id("payments-1/" + AzureSim.VERSION), facts.keyId());
            assertEquals("payments-1", facts.alias());
            assertEquals("RSA", facts.spec());
            assertEquals("WRAP_UNWRAP", facts.usage());
            assertEquals("unwrapKey, wrapKey", facts.ownWords().get("usage"));
            assertEquals(Instant.ofEpochSecond(1700000000), facts.createdAt());
            assertEquals(true, facts.purgeProtected());
            assertFalse(facts.external());
        }
    }

    @Test
    void asksAVaultForItsChallengeAndSignsInOnce() {
        rig.azure.key(Rig.NAME, true).key("other", true);
        rig.ask();
        rig.ask("other");
        assertEquals(
                List.of(
                        "GET /keys/Payments-1?api-version=7.4",
                        "POST /" + AzureSim.TENANT + "/oauth2/v2.0/token",
                        "GET /keys/Payments-1?api-version=7.4",
                        "GET /keys/other?api-version=7.4"),
                rig.sim.requests());
        Headers bare = rig.sim.received().get(0).getHeaders();
        assertNull(bare.get("Authorization"));
        assertEquals("application/json", bare.get("Accept"));
        RecordedRequest signIn = rig.sim.received().get(1);
        assertEquals("application/x-www-form-urlencoded", signIn.getHeaders().get("Content-Type"));
        assertEquals(
                "client_secret=demo%7Esecret%2B%2F%26%3D&grant_type=client_credentials&client_id=" + AzureSim.CLIENT
                        + "&scope=" + URLEncoder.encode(rig.sim.url() + "/.default", StandardCharsets.UTF_8),
                signIn.getBody() == null ? "" : signIn.getBody().utf8());
    }

    @Test
    void tellsWhereWhenAndAsWhomItAsked() {
        rig.azure.key(Rig.NAME, true);
        List<Evidence> evidence = rig.ask().evidence();
        assertEquals(
                List.of("GetKey 401", "Token 200", "GetKey 200"),
                evidence.stream().map(e -> e.operation() + " " + e.status()).toList());
        Evidence last = evidence.get(2);
        assertEquals(rig.sim.url(), last.endpoint());
        assertEquals("environment AZURE_CLIENT_ID, client " + AzureSim.CLIENT, last.identity());
        evidence.forEach(e -> assertEquals("0d0466b0-0000-4000-8000-00000000000a", e.requestId()));
        assertTrue(last.endpointOverridden());
    }

    @Test
    void readsDisabledNotYetAndEnd() {
        long soon = Instant.now().plusSeconds(3600).getEpochSecond();
        rig.azure.key("off", false).key("early", Map.of("nbf", soon)).key("begun", Map.of("nbf", 1L));
        assertEquals(KeyState.DISABLED, facts(rig.ask("off")).state());
        assertEquals(KeyState.NOT_READY, facts(rig.ask("early")).state());
        assertEquals(KeyState.ENABLED, facts(rig.ask("begun")).state());
        rig.azure.key("ends", Map.of("exp", soon)).key("off-early", Map.of("nbf", soon, "enabled", false));
        assertEquals(Instant.ofEpochSecond(soon), facts(rig.ask("ends")).expiresAt());
        assertEquals(KeyState.DISABLED, facts(rig.ask("off-early")).state());
    }

    @ParameterizedTest
    @CsvSource({
        "Recoverable,true",
        "CustomizedRecoverable+ProtectedSubscription,true",
        "Purgeable,false",
        "Recoverable+Purgeable,false",
        "CustomizedRecoverable+Purgeable,false",
        "SomethingNew,"
    })
    void readsWhetherADeletedKeyCouldBePurged(String level, Boolean expected) {
        rig.azure.key(Rig.NAME, Map.of("recoveryLevel", level));
        assertEquals(expected, facts(rig.ask()).purgeProtected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Rig.NAME, Rig.NAME + "/" + AzureSim.VERSION, Rig.NAME + "/ffffffffffffffffffffffffffffffff"})
    void findsADeletedKeyWithTheDateOfItsPurge(String path) {
        rig.azure.deleted(Rig.NAME, PURGE);
        KeyFacts facts = facts(rig.ask(path));
        assertEquals(KeyState.PENDING_DELETION, facts.state());
        assertEquals(Instant.ofEpochSecond(PURGE), facts.deletionAt());
    }

    @Test
    void saysMissingOnlyAfterTwoLooksAtBothLists() {
        Missing missing = assertInstanceOf(Missing.class, rig.ask().answer());
        assertEquals("KeyNotFound", missing.code());
        assertEquals(
                List.of("keys", "deletedkeys", "keys", "deletedkeys"),
                rig.sim.requests().stream()
                        .skip(2)
                        .map(line -> line.split("/", -1)[1])
                        .toList());
    }

    @Test
    void takesItsTimeBetweenTheLooks() {
        Duration between = Duration.ofMillis(50);
        AzureProvider patient = new AzureProvider(rig.context(), between);
        List<Evidence> looks = patient.ask(new KeyReference("azure", rig.id(Rig.NAME)), Duration.ofSeconds(20))
                .evidence();
        Instant first = looks.get(looks.size() - 3).askedAt();
        Instant second = looks.get(looks.size() - 2).askedAt();
        assertTrue(Duration.between(first, second).compareTo(between) >= 0, first + " " + second);
    }

    @Test
    void doesNotSayMissingWhereThereIsNoTimeForASecondLook() {
        AzureProvider patient = new AzureProvider(rig.context(), Duration.ofHours(1));
        Undetermined doubt = doubt(patient.ask(new KeyReference("azure", rig.id(Rig.NAME)), Duration.ofSeconds(20)));
        assertEquals(Cause.OUT_OF_TIME, doubt.cause());
        assertEquals("KeyNotFound", doubt.code());
    }

    @Test
    void takesNoWordOnTheStateOfALiveKeyFromTheDeletedKeys() {
        rig.azure.respondDeleted(Rig.NAME, 403, AzureSim.error("Forbidden", "KeyDisabled", "disabled"));
        assertEquals(Cause.STRANGE_ANSWER, doubt(rig.ask()).cause());
    }

    @Test
    void readsTheNameOfAKeyThatIsCalledKeys() {
        rig.azure.key("keys", true);
        assertEquals("keys", facts(rig.ask("keys")).alias());
    }

    @Test
    void saysMissingOfAVersionThatTheVaultDoesNotKnow() {
        rig.azure.key(Rig.NAME, true);
        assertInstanceOf(
                Missing.class,
                rig.ask(Rig.NAME + "/ffffffffffffffffffffffffffffffff").answer());
    }

    @Test
    void doesNotSayMissingWhereItMayNotLookAtDeletedKeys() {
        rig.azure.respondDeleted(
                Rig.NAME, 403, AzureSim.error("Forbidden", "AccessDenied", "The user does not have keys get"));
        Undetermined doubt = doubt(rig.ask());
        assertEquals(Cause.ACCESS_DENIED, doubt.cause());
        assertTrue(doubt.said().startsWith("not among the keys (KeyNotFound)"), doubt::said);
        rig.azure.respondDeleted(Rig.NAME, 404, "gone");
        assertEquals(Cause.WRONG_SERVICE, doubt(rig.ask()).cause());
        rig.azure.respondDeleted(Rig.NAME, 200, "{}");
        assertEquals(Cause.STRANGE_ANSWER, doubt(rig.ask()).cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>no</html>",
                "{}",
                "{\"error\":{}}",
                "{\"error\":\"KeyNotFound\"}",
                "{\"code\":\"KeyNotFound\"}",
                "{\"error\":{\"code\":\"VaultNotFound\",\"message\":\"\"}}",
                "{\"error\":{\"code\":\"com.github.nagyesta.lowkeyvault.NotFoundException\",\"message\":\"\"}}",
                "{\"error\":{\"code\":\"KeyNotFound\"},\"key\":{}}",
                "{\"error\":{\"code\":\"KeyNotFound\",\"innererror\":{\"code\":\"Odd\"}}}"
            })
    void neverSaysMissingWithoutTheVaultsOwnCode(String body) {
        rig.azure.respond(Rig.NAME, 404, body);
        doubt(rig.ask());
        assertFalse(rig.sim.requests().stream().anyMatch(line -> line.contains("deletedkeys")));
    }

    @ParameterizedTest
    @CsvSource({
        "403,Forbidden,AccessDenied,ACCESS_DENIED",
        "403,Forbidden,ForbiddenByPolicy,ACCESS_DENIED",
        "403,Forbidden,ForbiddenByRbac,ACCESS_DENIED",
        "403,Forbidden,'',ACCESS_DENIED",
        "403,Forbidden,ForbiddenByFirewall,NETWORK_DENIED",
        "403,Forbidden,ForbiddenByConnection,NETWORK_DENIED",
        "401,Unauthorized,'',AUTHENTICATION_REFUSED",
        "400,BadParameter,'',REQUEST_REFUSED",
        "409,Conflict,ObjectIsBeingDeleted,TRANSIENT_STATE",
        "418,Odd,'',STRANGE_ANSWER"
    })
    void readsErrorsByTheirCode(int status, String code, String inner, Cause expected) {
        rig.azure.fail(Rig.NAME, status, code, inner, "no");
        Undetermined doubt = doubt(rig.ask());
        assertEquals(expected, doubt.cause());
        assertEquals(inner.isEmpty() ? code : inner, doubt.code());
        assertEquals("no", doubt.said());
    }

    @Test
    void readsAFirewallByItsWords() {
        rig.azure.fail(
                Rig.NAME,
                403,
                "Forbidden",
                "",
                "Client address is not authorized and caller is not a trusted service.\r\nClient address: 192.0.2.1");
        assertEquals(Cause.NETWORK_DENIED, doubt(rig.ask()).cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"innererror", "innerError"})
    void readsAForbiddenKeyThatIsDisabled(String spelling) {
        rig.azure.respond(
                Rig.NAME,
                403,
                AzureSim.error("Forbidden", "KeyDisabled", "disabled").replace("innererror", spelling));
        assertEquals(KeyState.DISABLED, facts(rig.ask()).state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"key\":{\"kid\":\"{id}\"}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":\"true\"}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":1}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":null}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":true,\"enabled\":true}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":true,\"nbf\":\"1\"}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":true,\"exp\":1.5}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":true,\"exp\":-1}}",
                "{\"key\":{\"kid\":\"{id}\"},\"attributes\":{\"enabled\":true},\"error\":{\"code\":\"x\"}}",
                "{\"key\":{},\"attributes\":{\"enabled\":true}}",
                "{\"key\":{\"kid\":1},\"attributes\":{\"enabled\":true}}",
                "{\"key\":{\"kid\":\"{id}\",\"key_ops\":\"sign\"},\"attributes\":{\"enabled\":true}}",
                "{\"kid\":\"{id}\",\"attributes\":{\"enabled\":true}}"
            })
    void takesNothingButTheDocumentedAnswer(String body) {
        rig.azure.respond(Rig.NAME, 200, body.replace("{id}", rig.id(Rig.NAME + "/" + AzureSim.VERSION)));
        assertEquals(Cause.STRANGE_ANSWER, doubt(rig.ask()).cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{vault}/keys/other/0123456789abcdef0123456789abcdef",
                "{vault}/keys/Payments-1",
                "{vault}/keys/Payments-1/ffffffffffffffffffffffffffffffff",
                "{vault}/secrets/Payments-1/0123456789abcdef0123456789abcdef",
                "https://else.vault.azure.net/keys/Payments-1/0123456789abcdef0123456789abcdef",
                "Payments-1"
            })
    void takesNoAnswerAboutAnotherKeyVersionOrVault(String kid) {
        rig.azure.respond(
                Rig.NAME,
                200,
                "{\"key\":{\"kid\":\"" + kid.replace("{vault}", rig.sim.url())
                        + "\",\"kty\":\"RSA\"},\"attributes\":{\"enabled\":true}}");
        Asked asked = rig.ask(Rig.NAME + "/" + AzureSim.VERSION);
        assertEquals(Cause.OTHER_KEY, doubt(asked).cause());
    }

    @Test
    void takesNoDeletedKeyOfAnotherName() {
        rig.azure.respondDeleted(
                Rig.NAME,
                200,
                "{\"recoveryId\":\"x\",\"scheduledPurgeDate\":1,\"key\":{\"kid\":\""
                        + rig.id("other/" + AzureSim.VERSION) + "\"},\"attributes\":{\"enabled\":true}}");
        assertEquals(Cause.OTHER_KEY, doubt(rig.ask()).cause());
    }

    @Test
    void saysThatALiveKeyWithADateOfItsPurgeContradictsItself() {
        rig.azure.respond(
                Rig.NAME,
                200,
                "{\"scheduledPurgeDate\":" + PURGE + ",\"key\":{\"kid\":\"" + rig.id(Rig.NAME + "/" + AzureSim.VERSION)
                        + "\"},\"attributes\":{\"enabled\":true}}");
        assertEquals(1, facts(rig.ask()).contradictions().size());
    }

    @Test
    void takesNoKeyThatIsShownWithoutAToken() {
        rig.azure.key(Rig.NAME, true).challenge("Negotiate");
        assertEquals(Cause.STRANGE_ANSWER, doubt(rig.ask()).cause());
        assertEquals(1, rig.sim.requests().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void neverTakesAFaultForAnAnswerAboutTheKey(Fault fault) {
        rig.azure.key(Rig.NAME, true);
        rig.requestTimeout(Duration.ofMillis(200)).sim.spoil(Rig.NAME, fault);
        Asked asked = rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(500));
        assertNotEquals(Cause.INTERNAL_FAULT, doubt(asked).cause());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void neverTakesAFaultBehindTheChallengeForAnAnswerEither(Fault fault) {
        rig.azure.key(Rig.NAME, true);
        rig.requestTimeout(Duration.ofMillis(200)).sim.spoil(Rig.NAME, Fault.NONE, fault);
        Asked asked = rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(500));
        assertNotEquals(Cause.INTERNAL_FAULT, doubt(asked).cause());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void neverSaysMissingWhereTheDeletedKeysAreSpoiled(Fault fault) {
        rig.requestTimeout(Duration.ofMillis(200)).sim.spoil("deletedkeys", fault);
        doubt(rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(500)));
    }

    @Test
    void asksAgainWhenItIsThrottledOrTheServiceFails() {
        rig.azure.key(Rig.NAME, true);
        rig.sim.spoil(Rig.NAME, Fault.ERROR_503, Fault.NONE, Fault.THROTTLED, Fault.ERROR_503, Fault.NONE);
        Asked asked = rig.ask();
        assertEquals(KeyState.ENABLED, facts(asked).state());
        assertEquals(2, asked.evidence().get(0).attempts());
        assertEquals(3, asked.evidence().get(2).attempts());
    }

    @Test
    void neverSignsInTwiceWithAWrongSecretNorShowsIt() {
        rig.variable("AZURE_CLIENT_SECRET", "wrong-secret");
        AzureProvider provider = rig.provider();
        List<Undetermined> doubts = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> provider.ask(new KeyReference("azure", rig.id("key-" + i)), Duration.ofSeconds(20)))
                .map(AzureProviderTest::doubt)
                .toList();
        assertEquals(
                1,
                rig.sim.requests().stream()
                        .filter(line -> line.startsWith("POST"))
                        .count());
        for (Undetermined doubt : doubts) {
            assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause());
            assertTrue(doubt.said().contains("AADSTS7000215"), doubt::said);
            assertFalse(doubt.toString().contains("wrong-secret"), doubt::said);
        }
    }

    @Test
    void showsNoSecretAnywhere() {
        rig.azure.key(Rig.NAME, true);
        String all = rig.ask().toString();
        assertFalse(all.contains(AzureSim.SECRET), all);
        assertFalse(all.contains(AzureSim.token(rig.sim.url())), all);
    }

    @Test
    void asksNothingForAReferenceThatPointsNowhere() {
        for (String text :
                List.of("none", "https://x.vault.azure.net/keys/", "https://evil@a.vault.azure.net/keys/k")) {
            assertEquals(
                    Cause.POINTS_NOWHERE,
                    doubt(rig.askFor(text, Duration.ofSeconds(5))).cause(),
                    text);
        }
        assertEquals(List.of(), rig.sim.requests());
    }

    @Test
    void asksNoHostThatNobodyAllowed() {
        Undetermined doubt = doubt(rig.askFor("https://vault.example.com/keys/k", Duration.ofSeconds(5)));
        assertEquals(Cause.HOST_NOT_ALLOWED, doubt.cause());
        assertEquals(List.of(), rig.sim.requests());
    }
}
