package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.http.ReplyRule.Disposition.FINAL;
import static io.github.cmkverify.http.ReplyRule.Disposition.UNCLEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a 200 says. */
class AnswerReaderTest {
    private static final String ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private static final String ID_FIELD = "\"key_id\":\"" + ID + "\"";

    /** The founding document's own example, as it stands there. */
    private static final String SEED = """
            {
            "key_info" : {
            "key_id" : "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
            "domain_id" : "00074811d5c27c4f8d48bb91e4a1dcfd",
            "key_alias" : "test",
            "realm" : "test",
            "key_description" : "key_description",
            "creation_date" : "1502799822000",
            "scheduled_deletion_date" : "",
            "key_spec" : "AES_256",
            "key_usage" : "ENCRYPT_DECRYPT",
            "key_state" : "2",
            "default_key_flag" : "0",
            "key_type" : "1",
            "expiration_time" : "1501578672000",
            "origin" : "kms",
            "key_rotation_enabled" : "false",
            "sys_enterprise_project_id" : "0",
            "partition_type" : "1"
            }
            }
            """;

    /** A body recorded from the service (provider document huawei, 6). */
    private static final String RECORDED = "{\"key_info\":{\"key_rotation_enabled\":\"false\","
            + "\"key_usage\":\"ENCRYPT_DECRYPT\",\"key_type\":\"1\",\"key_id\":\"" + ID + "\",\"key_spec\":\"AES_256\","
            + "\"origin\":\"kms\",\"expiration_time\":\"\",\"sys_enterprise_project_id\":\"0\","
            + "\"default_key_flag\":\"0\",\"creation_date\":\"1716661217000\",\"pending_days\":\"\","
            + "\"domain_id\":\"16e914a4f83a4c6ba9f06c24648cc146\",\"keystore_type\":\"DEFAULT\","
            + "\"scheduled_deletion_date\":\"\",\"multi_region_key_type\":\"SINGLE\",\"key_alias\":\"KMS-2990\","
            + "\"key_description\":\"\",\"realm\":\"ap-southeast-1\",\"keystore_id\":\"0\",\"key_state\":\"2\"}}\n";

    @Test
    void theSeedsOwnExampleIsAHealthyKey() {
        Reading reading = read(SEED);
        KeyFacts facts = facts(reading);

        assertEquals(FINAL, reading.disposition());
        assertEquals(
                KeyFacts.of(KeyState.ENABLED, "2")
                        .keyId(ID)
                        .alias("test")
                        .spec("AES_256")
                        .usage("ENCRYPT_DECRYPT")
                        .origin("kms")
                        .rotation(false)
                        .region("eu-de")
                        .createdAt(Instant.parse("2017-08-15T12:23:42Z"))
                        .expiresAt(Instant.parse("2017-08-01T09:11:12Z"))
                        .build(),
                facts);
    }

    @Test
    void aRecordedAnswerIsAHealthyKeyWithoutDates() {
        KeyFacts facts = facts(read(RECORDED));

        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals("KMS-2990", facts.alias());
        assertNull(facts.deletionAt());
        assertNull(facts.expiresAt());
        assertEquals(List.of(), facts.contradictions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | no key_info",
                "{\"key_info\":[]} | key_info is no object",
                "{\"key_info\":{}} | no key_id in key_info",
                "{\"key_info\":{\"key_id\":1}} | key_id is no text",
                "{\"key_info\":{\"key_id\":\"" + ID + "\"}} | no key_state in key_info",
                "{\"key_info\":{\"key_id\":\"" + ID + "\",\"key_state\":true}} | key_state says no state"
            })
    void saysWhatAnAnswerLacks(String body, String said) {
        assertEquals(
                new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, said),
                read(body).answer());
    }

    @ParameterizedTest
    @CsvSource({
        "1, NOT_READY",
        "2, ENABLED",
        "3, DISABLED",
        "4, PENDING_DELETION",
        "5, NOT_READY",
        "7, UNAVAILABLE",
    })
    void readsEveryStateAsTextAndAsNumber(String raw, KeyState state) {
        KeyFacts text = facts(info(ID_FIELD + ",\"key_state\":\"" + raw + "\""));
        KeyFacts number = facts(info(ID_FIELD + ",\"key_state\":" + raw));

        assertEquals(state, text.state());
        assertEquals(raw, text.rawState());
        assertEquals(text, number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "0",
                "8",
                "22",
                "-2",
                "02",
                " 2",
                "2 ",
                "enabled",
                "ENABLED",
                "2\\u0000",
                "２",
                "99999999999999999999"
            })
    void anyOtherStateIsUnknownAndShownRaw(String raw) {
        Reading reading = info(ID_FIELD + ",\"key_state\":\"" + raw + "\"");

        assertEquals(Cause.UNKNOWN_STATE, undetermined(reading).cause());
        assertEquals(raw.replace("\\u0000", "\0"), undetermined(reading).code());
        assertEquals(FINAL, reading.disposition());
    }

    @Test
    void anUnknownStateAsANumberIsUnknown() {
        assertEquals("6", undetermined(info(ID_FIELD + ",\"key_state\":6")).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "2",
                "\"2\"",
                "{\"key_info\":null}",
                "{\"key_info\":\"2\"}",
                "{\"key_info\":{}}",
                "{\"key_info\":[{" + ID_FIELD + ",\"key_state\":\"2\"}]}",
                "[{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"2\"}}]",
                "{\"key_info\":{\"key_state\":\"2\"}}",
                "{\"key_info\":{\"key_id\":null,\"key_state\":\"2\"}}",
                "{\"key_info\":{\"key_id\":1,\"key_state\":\"2\"}}",
                "{\"key_info\":{" + ID_FIELD + "}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":null}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"\"}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":2.0}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":true}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":[\"2\"]}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":{\"value\":\"2\"}}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"4\",\"key_state\":\"2\"}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"4\"},\"key_info\":{" + ID_FIELD
                        + ",\"key_state\":\"2\"}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"2\"}} {}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"2\"}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"2\"},\"error\":{\"error_code\":\"KMS.0306\"}}",
                "{\"key_info\":{" + ID_FIELD + ",\"key_state\":\"2\"},\"error_code\":\"APIGW.0301\"}",
                "{\"error\":{\"error_code\":\"KMS.0207\",\"error_msg\":\"The key does not exist.\"}}",
                "{\"key_details\":{" + ID_FIELD + ",\"key_state\":\"2\"}}",
                "{" + ID_FIELD + ",\"key_state\":\"2\"}",
                "{\"KEY_INFO\":{" + ID_FIELD + ",\"key_state\":\"2\"}}",
                "<html>key_state 2</html>",
            })
    void anythingButTheDocumentedAnswerIsStrange(String body) {
        Reading reading = read(body);

        assertEquals(Cause.STRANGE_ANSWER, undetermined(reading).cause());
        assertEquals(UNCLEAR, reading.disposition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0d0466b0-e727-4d9c-b35d-f84bb474a370", "0D0466B0-E727-4D9C-B35D-F84BB474A37F", "", ID + " "})
    void anAnswerAboutAnotherKeySaysNothingOfThisOne(String other) {
        Reading reading = read("{\"key_info\":{\"key_id\":\"" + other + "\",\"key_state\":\"2\"}}");

        assertEquals(Cause.OTHER_KEY, undetermined(reading).cause());
    }

    @Test
    void anEnabledKeyWithADeletionDateContradictsItself() {
        KeyFacts facts = facts(with("2", "\"scheduled_deletion_date\":\"1796256000000\""));

        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals(
                List.of("key_state 2 (enabled), scheduled_deletion_date 2026-12-03T00:00:00Z"), facts.contradictions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "\"soon\"", "{}"})
    void anEnabledKeyWithDaysUntilItsDeletionContradictsItself(String days) {
        assertEquals(
                1, facts(with("2", "\"pending_days\":" + days)).contradictions().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"0\"", "0", "null"})
    void noDaysUntilItsDeletionAreNoContradiction(String days) {
        assertEquals(List.of(), facts(with("2", "\"pending_days\":" + days)).contradictions());
    }

    @Test
    void thatAnotherKeyIsMissingSaysNothingOfThisOne() {
        Reading other = read(
                404,
                "{\"error\":{\"error_code\":\"KMS.0207\",\"error_msg\":\"The key"
                        + " 11111111-1111-1111-1111-111111111111 does not exist.\"}}");
        Reading ours = read(
                404, "{\"error\":{\"error_code\":\"KMS.0207\",\"error_msg\":\"The key " + ID + " does not exist.\"}}");

        assertEquals(Cause.OTHER_KEY, undetermined(other).cause());
        assertEquals(true, ours.answer() instanceof KeyAnswer.Missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "true", "{}", "1.5", "\"1796256000000000\"", "-1"})
    void anEnabledKeyWithAnUnreadableDeletionDateContradictsItselfToo(String date) {
        KeyFacts facts = facts(with("2", "\"scheduled_deletion_date\":" + date));

        assertNull(facts.deletionAt());
        assertEquals(1, facts.contradictions().size());
    }

    @Test
    void aDyingKeyWithoutADateIsADyingKey() {
        KeyFacts facts = facts(with("4", "\"scheduled_deletion_date\":\"\""));

        assertEquals(KeyState.PENDING_DELETION, facts.state());
        assertNull(facts.deletionAt());
        assertEquals(List.of(), facts.contradictions());
    }

    @Test
    void aDyingKeyHasItsDate() {
        assertEquals(
                Instant.parse("2026-12-03T00:00:00Z"),
                facts(with("4", "\"scheduled_deletion_date\":1796256000")).deletionAt());
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', true", "1, true", "'\"0\"', false", "0, false", "'\"\"', false", "null, false"})
    void theDefaultFlagTellsTheProvidersOwnKeys(String flag, boolean managed) {
        assertEquals(managed, facts(with("2", "\"default_key_flag\":" + flag)).providerManaged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "true", "\"yes\"", "{}"})
    void aDefaultFlagThatCannotBeUnderstoodIsNoPass(String flag) {
        assertEquals(
                Cause.STRANGE_ANSWER,
                undetermined(with("2", "\"default_key_flag\":" + flag)).cause());
        assertEquals(
                KeyState.DISABLED,
                facts(with("3", "\"default_key_flag\":" + flag)).state());
    }

    @Test
    void anAliasThatLooksLikeADefaultKeyDecidesNothing() {
        assertFalse(facts(with("2", "\"key_alias\":\"obs/default\"")).providerManaged());
    }

    @Test
    void anEndThatCannotBeReadIsNoPassWhereTheEndCounts() {
        assertEquals(
                Cause.STRANGE_ANSWER,
                undetermined(with("2", "\"origin\":\"external\",\"expiration_time\":\"never\""))
                        .cause());
        assertEquals(
                KeyState.ENABLED,
                facts(with("2", "\"origin\":\"kms\",\"expiration_time\":\"never\""))
                        .state());
    }

    @ParameterizedTest
    @CsvSource({"'\"true\"', true", "true, true", "'\"false\"', false", "false, false", "'\"maybe\"',", "1,", "null,"})
    void rotationIsReadAsTextAndAsBoolean(String written, Boolean rotation) {
        assertEquals(
                rotation,
                facts(with("2", "\"key_rotation_enabled\":" + written)).rotation());
    }

    @Test
    void fieldsThatAreAbsentOrEmptyWereNotSaid() {
        KeyFacts facts =
                facts(info(ID_FIELD + ",\"key_state\":\"2\",\"key_alias\":\"\",\"key_spec\":null,\"origin\":1"));

        assertEquals(
                KeyFacts.of(KeyState.ENABLED, "2").keyId(ID).region("eu-de").build(), facts);
    }

    @Test
    void whatAServerSaysIsCut() {
        String said = undetermined(info("\"key_id\":\"" + "x".repeat(10_000) + "\",\"key_state\":\"2\""))
                .said();

        assertTrue(said.length() < 600, said);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203, 206, 304, 404, 500})
    void onlyA200IsADescription(int status) {
        assertInstanceOf(KeyAnswer.Undetermined.class, read(status, RECORDED).answer());
    }

    @Test
    void theRequestIdIsTheGatewaysOrTheHeaders() {
        Map<String, String> header = Map.of("x-request-id", "from-header");

        assertEquals("from-header", AnswerReader.requestId(answer(200, "{}", header)));
        assertEquals("from-body", AnswerReader.requestId(answer(404, "{\"request_id\":\"from-body\"}", header)));
        assertEquals("from-header", AnswerReader.requestId(answer(502, "<html>", header)));
        assertNull(AnswerReader.requestId(answer(502, "", Map.of())));
    }

    private static Reading with(String state, String fields) {
        return info(ID_FIELD + ",\"key_state\":\"" + state + "\"," + fields);
    }

    private static Reading info(String fields) {
        return read("{\"key_info\":{" + fields + "}}");
    }

    private static Reading read(String body) {
        return read(200, body);
    }

    private static Reading read(int status, String body) {
        HuaweiKey key = new HuaweiKey("eu-de", null, ID, "otc.t-systems.com", null, null);
        return new AnswerReader(key).read(answer(status, body, Map.of()));
    }

    private static HttpAnswer answer(int status, String body, Map<String, String> headers) {
        return new HttpAnswer(
                status,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                new Trace("https://kms.example", 1, Instant.EPOCH, false));
    }

    private static KeyFacts facts(Reading reading) {
        return assertInstanceOf(KeyAnswer.Described.class, reading.answer()).facts();
    }

    private static KeyAnswer.Undetermined undetermined(Reading reading) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, reading.answer());
    }
}
