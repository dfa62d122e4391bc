package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcpProviderTest {
    private static final String VERSIONS = Rig.KEY + "/cryptoKeyVersions";
    private static final String RING = Rig.KEY.substring(0, Rig.KEY.lastIndexOf('/') + 1);
    private static final Instant DESTRUCTION = Instant.parse(GcpSim.DESTRUCTION);

    private final GcpSim gcp = new GcpSim();
    private final Simulator sim = new Simulator(gcp);
    private final Rig rig = new Rig().endpoint(sim.url());

    @AfterEach
    void close() {
        rig.close();
        sim.close();
    }

    private KeyFacts facts(String reference) {
        KeyAnswer answer = rig.ask(reference).answer();
        return assertInstanceOf(Described.class, answer, answer::toString).facts();
    }

    private KeyState state() {
        return facts(Rig.KEY).state();
    }

    private Undetermined doubt(String reference) {
        KeyAnswer answer = rig.ask(reference).answer();
        return assertInstanceOf(Undetermined.class, answer, answer::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLED, ENABLED",
        "DISABLED, DISABLED",
        "DESTROY_SCHEDULED, PENDING_DELETION",
        "DESTROYED, DESTROYED",
        "PENDING_EXTERNAL_DESTRUCTION, DESTROYED",
        "EXTERNAL_DESTRUCTION_FAILED, DESTROYED",
        "PENDING_GENERATION, NOT_READY",
        "PENDING_IMPORT, NOT_READY",
        "IMPORT_FAILED, NOT_READY",
        "GENERATION_FAILED, NOT_READY"
    })
    void aVersionDecidesWhetherPrimaryOrNamedOrTheOnlyOne(String raw, KeyState state) {
        gcp.key(Rig.KEY, "ENABLED", raw);
        for (KeyFacts facts : List.of(facts(Rig.KEY), facts(VERSIONS + "/2"))) {
            assertEquals(state, facts.state());
            assertEquals(raw, facts.rawState());
            assertEquals(VERSIONS + "/2", facts.keyId());
            assertEquals(state == KeyState.PENDING_DELETION ? DESTRUCTION : null, facts.deletionAt());
        }
        gcp.keyFor("ASYMMETRIC_SIGN", Rig.KEY, raw);
        assertEquals(state, state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRYPTO_KEY_VERSION_STATE_UNSPECIFIED", "SOMETHING_NEW", "enabled"})
    void anUnknownStateIsNoState(String raw) {
        gcp.key(Rig.KEY, raw);
        assertEquals(Cause.UNKNOWN_STATE, doubt(Rig.KEY).cause());
        assertEquals(raw, doubt(VERSIONS + "/1").code());
        gcp.keyFor("MAC", Rig.KEY, "ENABLED", raw);
        assertEquals(raw, doubt(Rig.KEY).code());
    }

    @Test
    void tellsEveryFact() {
        gcp.key(Rig.KEY, "ENABLED");
        KeyFacts facts = facts(Rig.KEY);
        assertEquals("ENCRYPT_DECRYPT", facts.usage());
        assertEquals("AES_256", facts.spec());
        assertEquals("kms", facts.origin());
        assertEquals(Map.of("spec", "GOOGLE_SYMMETRIC_ENCRYPTION", "origin", "SOFTWARE"), facts.ownWords());
        assertEquals("europe-west3", facts.region());
        assertEquals(true, facts.rotation());
        assertEquals(Instant.parse("2026-01-02T03:04:05.678901234Z"), facts.createdAt());
        assertFalse(facts.external());
        assertEquals(List.of(), facts.versionsAtRisk());
        assertEquals(List.of(), facts.contradictions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXTERNAL", "EXTERNAL_VPC", "EXTERNAL_BY_SOME_NEW_WAY"})
    void materialOutsideIsExternal(String level) {
        gcp.key(Rig.KEY, "ENABLED").version(Rig.KEY, 1, Map.of("protectionLevel", level));
        assertTrue(facts(Rig.KEY).external());
    }

    @Test
    void aSymmetricKeyWithoutAPrimaryVersionIsNotReady() {
        gcp.key(Rig.KEY, Collections.singletonMap("primary", null));
        KeyFacts facts = facts(Rig.KEY);
        assertEquals(KeyState.NOT_READY, facts.state());
        assertEquals("no primary version", facts.rawState());
    }

    @Test
    void ofAPurposeWithoutAPrimaryTheWorstVersionThatIsLeftDecides() {
        gcp.keyFor("ASYMMETRIC_SIGN", Rig.KEY, "DESTROYED", "ENABLED", "ENABLED");
        assertEquals(KeyState.ENABLED, state());
        gcp.keyFor("RAW_ENCRYPT_DECRYPT", Rig.KEY, "ENABLED", "DISABLED", "PENDING_IMPORT");
        assertEquals(KeyState.DISABLED, state());
        gcp.keyFor("MAC", Rig.KEY, "DISABLED", "DESTROY_SCHEDULED", "NEW_STATE");
        assertEquals(KeyState.PENDING_DELETION, state());
        gcp.keyFor("SOME_NEW_PURPOSE", Rig.KEY, "DESTROYED", "DESTROYED");
        assertEquals(KeyState.DESTROYED, state());
        gcp.keyFor("KEY_ENCAPSULATION", Rig.KEY);
        assertEquals(KeyState.NOT_READY, state());
        assertEquals(null, facts(Rig.KEY).rotation());
    }

    @Test
    void aPurposeWithoutAPrimaryCannotBeToldWithoutItsVersions() {
        gcp.keyFor("ASYMMETRIC_DECRYPT", Rig.KEY, "ENABLED");
        gcp.fail(VERSIONS, 403, "PERMISSION_DENIED", "Permission denied (or it may not exist).");
        assertEquals(Cause.ACCESS_DENIED, doubt(Rig.KEY).cause());
    }

    @Test
    void olderVersionsThatAreDisabledOrDyingAreAtRisk() {
        gcp.key(
                Rig.KEY,
                "DISABLED",
                "DESTROYED",
                "DESTROY_SCHEDULED",
                "ENABLED",
                "IMPORT_FAILED",
                "NEW_STATE",
                "ENABLED");
        KeyFacts facts = facts(Rig.KEY);
        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals(
                List.of(
                        "version 1 (DISABLED)",
                        "version 3 (DESTROY_SCHEDULED, " + DESTRUCTION + ")",
                        "version 6 (NEW_STATE)"),
                facts.versionsAtRisk());
        assertEquals(DESTRUCTION, facts.versionsEndAt());
        assertEquals(List.of(), facts.contradictions());
    }

    @Test
    void thePrimaryVersionIsNoOlderOne() {
        gcp.key(Rig.KEY, "DISABLED", "DISABLED");
        KeyFacts facts = facts(Rig.KEY);
        assertEquals(KeyState.DISABLED, facts.state());
        assertEquals(List.of("version 1 (DISABLED)"), facts.versionsAtRisk());
    }

    @Test
    void ofManyVersionsAtRiskTwentyAreNamedAndTheRestIsCounted() {
        for (int older = 20; older <= 22; older++) {
            String[] states = new String[older + 1];
            Arrays.fill(states, "DISABLED");
            states[older] = "ENABLED";
            gcp.key(Rig.KEY, states);
            List<String> shown = facts(Rig.KEY).versionsAtRisk();
            assertEquals("version 20 (DISABLED)", shown.get(19));
            assertEquals(older == 20 ? List.of() : List.of(older - 20 + " more"), shown.subList(20, shown.size()));
        }
    }

    /** Either member is a schedule. */
    @Test
    void rotatesWhereAPeriodOrADayIsSet() {
        for (String other : List.of("rotationPeriod", "nextRotationTime")) {
            gcp.key(Rig.KEY, Collections.singletonMap(other, null));
            assertEquals(true, facts(Rig.KEY).rotation(), "without " + other);
        }
        Map<String, Object> neither = new HashMap<>();
        neither.put("rotationPeriod", null);
        neither.put("nextRotationTime", null);
        gcp.key(Rig.KEY, neither);
        assertEquals(false, facts(Rig.KEY).rotation());
    }

    @Test
    void readsAllPagesOfTheVersions() {
        gcp.pageSize(2).key(Rig.KEY, "ENABLED", "ENABLED", "ENABLED", "DISABLED", "ENABLED");
        assertEquals(List.of("version 4 (DISABLED)"), facts(Rig.KEY).versionsAtRisk());
        assertEquals(
                3,
                sim.requests().stream()
                        .filter(r -> r.contains("/cryptoKeyVersions?"))
                        .count());
        assertTrue(sim.requests().get(3).endsWith("pageToken=after%2F%2B%3D4"), sim.requests()::toString);
    }

    @Test
    void aListThatRunsInACircleIsNoList() {
        gcp.key(Rig.KEY, "ENABLED");
        gcp.respond(VERSIONS, 200, "{\"nextPageToken\":\"again\"}");
        assertEquals(
                List.of("versions could not be listed: strange answer, HTTP 200: the list of versions runs in a circle")
                        .toString()
                        .replace("HTTP 200: ", ""),
                facts(Rig.KEY).versionsAtRisk().toString());
        assertEquals(3, sim.requests().size());
        gcp.keyFor("MAC", Rig.KEY, "ENABLED");
        assertEquals(Cause.STRANGE_ANSWER, doubt(Rig.KEY).cause());
    }

    @Test
    void aListThatNeverEndsIsNoList() {
        AtomicInteger pages = new AtomicInteger();
        Simulator endless = new Simulator(request -> request.getTarget().contains("/cryptoKeyVersions?")
                ? new MockResponse.Builder()
                        .body("{\"nextPageToken\":\"" + pages.incrementAndGet() + "\"}")
                        .build()
                : gcp.answer(request));
        try (endless) {
            gcp.keyFor("MAC", Rig.KEY, "ENABLED");
            rig.endpoint(endless.url());
            assertEquals("the list of versions has no end", doubt(Rig.KEY).said());
            assertEquals(100, pages.get());
        }
    }

    @Test
    void aRefusedListOfVersionsIsSaidAndTheVerdictStands() {
        gcp.key(Rig.KEY, "ENABLED");
        gcp.fail(VERSIONS, 403, "PERMISSION_DENIED", "Permission 'cloudkms.cryptoKeyVersions.list' denied.");
        KeyFacts facts = facts(Rig.KEY);
        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals(
                List.of("versions could not be listed: PERMISSION_DENIED, Permission"
                        + " 'cloudkms.cryptoKeyVersions.list' denied."),
                facts.versionsAtRisk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"cryptoKeyVersions\":{}}",
                "{\"cryptoKeyVersions\":[1]}",
                "{\"totalSize\":2}",
                "{\"nextPageToken\":1}",
                "<html></html>"
            })
    void aStrangeListOfVersionsIsSaid(String body) {
        gcp.key(Rig.KEY, "ENABLED").respond(VERSIONS, 200, body);
        assertTrue(
                facts(Rig.KEY).versionsAtRisk().get(0).startsWith("versions could not be listed: strange answer"),
                () -> facts(Rig.KEY).versionsAtRisk().toString());
    }

    @Test
    void aListThatContradictsTheKeyIsAContradiction() {
        gcp.key(Rig.KEY, "ENABLED").respond(VERSIONS, 200, "{}");
        assertEquals(1, facts(Rig.KEY).contradictions().size());
        gcp.fail(VERSIONS, 404, "NOT_FOUND", "CryptoKey " + Rig.KEY + " not found.");
        assertEquals(Cause.LIST_DISAGREES, doubt(Rig.KEY).cause());
    }

    @Test
    void aKeyThatWasDescribedIsNotMissingBecauseItsVersionsAre() {
        gcp.keyFor("ASYMMETRIC_SIGN", Rig.KEY, "ENABLED");
        gcp.fail(VERSIONS, 404, "NOT_FOUND", "CryptoKey " + Rig.KEY + " not found.");
        assertEquals(Cause.LIST_DISAGREES, doubt(Rig.KEY).cause());

        gcp.key(Rig.KEY, "ENABLED");
        gcp.fail(VERSIONS + "/1", 404, "NOT_FOUND", "CryptoKeyVersion " + VERSIONS + "/1 not found.");
        assertEquals(Cause.LIST_DISAGREES, doubt(VERSIONS + "/1").cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"destroyTime", "destroyEventTime"})
    void anEnabledVersionWithAnEndIsAContradictionWhereverItIs(String member) {
        for (int dying = 1; dying <= 2; dying++) {
            gcp.keyFor("MAC", Rig.KEY, "ENABLED", "ENABLED")
                    .version(Rig.KEY, dying, Map.of(member, GcpSim.DESTRUCTION));
            assertEquals(1, facts(Rig.KEY).contradictions().size(), "MAC " + dying);
            gcp.key(Rig.KEY, "ENABLED", "ENABLED").version(Rig.KEY, dying, Map.of(member, GcpSim.DESTRUCTION));
            String said = String.join("", facts(Rig.KEY).contradictions());
            assertTrue(said.matches("version " + dying + " \\(ENABLED.*\\) is enabled, with a date .*"), said);
            assertEquals(1, facts(VERSIONS + "/" + dying).contradictions().size(), "named " + dying);
        }
    }

    @Test
    void aVersionThatIsInAnotherStateInTheKeyIsAContradiction() {
        gcp.key(Rig.KEY, Map.of("primary", Map.of("name", VERSIONS + "/1", "state", "DISABLED")));
        for (String reference : List.of(Rig.KEY, VERSIONS + "/1")) {
            assertEquals(
                    List.of("primary version 1 is DISABLED in the key, and among its versions ENABLED"),
                    facts(reference).contradictions());
        }
    }

    @Test
    void aPurposeWithoutAPrimaryIsExternalIfAnyVersionThatIsLeftIs() {
        gcp.keyFor("MAC", Rig.KEY, "ENABLED", "ENABLED").version(Rig.KEY, 2, Map.of("protectionLevel", "EXTERNAL"));
        assertTrue(facts(Rig.KEY).external());
    }

    @Test
    void deniedJustificationsMakeAKeyUnavailable() {
        gcp.key(Rig.KEY, Map.of("keyAccessJustificationsPolicy", Map.of()));
        assertEquals(KeyState.UNAVAILABLE, state());
        assertEquals(KeyState.UNAVAILABLE, facts(VERSIONS + "/1").state());
        gcp.key(Rig.KEY, Map.of("keyAccessJustificationsPolicy", Map.of("allowedAccessReasons", List.of())));
        assertEquals(KeyState.UNAVAILABLE, state());
        gcp.key(
                Rig.KEY,
                Map.of(
                        "keyAccessJustificationsPolicy",
                        Map.of("allowedAccessReasons", List.of("CUSTOMER_INITIATED_ACCESS"))));
        assertEquals(KeyState.ENABLED, state());
        gcp.key(Rig.KEY, Map.of("keyAccessJustificationsPolicy", Map.of("allowedAccessReasons", List.of(1))));
        assertEquals(Cause.STRANGE_ANSWER, doubt(Rig.KEY).cause());
        gcp.key(Rig.KEY, Map.of("keyAccessJustificationsPolicy", "none"));
        assertEquals(Cause.STRANGE_ANSWER, doubt(Rig.KEY).cause());
    }

    @ParameterizedTest
    @CsvSource({
        "name, projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/other, OTHER_KEY",
        "name, 1, OTHER_KEY",
        "name, '', STRANGE_ANSWER",
        "purpose, '', STRANGE_ANSWER",
        "createTime, yesterday, STRANGE_ANSWER",
        "primary, ENABLED, STRANGE_ANSWER"
    })
    void anAnswerThatIsNotAboutThisKeyOrNotTheDocumentedOneIsNoAnswer(String member, String value, Cause cause) {
        gcp.key(Rig.KEY, Map.of(member, value));
        assertEquals(cause, doubt(Rig.KEY).cause());
    }

    @Test
    void anErrorWithTheStatusOfASuccessIsNoAnswer() {
        gcp.key(Rig.KEY, Map.of("error", Map.of("code", 500, "status", "INTERNAL")));
        assertEquals(Cause.STRANGE_ANSWER, doubt(Rig.KEY).cause());
    }

    @Test
    void aVersionOfAnotherKeyIsNoAnswer() {
        gcp.key(Rig.KEY, "ENABLED").version(Rig.KEY, 1, Map.of("name", Rig.KEY + "2/cryptoKeyVersions/1"));
        assertEquals(Cause.OTHER_KEY, doubt(Rig.KEY).cause());
        assertEquals(Cause.OTHER_KEY, doubt(VERSIONS + "/1").cause());
        gcp.key(Rig.KEY, "ENABLED", "ENABLED").version(Rig.KEY, 1, Map.of("name", VERSIONS + "/2"));
        assertEquals(Cause.OTHER_KEY, doubt(VERSIONS + "/1").cause());
    }

    @Test
    void saysMissingOnlyWhenGoogleSaysItOfThisKey() {
        assertInstanceOf(Missing.class, rig.ask(Rig.KEY).answer());
        gcp.key(Rig.KEY, "ENABLED");
        Missing missing =
                assertInstanceOf(Missing.class, rig.ask(VERSIONS + "/9").answer());
        assertEquals("NOT_FOUND", missing.code());
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND, KeyRing projects/demo-project/locations/europe-west3/keyRings/ring not found., POINTS_NOWHERE",
        "404, NOT_FOUND, CryptoKey projects/other/locations/x/keyRings/ring/cryptoKeys/documents not found.,"
                + " POINTS_NOWHERE",
        "404, NOT_FOUND, Requested entity was not found., POINTS_NOWHERE",
        "404, UNIMPLEMENTED, Method not found., STRANGE_ANSWER",
        "403, PERMISSION_DENIED, Permission 'cloudkms.cryptoKeys.get' denied on resource (or it may not exist).,"
                + " ACCESS_DENIED",
        "403, PERMISSION_DENIED, Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: a,"
                + " NETWORK_DENIED",
        "401, UNAUTHENTICATED, Request had invalid authentication credentials., AUTHENTICATION_REFUSED",
        "400, INVALID_ARGUMENT, Invalid resource., REQUEST_REFUSED",
        "400, FAILED_PRECONDITION, No., REQUEST_REFUSED",
        "418, SOMETHING, New., STRANGE_ANSWER"
    })
    void anErrorOfGooglesIsReadByItsWord(int status, String word, String message, Cause cause) {
        gcp.fail("documents", status, word, message);
        Undetermined doubt = doubt(Rig.KEY);
        assertEquals(cause, doubt.cause());
        assertEquals(word, doubt.code());
        assertEquals(message, doubt.said());
        assertEquals(1, sim.requests().size());
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_DISABLED, ACCESS_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT, BROKEN_CREDENTIALS"})
    void theReasonOfADenialIsRecognised(String reason, Cause cause) {
        gcp.respond("documents", 403, """
                {"error":{"code":403,"message":"no","status":"PERMISSION_DENIED","details":[
                {"@type":"type.googleapis.com/google.rpc.Help"},
                {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s","domain":"googleapis.com"}]}}
                """.formatted(reason));
        assertEquals(cause, doubt(Rig.KEY).cause());
        assertEquals(reason, doubt(Rig.KEY).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>CryptoKey not found</html>",
                "{}",
                "{\"error\":\"NOT_FOUND\"}",
                "{\"error\":{\"status\":\"NOT_FOUND\"}}",
                "{\"error\":{\"code\":403,\"status\":\"NOT_FOUND\",\"message\":\"CryptoKey " + Rig.KEY
                        + " not found.\"}}",
                "[{\"error\":{\"code\":404,\"status\":\"NOT_FOUND\",\"message\":\"CryptoKey " + Rig.KEY
                        + " not found.\"}}]"
            })
    void a404WithoutAnErrorOfGooglesSaysNothingOfTheKey(String body) {
        gcp.respond("documents", 404, body);
        assertEquals(Cause.WRONG_SERVICE, doubt(Rig.KEY).cause());
    }

    @Test
    void asksAgainWhenItIsThrottledOrTheServiceFails() {
        gcp.key(Rig.KEY, "ENABLED");
        sim.spoil("cryptoKeys/documents ", Fault.NONE);
        sim.spoil(Rig.KEY, Fault.THROTTLED, Fault.RESET_BEFORE, Fault.ERROR_503, Fault.NONE);
        Asked asked = rig.ask(Rig.KEY);
        assertInstanceOf(Described.class, asked.answer());
        assertEquals(4, asked.evidence().get(0).attempts());
    }

    @Test
    void aThrottlingThatLastsIsUndetermined() {
        gcp.fail("documents", 429, "RESOURCE_EXHAUSTED", "Quota exceeded.");
        assertEquals(Cause.THROTTLED, doubt(Rig.KEY).cause());
    }

    @Test
    void tellsWhereAndAsWhomItAsked() {
        gcp.key(Rig.KEY, "ENABLED");
        List<Evidence> evidence = rig.ask(VERSIONS + "/1").evidence();
        assertEquals(
                List.of("GetCryptoKey", "GetCryptoKeyVersion"),
                evidence.stream().map(Evidence::operation).toList());
        assertEquals(sim.url(), evidence.get(0).endpoint());
        assertEquals(
                "settings.xml server cmk-gcp, access token", evidence.get(0).identity());
        assertEquals(List.of("GET /v1/" + Rig.KEY, "GET /v1/" + VERSIONS + "/1"), sim.requests());
    }

    @Test
    void neverTriesAWrongTokenTwice() {
        rig.token("wrong");
        GcpProvider provider = rig.provider();
        List<Cause> causes = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> provider.ask(Rig.reference(Rig.KEY + i, Map.of()), Duration.ofSeconds(20)))
                .map(asked ->
                        assertInstanceOf(Undetermined.class, asked.answer()).cause())
                .sorted()
                .toList();
        assertEquals(1, sim.received().size());
        assertEquals(Cause.AUTHENTICATION_REFUSED, causes.get(0));
        assertEquals(Cause.NOT_ASKED_AGAIN, causes.get(1));
    }

    @Test
    void aRefusalOfOneTokenIsNotHeldAgainstAnother() {
        gcp.key(Rig.KEY, "ENABLED");
        rig.token("wrong");
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt(Rig.KEY).cause());
        rig.token(GcpSim.TOKEN);
        assertEquals(KeyState.ENABLED, state());
    }

    @Test
    void aTokenThatOnceWasAcceptedMayBeRefusedOnceAndOneThatNeverWasMayNot() {
        gcp.key(Rig.KEY, "ENABLED");
        gcp.fail("odd", 401, "UNAUTHENTICATED", "Not now.");
        gcp.respond("page", 200, "{\"welcome\":\"to this network\"}");
        assertEquals(KeyState.ENABLED, state());
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt(RING + "odd").cause());
        assertEquals(KeyState.ENABLED, state());

        rig.memory().clear();
        assertEquals(Cause.STRANGE_ANSWER, doubt(RING + "page").cause());
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt(RING + "odd").cause());
        assertEquals(Cause.NOT_ASKED_AGAIN, doubt(Rig.KEY).cause());
    }

    @Test
    void aTokenThatTheServerEchoesIsNotShown() {
        gcp.fail("documents", 403, "PERMISSION_DENIED", "bad " + GcpSim.TOKEN + " here");
        assertEquals("bad (secret) here", doubt(Rig.KEY).said());
    }

    @Test
    void asksNothingForAReferenceThatPointsNowhere() {
        for (String text : List.of("none", "projects/p/locations/l/keyRings/r/cryptoKeys/k/../x", Rig.KEY + "?a=b")) {
            Asked asked = rig.provider().ask(new KeyReference("gcp", text), Duration.ofSeconds(5));
            assertEquals(
                    Cause.POINTS_NOWHERE,
                    assertInstanceOf(Undetermined.class, asked.answer()).cause());
        }
        assertEquals(List.of(), sim.requests());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void neverTakesAFaultForAnAnswerAboutTheKey(Fault fault) {
        gcp.key(Rig.KEY, "ENABLED");
        sim.spoil(Rig.KEY, fault);
        KeyAnswer answer = rig.requestTimeout(Duration.ofMillis(400))
                .provider()
                .ask(Rig.reference(Rig.KEY, Map.of()), Duration.ofMillis(900))
                .answer();
        Undetermined doubt = assertInstanceOf(Undetermined.class, answer, answer::toString);
        assertNotEquals(Cause.INTERNAL_FAULT, doubt.cause(), doubt::toString);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML_200", "EMPTY_200", "TRUNCATED", "TRAILING", "HTML_404", "BARE_404", "REDIRECT_LOGIN"})
    void aFaultInTheListOfVersionsIsAWarningAtMost(Fault fault) {
        gcp.key(Rig.KEY, "ENABLED");
        sim.spoil("cryptoKeyVersions?", fault);
        assertTrue(facts(Rig.KEY).versionsAtRisk().get(0).startsWith("versions could not be listed: "));
    }

    @Test
    void sendsTheQuotaProjectThatTheEnvironmentNames() {
        gcp.key(Rig.KEY, "ENABLED");
        rig.variable("GOOGLE_CLOUD_QUOTA_PROJECT", "billing-project");
        assertEquals(KeyState.ENABLED, state());
        assertEquals("billing-project", sim.received().get(0).getHeaders().get("x-goog-user-project"));
    }

    @Test
    void showsNoTokenAnywhere() {
        Map<String, Object> shown = new HashMap<>(rig.memory());
        String all = rig.ask(Rig.KEY).toString() + shown + rig.context();
        assertFalse(all.contains(GcpSim.TOKEN), all);
    }
}
