package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error shapes of provider document databricks, 4.1, and what may be concluded from each. */
class AccountErrorsTest {
    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                     | FINAL
            {"customer_managed_key_id":"x"}        | FINAL
            {"customer_managed_keys":[]}           | FINAL
            {"customer_managed_key_id":1}          | UNCLEAR
            {"customer_managed_keys":{}}           | UNCLEAR
            {}                                     | UNCLEAR
            null                                   | UNCLEAR
            """)
    void onlyAnAnswerOfTheServiceShowsThatItKnowsWhoAsks(String body, Disposition expected) {
        assertEquals(expected, ApiReply.of(answer(200, Map.of(), body)).disposition());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            200 | x-request-id            | a-1   | {}                  | a-1
            404 | X-Databricks-Request-Id | a-1   | {}                  | a-1
            404 | request-id              | a-1   | [ReqId: b-2]        | a-1
            404 | x-request-id            | a b   | no [ReqId: b-2] so  | b-2
            400 | server                  | x     | [ReqId: b-2]        | b-2
            200 | server                  | x     | [ReqId: b-2]        | none
            404 | server                  | x     | [ReqId: ]           | none
            """)
    void theRequestIdIsTheHeadersOrElseTheErrors(
            int status, String header, String value, String body, @Nullable String expected) {
        Map<String, String> headers = Map.of(header.toLowerCase(Locale.ROOT), value);
        assertEquals(expected, RequestIds.of(answer(status, headers, body)));
    }

    private static HttpAnswer answer(int status, Map<String, String> headers, String body) {
        return new HttpAnswer(
                status,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                new Trace("https://accounts.cloud.databricks.com", 1, Instant.EPOCH, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error_code":"UNAUTHORIZED","message":"x"}                                              | AUTHENTICATION_REFUSED | UNAUTHORIZED
            401 | {"error_code":401,"message":"Credential was not sent or was of an unsupported type [ReqId: 1]"} | AUTHENTICATION_REFUSED | 401
            401 | ''                                                                                       | AUTHENTICATION_REFUSED | 401
            403 | {"error_code":403,"message":"Invalid access token."}                                     | AUTHENTICATION_REFUSED | 403
            403 | {"error_code":"PERMISSION_DENIED","message":"Invalid access token."}                     | AUTHENTICATION_REFUSED | PERMISSION_DENIED
            403 | {"error_code":403,"message":"This API is disabled for users without account admin status. Contact your administrator for more information."} | ACCESS_DENIED | 403
            403 | {"error_code":"PERMISSION_DENIED","message":"no right for this token: invalid scope"}    | ACCESS_DENIED          | PERMISSION_DENIED
            403 | PERMISSION_DENIED: no                                                                    | ACCESS_DENIED          | PERMISSION_DENIED
            403 | {"error_code":403,"message":"Source IP address: 1.2.3.4 is blocked by Databricks IP ACL"} | NETWORK_DENIED        | 403
            403 | <html><title>Blocked</title></html>                                                      | NETWORK_DENIED         | 403
            404 | {"error_code":"NOT_FOUND","message":"The account does not exist or the user does not belong to this account (404 on /api/2.0/accounts/x)"} | ACCOUNT_UNKNOWN | NOT_FOUND
            404 | {"error_code":"RESOURCE_DOES_NOT_EXIST","message":"Account 11111111-2222-3333-4444-555555555555 not found"} | ACCOUNT_UNKNOWN | RESOURCE_DOES_NOT_EXIST
            404 | {"error_code":404,"message":"The account does not exist"}                                | ACCOUNT_UNKNOWN        | 404
            404 | {"error_code":"ENDPOINT_NOT_FOUND","message":"No API found for 'GET /accounts/x'"}       | WRONG_SERVICE          | ENDPOINT_NOT_FOUND
            404 | {"error_code":404,"message":"Endpoint not found"}                                        | WRONG_SERVICE          | 404
            404 | {"error_code":404,"message":""}                                                          | WRONG_SERVICE          | 404
            404 | {"message":"Invalid endpoint"}                                                           | WRONG_SERVICE          | 404
            404 | {"message":"Not Found"}                                                                  | WRONG_SERVICE          | 404
            404 | {"error":"NOT_FOUND_HERE"}                                                               | WRONG_SERVICE          | NOT_FOUND_HERE
            404 | {"error_code":"not_found","message":"resource does not exist"}                           | WRONG_SERVICE          | not_found
            404 | NOT_FOUND: Operation was performed on a resource that does not exist                     | WRONG_SERVICE          | NOT_FOUND
            404 | {"error_code":["NOT_FOUND"],"message":"x"}                                               | WRONG_SERVICE          | 404
            404 | [{"error_code":"NOT_FOUND"}]                                                             | WRONG_SERVICE          | 404
            404 | {"error_code":"NOT_FOUND","error_code":"NOT_FOUND"}                                      | WRONG_SERVICE          | 404
            404 | <html><body>NOT_FOUND</body></html>                                                      | WRONG_SERVICE          | 404
            404 | ''                                                                                       | WRONG_SERVICE          | 404
            400 | MALFORMED_REQUEST: Invalid customerManagedKeyId                                          | REQUEST_REFUSED        | MALFORMED_REQUEST
            400 | {"message":"MALFORMED_REQUEST: Missing required parameters"}                             | REQUEST_REFUSED        | MALFORMED_REQUEST
            400 | {"error_code":"RESOURCE_DOES_NOT_EXIST","message":"does not exist"}                      | REQUEST_REFUSED        | RESOURCE_DOES_NOT_EXIST
            400 | <pre>Bad message</pre>                                                                   | STRANGE_ANSWER         | 400
            410 | {"error_code":"NOT_FOUND","message":"gone"}                                              | REQUEST_REFUSED        | NOT_FOUND
            407 | ''                                                                                       | NETWORK_DENIED         | 407
            501 | {"error_code":"NOT_IMPLEMENTED","message":"x"}                                           | SERVICE_FAULT          | NOT_IMPLEMENTED
            """)
    void errorsAreReadByTheirOwnCode(int status, String body, Cause cause, String code) {
        gate.cloud.respond(KEY, status, body);
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertEquals(cause, doubt.cause(), doubt.said());
        assertEquals(code, doubt.code());
        assertEquals(
                1, gate.requests("customer-managed-keys"), "an answer that is no statement about the key asks no list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {"error_code":"RESOURCE_EXHAUSTED","message":"x"}       | THROTTLED
            429 | ''                                                      | THROTTLED
            400 | {"error_code":"REQUEST_LIMIT_EXCEEDED","message":"x"}   | THROTTLED
            500 | {"error_code":"INTERNAL_SERVER_ERROR","message":"x"}    | SERVICE_FAULT
            500 | {"error_code":"NOT_FOUND","message":"does not exist"}   | SERVICE_FAULT
            502 | <html></html>                                           | SERVICE_FAULT
            503 | No webapps are available to handle your request         | SERVICE_FAULT
            504 | ''                                                      | SERVICE_FAULT
            409 | {"error_code":"TEMPORARILY_UNAVAILABLE","message":"x"}  | SERVICE_FAULT
            """)
    void passingTroubleIsWorthAnotherAttempt(int status, String body, Cause cause) {
        HttpAnswer answer = new HttpAnswer(
                status,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                new Trace("https://accounts.cloud.databricks.com", 1, Instant.EPOCH, false));
        ApiReply.Doubtful reply = (ApiReply.Doubtful) ApiReply.of(answer);
        assertEquals(Disposition.RETRY, reply.disposition());
        assertEquals(cause, reply.doubt().cause());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectToALoginPageIsNotFollowed(int status) {
        gate.cloud.respond(
                KEY,
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Location", gate.simulator.url() + "/login?account_id=x&next_url=/api/2.0/accounts")
                        .build());
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertEquals(Cause.REDIRECTED, doubt.cause());
        assertEquals("to " + gate.simulator.url() + "/login", doubt.said());
        assertEquals(0, gate.requests("/login"));
    }

    @Test
    void aRedirectOfPrivateLinkIsAboutTheNetwork() {
        gate.cloud.respond(
                KEY,
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", "/login.html?error=private-link-validation-error:123")
                        .build());
        assertEquals(Cause.NETWORK_DENIED, gate.doubt().cause());
    }

    @Test
    void serverTextIsKeptShort() {
        gate.cloud.respond(KEY, 400, "{\"error_code\":\"X\",\"message\":\"" + "a".repeat(5000) + "\"}");
        assertEquals(500, gate.doubt().said().length());
    }

    @Test
    void theRequestIdIsTakenFromTheWordsWhereNoHeaderHasIt() {
        gate.cloud.respond(
                KEY,
                new MockResponse.Builder()
                        .code(401)
                        .body("{\"error_code\":401,\"message\":\"Credential was not sent. [ReqId: 0f1e-2d3c]\"}")
                        .build());
        assertEquals("0f1e-2d3c", gate.ask().evidence().get(1).requestId());
    }

    @Test
    void aTokenThatIsEchoedIsNotShown() {
        gate.cloud.respond(KEY, 403, "{\"error_code\":403,\"message\":\"Invalid access token sim-token-1 (sim)\"}");
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertFalse(doubt.toString().contains("sim-token-1"), doubt.said());
        assertTrue(doubt.said().contains("(secret)"));
    }

    @Test
    void aRefusedTokenIsHeldAgainstAllKeys() {
        gate.cloud.respond(KEY, 401, "{\"error_code\":\"UNAUTHORIZED\",\"message\":\"x\"}");
        gate.ask();
        String other = KEY.replace('1', '2');
        KeyAnswer.Undetermined second = (KeyAnswer.Undetermined) gate.provider()
                .ask(gate.reference(other), Duration.ofSeconds(5))
                .answer();
        assertEquals(Cause.NOT_ASKED_AGAIN, second.cause());
        assertEquals(0, gate.requests(other));
    }

    @Test
    void aDeniedPermissionIsNotHeldAgainstOtherKeys() {
        gate.cloud.configuration(AccountGate.ACCOUNT, KEY.replace('1', '2'), AccountGate.ARN);
        gate.cloud.respond(KEY, 403, "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"x\"}");
        gate.ask();
        assertTrue(gate.ask(KEY.replace('1', '2')).answer() instanceof KeyAnswer.PointsTo);
    }
}
