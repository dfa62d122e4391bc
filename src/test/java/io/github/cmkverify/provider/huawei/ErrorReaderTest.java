package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer other than 200 says. */
class ErrorReaderTest {
    @ParameterizedTest
    @CsvSource({"404, KMS.0207, false", "400, KMS.0205, true"})
    void theServicesOwnCodeWithItsStatusIsMissing(int status, String code, boolean malformed) {
        Reading reading = read(status, nested(code, "The key does not exist."));

        assertEquals(new KeyAnswer.Missing(code, "The key does not exist.", malformed), reading.answer());
        assertEquals(Disposition.FINAL, reading.disposition());
        assertEquals(reading, read(status, flat(code, "The key does not exist.")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, KMS.0207",
        "401, KMS.0207",
        "403, KMS.0207",
        "409, KMS.0207",
        "410, KMS.0207",
        "429, KMS.0207",
        "500, KMS.0207",
        "502, KMS.0207",
        "503, KMS.0207",
        "302, KMS.0207",
        "204, KMS.0207",
        "404, KMS.0205",
        "401, KMS.0205",
        "500, KMS.0205",
        "404, kms.0207",
        "404, KMS.02070",
        "404, KMS.0316",
        "404, APIGW.0101",
        "404, APIG.0101",
    })
    void nothingElseIsMissing(int status, String code) {
        assertInstanceOf(
                KeyAnswer.Undetermined.class,
                read(status, nested(code, "The key does not exist.")).answer());
        assertInstanceOf(
                KeyAnswer.Undetermined.class,
                read(status, flat(code, "The key does not exist.")).answer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "KMS.0207",
                "\"KMS.0207\"",
                "<html>KMS.0207 The key does not exist.</html>",
                "{\"error\":\"KMS.0207\"}",
                "{\"error\":{\"code\":\"KMS.0207\",\"message\":\"The key does not exist.\"}}",
                "{\"error\":{\"error_msg\":\"KMS.0207 The key does not exist.\"}}",
                "{\"error\":{\"error_code\":\"KMS.0207\"},\"error_code\":\"APIGW.0101\"}",
                "{\"error\":{\"error_code\":\"KMS.0207\",\"code\":403}}",
                "{\"error\":{\"error_code\":\"KMS.0306\",\"error_code\":\"KMS.0207\"}}",
                "{\"error\":{\"error_code\":\"KMS.0207\"},\"key_info\":{\"key_state\":\"2\"}}",
                "{\"error\":{\"error_code\":\"KMS.0207\"}} trailing",
                "{\"error\":[{\"error_code\":\"KMS.0207\"}]}",
                "{\"error\":{\"error_code\":[\"KMS.0207\"]}}",
                "{\"code\":\"KMS.0207\"}",
            })
    void a404WithoutOneClearCodeIsNotMissing(String body) {
        Reading reading = read(404, body);

        assertEquals(Cause.WRONG_SERVICE, undetermined(reading).cause());
        assertEquals(Disposition.UNCLEAR, reading.disposition());
    }

    @ParameterizedTest
    @CsvSource({
        "401, APIGW.0301, AUTHENTICATION_REFUSED, REFUSED",
        "401, APIG.0307, AUTHENTICATION_REFUSED, REFUSED",
        "401, KMS.9999, AUTHENTICATION_REFUSED, REFUSED",
        "403, KMS.0301, AUTHENTICATION_REFUSED, REFUSED",
        "403, KMS.0302, AUTHENTICATION_REFUSED, REFUSED",
        "403, KMS.0303, AUTHENTICATION_REFUSED, REFUSED",
        "403, KMS.0304, AUTHENTICATION_REFUSED, REFUSED",
        "403, KMS.0305, ACCOUNT_UNKNOWN, FINAL",
        "403, KMS.0321, ACCOUNT_UNKNOWN, FINAL",
        "403, APIGW.0310, ACCOUNT_UNKNOWN, UNCLEAR",
        "403, KMS.0306, ACCESS_DENIED, FINAL",
        "403, KMS.0307, ACCESS_DENIED, FINAL",
        "403, KMS.0314, ACCESS_DENIED, FINAL",
        "403, KMS.0322, ACCESS_DENIED, FINAL",
        "403, KMS.0326, ACCESS_DENIED, FINAL",
        "403, KMS.0330, ACCESS_DENIED, FINAL",
        "400, KMS.0327, ACCESS_DENIED, FINAL",
        "403, APIGW.0302, ACCESS_DENIED, UNCLEAR",
        "403, APIGW.0802, ACCESS_DENIED, UNCLEAR",
        "403, APIGW.0401, NETWORK_DENIED, UNCLEAR",
        "403, APIG.0402, NETWORK_DENIED, UNCLEAR",
        "404, APIGW.0101, WRONG_SERVICE, UNCLEAR",
        "404, APIG.0101, WRONG_SERVICE, UNCLEAR",
        "404, KMS.0316, REQUEST_REFUSED, FINAL",
        "400, KMS.0202, REQUEST_REFUSED, FINAL",
        "400, KMS.0209, REQUEST_REFUSED, FINAL",
        "405, KMS.0215, REQUEST_REFUSED, FINAL",
        "400, APIGW.0106, REQUEST_REFUSED, UNCLEAR",
        "429, APIGW.0308, THROTTLED, RETRY",
        "400, APIGW.0308, THROTTLED, RETRY",
        "500, KMS.0100, SERVICE_FAULT, RETRY",
        "503, KMS.0104, SERVICE_FAULT, RETRY",
        "400, KMS.0105, SERVICE_FAULT, RETRY",
        "500, KMS.5012, SERVICE_FAULT, RETRY",
        "500, KMS.5021, SERVICE_FAULT, RETRY",
        "502, APIGW.0202, SERVICE_FAULT, RETRY",
        "504, APIGW.0203, SERVICE_FAULT, RETRY",
        "501, KMS.0207, SERVICE_FAULT, UNCLEAR",
    })
    void codesMeanWhatTheirTableSays(int status, String code, Cause cause, Disposition disposition) {
        Reading reading = read(status, nested(code, "words"));

        assertEquals(new KeyAnswer.Undetermined(cause, code, "words"), reading.answer());
        assertEquals(disposition, reading.disposition());
        assertEquals(reading, read(status, flat(code, "words")));
    }

    @ParameterizedTest
    @CsvSource({"403, KMS.0328", "400, KMS.0320"})
    void aFrozenServiceIsUnavailable(int status, String code) {
        assertEquals(
                new KeyAnswer.Described(KeyFacts.of(KeyState.UNAVAILABLE, code).build()),
                read(status, nested(code, "frozen")).answer());
    }

    @ParameterizedTest
    @CsvSource({"400, KMS.0328", "500, KMS.0328", "403, KMS.0320"})
    void aFreezeWithAnotherStatusIsNone(int status, String code) {
        assertInstanceOf(
                KeyAnswer.Undetermined.class,
                read(status, nested(code, "frozen")).answer());
    }

    @ParameterizedTest
    @CsvSource({
        "400, STRANGE_ANSWER, UNCLEAR",
        "401, AUTHENTICATION_REFUSED, REFUSED",
        "403, STRANGE_ANSWER, UNCLEAR",
        "404, WRONG_SERVICE, UNCLEAR",
        "407, STRANGE_ANSWER, UNCLEAR",
        "204, STRANGE_ANSWER, UNCLEAR",
        "304, STRANGE_ANSWER, UNCLEAR",
        "301, REDIRECTED, UNCLEAR",
        "302, REDIRECTED, UNCLEAR",
        "303, REDIRECTED, UNCLEAR",
        "307, REDIRECTED, UNCLEAR",
        "308, REDIRECTED, UNCLEAR",
        "429, THROTTLED, RETRY",
        "500, SERVICE_FAULT, RETRY",
        "501, SERVICE_FAULT, UNCLEAR",
        "502, SERVICE_FAULT, RETRY",
        "503, SERVICE_FAULT, RETRY",
        "504, SERVICE_FAULT, RETRY",
    })
    void aPageSaysOnlyWhatItsStatusSays(int status, Cause cause, Disposition disposition) {
        Reading reading = read(status, "<html>The key does not exist.</html>");

        assertEquals(cause, undetermined(reading).cause());
        assertEquals(disposition, reading.disposition());
        assertTrue(
                undetermined(reading).said().startsWith("HTTP " + status),
                undetermined(reading).said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect IAM authentication information: Unauthorized",
                "Incorrect IAM authentication information: verify aksk signature fail",
                "Incorrect IAM authentication information: decrypt token fail",
                "AK access failed to reach the limit,forbidden"
            })
    void theGatewaysRefusalsAreRefusalsOfWhoAsks(String words) {
        Reading reading = read(401, flat("APIGW.0301", words));

        assertEquals(new KeyAnswer.Undetermined(Cause.AUTHENTICATION_REFUSED, "APIGW.0301", words), reading.answer());
        assertEquals(Disposition.REFUSED, reading.disposition());
    }

    @Test
    void aLockedAccessKeyIsNotTriedAgainWhateverTheStatus() {
        assertEquals(
                Disposition.REFUSED,
                read(429, flat("APIGW.0308", "AK access failed to reach the limit,forbidden"))
                        .disposition());
    }

    @Test
    void anAddressThatIsKeptOutIsTheNetworksMatter() {
        Reading reading =
                read(401, flat("APIGW.0301", "Incorrect IAM authentication information: current ip:10.0.0.1 refused"));

        assertEquals(Cause.NETWORK_DENIED, undetermined(reading).cause());
        assertEquals(Disposition.REFUSED, reading.disposition());
    }

    @Test
    void theIdentityServicesShapeIsRead() {
        Reading reading =
                read(403, "{\"error\":{\"code\":403,\"message\":\"You are not authorized.\",\"title\":\"Forbidden\"}}");

        assertEquals(
                new KeyAnswer.Undetermined(Cause.ACCESS_DENIED, "403", "You are not authorized."), reading.answer());
        assertEquals(Disposition.UNCLEAR, reading.disposition());
        assertEquals(
                Cause.AUTHENTICATION_REFUSED,
                undetermined(read(
                                401,
                                "{\"error\":{\"code\":401,\"message\":\"The X-Auth-Token is invalid!\","
                                        + "\"title\":\"Unauthorized\"}}"))
                        .cause());
    }

    @Test
    void recordedErrorsAreUnderstood() {
        assertEquals(
                Cause.WRONG_SERVICE,
                undetermined(read(
                                404,
                                "{\"error_msg\":\"The API does not exist or has not been published in the environment\","
                                        + "\"error_code\":\"APIGW.0101\","
                                        + "\"request_id\":\"b55cf0f4394463e202a743d15e07e4e9\"}\n"))
                        .cause());
        assertEquals(
                Cause.REQUEST_REFUSED,
                undetermined(read(
                                400,
                                "{\"error\":{\"error_msg\":\"The rotation state of key is not disabled.\","
                                        + "\"error_code\":\"KMS.2901\"}}"))
                        .cause());
    }

    @Test
    void whatAServerSaysIsCut() {
        assertTrue(undetermined(read(403, nested("KMS.0306", "x".repeat(10_000))))
                        .said()
                        .length()
                < 600);
    }

    private static String nested(String code, String message) {
        return "{\"error\":{\"error_code\":\"" + code + "\",\"error_msg\":\"" + message + "\"}}";
    }

    private static String flat(String code, String message) {
        return "{\"error_msg\":\"" + message + "\",\"error_code\":\"" + code + "\",\"request_id\":\"59a2e407\"}";
    }

    private static Reading read(int status, String body) {
        HuaweiKey key =
                new HuaweiKey("eu-de", null, "0d0466b0-e727-4d9c-b35d-f84bb474a37f", "otc.t-systems.com", null, null);
        return new AnswerReader(key)
                .read(new HttpAnswer(
                        status,
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8),
                        new Trace("https://kms.example", 1, Instant.EPOCH, false)));
    }

    private static KeyAnswer.Undetermined undetermined(Reading reading) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, reading.answer());
    }
}
