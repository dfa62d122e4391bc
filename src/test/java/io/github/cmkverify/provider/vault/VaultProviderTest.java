package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.provider.vault.VaultBench.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultProviderTest {
    private static final String FIELDS = "\"name\":\"orders\",\"type\":\"aes256-gcm96\",\"latest_version\":1,"
            + "\"min_decryption_version\":1,\"min_encryption_version\":0,\"keys\":{\"1\":1442851412}";

    private final VaultBench bench = new VaultBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aKeyThatIsThereIsEnabled() {
        bench.server.key(ID, Map.of("auto_rotate_period", 7776000, "imported_key", true, "deletion_allowed", true));

        KeyFacts facts = bench.facts();

        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals("latest_version 3", facts.rawState());
        assertEquals("orders", facts.alias());
        assertEquals("AES_256", facts.spec());
        assertEquals("ENCRYPT_DECRYPT", facts.usage());
        assertEquals("encryption, decryption, derivation", facts.ownWords().get("usage"));
        assertEquals("imported", facts.origin());
        assertEquals(true, facts.rotation());
        assertEquals(Instant.ofEpochSecond(1442851412), facts.createdAt());
        assertEquals(List.of(), facts.versionsAtRisk());
    }

    @Test
    void asksOnceAndSaysWho() {
        bench.server.key(ID);

        Asked asked = bench.ask(ID);

        assertEquals(List.of("GET /v1/transit/keys/orders"), bench.simulator.requests());
        assertNull(bench.simulator.received().get(0).getHeaders().get("X-Vault-Namespace"));
        Evidence evidence = asked.evidence().get(0);
        assertEquals("ReadKey", evidence.operation());
        assertEquals("9f2b7d4c-0000-4000-8000-00000000000a", evidence.requestId());
        assertEquals("environment VAULT_TOKEN", evidence.identity());
        assertFalse(evidence.endpointOverridden(), "VAULT_ADDR names the provider itself");
    }

    @Test
    void aMountMayHaveSeveralSegments() {
        bench.server.key("teams/a/transit/orders");

        assertInstanceOf(
                KeyAnswer.Described.class, bench.ask("teams/a/transit/orders").answer());
        assertEquals(List.of("GET /v1/teams/a/transit/keys/orders"), bench.simulator.requests());
    }

    @Test
    void aSoftlyDeletedKeyIsPendingDeletion() {
        bench.server.key(ID, Map.of("soft_deleted", true));
        assertEquals(KeyState.PENDING_DELETION, bench.facts().state());

        bench.server.key(ID, Map.of("soft_deleted", false));
        assertEquals(KeyState.ENABLED, bench.facts().state());
    }

    @Test
    void aKeyOfAsymmetricVersionsIsReadAsWell() {
        bench.server.key(
                ID,
                Map.of(
                        "type",
                        "ecdsa-p256",
                        "latest_version",
                        1,
                        "supports_signing",
                        true,
                        "keys",
                        Map.of("1", Map.of("name", "P-256", "creation_time", "2024-03-01T10:00:00.5Z"))));

        KeyFacts facts = bench.facts();

        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals(Instant.parse("2024-03-01T10:00:00.5Z"), facts.createdAt());
    }

    @ParameterizedTest
    @CsvSource({"hmac, false", "aes128-cmac, false", "aes256-cmac, false", "managed_key, true"})
    void ofSomeTypesNoVersionIsListed(String type, boolean external) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("type", type);
        fields.put("keys", null);
        bench.server.key(ID, fields);

        assertEquals(KeyState.ENABLED, bench.facts().state());
        assertEquals(external, bench.facts().external());

        bench.server.key(ID, Map.of("type", type, "keys", Map.of()));
        assertEquals(Cause.STRANGE_ANSWER, bench.doubt().cause());
    }

    @Test
    void materialInAnotherStoreIsExternal() {
        bench.server.key(
                ID, Map.of("type", "external-key", "latest_version", 1, "keys", Map.of("1", "provider:fixed")));

        assertTrue(bench.facts().external());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "null", "1.5"})
    void aLatestVersionThatIsNothingIsNoVersion(String version) {
        bench.server.respond(ID, 200, "{\"data\":{" + FIELDS.replace("1442851412", version) + "}}");

        assertEquals(Cause.STRANGE_ANSWER, bench.doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"min_decryption_version", "min_encryption_version", "min_available_version"})
    void aMinimumAboveTheLatestVersionLeavesNothingToUse(String field) {
        bench.server.key(ID, Map.of(field, 4));

        assertEquals(KeyState.UNAVAILABLE, bench.facts().state());
        assertEquals(field + " 4 > latest_version 3", bench.facts().rawState());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, version 1 (below min_decryption_version 2)",
        "3, 0, versions 1 to 2 (below min_decryption_version 3)",
        "3, 2, version 2 (below min_decryption_version 3)"
    })
    void versionsBelowTheMinimumAreAtRisk(int minDecryption, int minAvailable, String risk) {
        bench.server.key(ID, Map.of("min_decryption_version", minDecryption, "min_available_version", minAvailable));

        assertEquals(KeyState.ENABLED, bench.facts().state());
        assertEquals(List.of(risk), bench.facts().versionsAtRisk());
    }

    @Test
    void trimmedVersionsAreNoRisk() {
        bench.server.key(ID, Map.of("min_decryption_version", 2, "min_available_version", 2));

        assertEquals(List.of(), bench.facts().versionsAtRisk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "type", "latest_version", "keys", "min_decryption_version", "min_encryption_version"})
    void anAnswerWithoutAFieldOfTransitIsNone(String field) {
        Map<String, Object> without = new HashMap<>();
        without.put(field, null);
        bench.server.key(ID, without);

        assertEquals(Cause.STRANGE_ANSWER, bench.doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":null}",
                "{}",
                "[]",
                "{\"data\":[]}",
                "{\"data\":{\"value\":\"a secret of key/value\"}}",
                "{\"data\":null,\"wrap_info\":{\"token\":\"t\",\"ttl\":60}}",
                "{\"data\":{" + FIELDS + "},\"errors\":[\"no\"]}",
                "{\"data\":{" + FIELDS + ",\"soft_deleted\":\"true\"}}",
                "{\"data\":{" + FIELDS + ",\"supports_encryption\":1}}",
                "{\"data\":{\"name\":\"orders\",\"type\":\"t\",\"latest_version\":2,\"min_decryption_version\":1,"
                        + "\"min_encryption_version\":0,\"keys\":{\"1\":1}}}",
                "{\"data\":{\"name\":\"orders\",\"type\":\"t\",\"latest_version\":0,\"min_decryption_version\":0,"
                        + "\"min_encryption_version\":0,\"keys\":{\"0\":1}}}",
                "{\"data\":{\"name\":\"orders\",\"type\":\"t\",\"latest_version\":\"1\",\"min_decryption_version\":1,"
                        + "\"min_encryption_version\":0,\"keys\":{\"1\":1}}}"
            })
    void aStrangeAnswerSaysNothing(String body) {
        bench.server.respond(ID, 200, body);

        assertEquals(Cause.STRANGE_ANSWER, bench.doubt().cause());
    }

    @Test
    void theFieldsOfTheStrangeAnswersAreEnoughByThemselves() {
        bench.server.respond(ID, 200, "{\"data\":{" + FIELDS + "}}");

        assertEquals(KeyState.ENABLED, bench.facts().state());
        assertNull(bench.facts().rotation());
        assertNull(bench.facts().origin());
        assertNull(bench.facts().usage());
    }

    @Test
    void anAnswerAboutAnotherKeySaysNothing() {
        bench.server.key(ID, Map.of("name", "Orders"));

        assertEquals(Cause.OTHER_KEY, bench.doubt().cause());
    }

    @Test
    void aKeyThatATransitEngineDoesNotKnowIsMissing() {
        bench.server.mount("transit", "transit");

        assertEquals(new KeyAnswer.Missing("404", "", false), bench.answer());
        assertEquals(
                List.of("GET /v1/transit/keys/orders", "GET /v1/sys/internal/ui/mounts/transit"),
                bench.simulator.requests());
    }

    @Test
    void nothingAtAPathOfAnotherEngineIsNoMissingKey() {
        bench.server.mount("transit", "kv");

        assertEquals(Cause.WRONG_SERVICE, bench.doubt().cause());
        assertEquals("mount transit/ is of type kv, not transit", bench.doubt().said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"errors\":[\"permission denied\"]} | ACCESS_DENIED",
                "404 | {\"errors\":[]} | WRONG_SERVICE",
                "500 | {\"errors\":[\"internal error\"]} | SERVICE_FAULT",
                "200 | {\"data\":{}} | STRANGE_ANSWER",
                "200 | {\"data\":{\"type\":\"transit\"}} | STRANGE_ANSWER",
                "200 | {\"data\":{\"path\":\"transit/\"}} | STRANGE_ANSWER",
                "200 | {\"data\":{\"type\":\"transit\",\"path\":\"other/\"}} | WRONG_SERVICE",
                "200 | {\"data\":{\"type\":\"transit\",\"path\":\"\"}} | WRONG_SERVICE",
                "200 | {\"data\":{\"type\":\"transit\",\"path\":\"/\"}} | WRONG_SERVICE",
                "200 | no | STRANGE_ANSWER"
            })
    void withoutAWordOfTheMountNoKeyIsMissing(int status, String body, Cause cause) {
        bench.budget = Duration.ofSeconds(2);
        bench.server.mount("transit", "transit").respondToMount(status, body);

        assertEquals(cause, bench.doubt().cause());
    }

    @Test
    void aMountThatIsNotThereIsNoMissingKey() {
        KeyAnswer.Undetermined doubt = bench.doubt();

        assertEquals(Cause.WRONG_SERVICE, doubt.cause());
        assertTrue(doubt.said().contains("no handler for route"), doubt.said());
        assertEquals(1, bench.simulator.requests().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"errors\":[\"namespace not found\"]} | REQUEST_REFUSED",
                "400 | {\"errors\":[\"missing client token\"]} | AUTHENTICATION_REFUSED",
                "400 | <html></html> | STRANGE_ANSWER",
                "401 | {\"errors\":[\"who\"]} | REQUEST_REFUSED",
                "403 | {\"errors\":[\"1 error occurred:\\n\\t* permission denied\\n\\n\"]} | ACCESS_DENIED",
                "403 | {\"errors\":[\"permission denied\",\"invalid token\"]} | AUTHENTICATION_REFUSED",
                "403 | <html>blocked</html> | NETWORK_DENIED",
                "404 | {\"errors\":[\"unsupported path\"]} | WRONG_SERVICE",
                "404 | {\"errors\":[],\"data\":null,\"warnings\":[\"Invalid path\"]} | WRONG_SERVICE",
                "404 | {\"errors\":[null]} | WRONG_SERVICE",
                "404 | {\"errors\":{}} | WRONG_SERVICE",
                "404 | {} | WRONG_SERVICE",
                "404 | 404 page not found | WRONG_SERVICE",
                "405 | {\"errors\":[\"unsupported operation\"]} | REQUEST_REFUSED",
                "307 | '' | REDIRECTED",
                "201 | {\"data\":{" + FIELDS + "}} | STRANGE_ANSWER",
                "501 | {\"errors\":[\"Vault is not initialized\"]} | SERVICE_FAULT"
            })
    void tellsErrorsApart(int status, String body, Cause cause) {
        bench.server.respond(ID, status, body.replace("\\n", "\\n"));

        assertEquals(cause, bench.doubt().cause());
        assertEquals(1, bench.simulator.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "412, SERVICE_FAULT",
        "429, THROTTLED",
        "472, SERVICE_FAULT",
        "473, SERVICE_FAULT",
        "500, SERVICE_FAULT",
        "502, SERVICE_FAULT",
        "503, SERVICE_FAULT"
    })
    void asksAgainWhereThatMayHelp(int status, Cause cause) {
        bench.server.respond(ID, status, "{\"errors\":[\"Vault is sealed\"]}");

        KeyAnswer.Undetermined doubt = bench.doubt();

        assertEquals(cause, doubt.cause());
        assertTrue(doubt.said().endsWith("Vault is sealed"), doubt.said());
        assertNotEquals(1, bench.simulator.requests().size());
    }

    @Test
    void aRedirectToTheActiveNodeIsNotFollowed() {
        bench.simulator.spoil("transit", Fault.REDIRECT_ELSEWHERE);

        assertEquals(Cause.REDIRECTED, bench.doubt().cause());
        assertEquals("to http://localhost:9/elsewhere", bench.doubt().said());
    }

    @Test
    void aRightThatIsLackingForOneKeyIsNotHeldAgainstTheToken() {
        bench.server.key(ID).key("transit/invoices").deny("transit/invoices");

        for (int i = 0; i < 3; i++) {
            KeyAnswer answer = bench.ask("transit/invoices").answer();
            assertEquals(Cause.ACCESS_DENIED, ((KeyAnswer.Undetermined) answer).cause());
        }
        assertEquals(KeyState.ENABLED, bench.facts().state());
    }

    @Test
    void aTokenThatIsRefusedIsNotShownAgain() {
        bench.server.key(ID).token("another");

        assertEquals(Cause.AUTHENTICATION_REFUSED, bench.doubt().cause());
        assertEquals(Cause.NOT_ASKED_AGAIN, bench.doubt().cause());
        assertEquals(1, bench.simulator.requests().size());
    }

    @Test
    void aTokenThatTheServerEchoesIsNotShown() {
        bench.server.respond(ID, 400, "{\"errors\":[\"bad demo-token here\"]}");

        assertEquals("bad (secret) here", bench.doubt().said());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheAnswerSaysAnything(Fault fault) {
        bench.requestTimeout = Duration.ofMillis(200);
        bench.budget = Duration.ofMillis(500);
        bench.server.key(ID);
        bench.simulator.spoil("keys/orders", fault);

        assertInstanceOf(KeyAnswer.Undetermined.class, bench.answer());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultOfTheMountSaysAnything(Fault fault) {
        bench.requestTimeout = Duration.ofMillis(200);
        bench.budget = Duration.ofMillis(500);
        bench.server.mount("transit", "transit");
        bench.simulator.spoil("sys/internal", fault);

        assertInstanceOf(KeyAnswer.Undetermined.class, bench.answer());
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "ERROR_500", "ERROR_502", "ERROR_503", "RESET_BEFORE"})
    void aPassingFaultIsOvercome(Fault fault) {
        bench.server.key(ID);
        bench.simulator.spoil("keys/orders", fault, Fault.NONE);

        assertEquals(KeyState.ENABLED, bench.facts().state());
    }

    @Test
    void anyStatusButTwoHundredIsNoDescription() {
        KeyReader reader = new KeyReader("orders");
        byte[] good = ("{\"data\":{" + FIELDS + "}}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int status = 201; status < 600; status++) {
            Reading reading = reader.read(new io.github.cmkverify.http.HttpAnswer(
                    status, Map.of(), good, new io.github.cmkverify.http.Trace("https://v", 1, Instant.EPOCH, false)));
            assertInstanceOf(KeyAnswer.Undetermined.class, reading.answer());
            assertNotEquals(ReplyRule.Disposition.FINAL, reading.disposition());
        }
    }
}
