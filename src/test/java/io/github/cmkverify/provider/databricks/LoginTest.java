package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.sim.Fault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private static String key(int number) {
        return "77b97eae-0000-4000-8000-0000000001%02d".formatted(number);
    }

    private List<Asked> askInParallel(int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Asked>> asking = new ArrayList<>();
            gate.provider();
            for (int i = 0; i < count; i++) {
                String key = key(i);
                gate.cloud.configuration(ACCOUNT, key, AccountGate.ARN);
                asking.add(threads.submit(() -> gate.ask(key)));
            }
            List<Asked> asked = new ArrayList<>();
            for (Future<Asked> one : asking) {
                asked.add(one.get());
            }
            return asked;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theLoginIsTheDocumentedOne() {
        gate.ask();
        RecordedRequest login = gate.simulator.received().get(0);
        assertEquals("POST", login.getMethod());
        assertEquals("/oidc/accounts/" + ACCOUNT + "/v1/token", login.getTarget());
        assertEquals(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "demo-client:demo-secret".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                login.getHeaders().get("Authorization"));
        assertEquals(
                "grant_type=client_credentials&scope=all-apis",
                login.getBody() == null ? "" : login.getBody().utf8());
        assertEquals("application/x-www-form-urlencoded", login.getHeaders().get("Content-Type"));
    }

    @Test
    void oneLoginServesFiftyKeys() throws Exception {
        List<Asked> asked = askInParallel(50);
        assertTrue(asked.stream().allMatch(a -> a.answer() instanceof KeyAnswer.PointsTo));
        assertEquals(1, gate.requests("/v1/token"));
        assertEquals(
                1,
                asked.stream()
                        .flatMap(a -> a.evidence().stream())
                        .filter(e -> e.operation().equals("Token"))
                        .count());
    }

    @Test
    void aRefusedLoginIsNotTriedAgain() throws Exception {
        gate.variables.put("DATABRICKS_CLIENT_SECRET", "wrong-secret");
        List<Asked> asked = askInParallel(20);
        for (Asked one : asked) {
            KeyAnswer.Undetermined doubt = assertInstanceOf(KeyAnswer.Undetermined.class, one.answer());
            assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause());
            assertEquals("invalid_client", doubt.code());
            assertTrue(doubt.said().contains("Client authentication failed"), doubt.said());
            assertFalse(one.toString().contains("wrong-secret"));
        }
        gate.ask();
        assertEquals(1, gate.requests("/v1/token"));
        assertEquals(1, gate.simulator.requests().size());
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        gate.ask();
        gate.now = gate.now.plusSeconds(3600 - 61);
        gate.ask();
        assertEquals(1, gate.requests("/v1/token"));
        gate.now = gate.now.plusSeconds(2);
        gate.ask();
        assertEquals(2, gate.requests("/v1/token"));
    }

    @Test
    void aTokenOfShortLifeStillServesMoreThanOneKey() {
        gate.cloud.expiresIn(30);
        gate.ask();
        gate.ask();
        assertEquals(1, gate.requests("/v1/token"));
        gate.now = gate.now.plusSeconds(16);
        gate.ask();
        assertEquals(2, gate.requests("/v1/token"));
    }

    @Test
    void passingTroubleWithTheLoginIsOvercome() {
        gate.simulator.spoil("/v1/token", Fault.ERROR_503, Fault.NONE);
        assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask().answer());
        assertEquals(2, gate.requests("/v1/token"));
    }

    @Test
    void passingTroubleWithTheLoginIsMetOnceByKeysThatWaitTogether() throws Exception {
        gate.simulator.spoil("/v1/token", Fault.ERROR_503);
        for (Asked asked : askInParallel(5)) {
            assertEquals(
                    Cause.SERVICE_FAULT,
                    assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer())
                            .cause());
        }
        assertEquals(4, gate.requests("/v1/token"));
    }

    @Test
    void passingTroubleWithTheLoginIsNotKeptForTheNextKey() {
        gate.budget = java.time.Duration.ofMillis(300);
        gate.simulator.spoil("/v1/token", Fault.ERROR_503);
        assertEquals(
                Cause.SERVICE_FAULT,
                assertInstanceOf(KeyAnswer.Undetermined.class, gate.ask().answer())
                        .cause());
        gate.simulator.spoil("/v1/token", Fault.NONE);
        gate.budget = java.time.Duration.ofSeconds(20);
        assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask().answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | ''                                                                        | AUTHENTICATION_REFUSED | 400
            400 | {"error":"unauthorized_client","error_description":"x"}                   | AUTHENTICATION_REFUSED | unauthorized_client
            401 | <html>nothing to see</html>                                               | AUTHENTICATION_REFUSED | 401
            403 | {"error":"access_denied","error_description":"blocked by IP access list"} | NETWORK_DENIED         | access_denied
            403 | <html></html>                                                             | NETWORK_DENIED         | 403
            404 | <html></html>                                                             | WRONG_SERVICE          | 404
            404 | {"error_code":"NOT_FOUND","message":"The account does not exist"}         | ACCOUNT_UNKNOWN        | 404
            400 | <html></html>                                                             | STRANGE_ANSWER         | 400
            200 | <html></html>                                                             | STRANGE_ANSWER         | 200
            200 | {}                                                                        | STRANGE_ANSWER         | 200
            200 | null                                                                      | STRANGE_ANSWER         | 200
            200 | {"access_token":"","token_type":"Bearer"}                                 | STRANGE_ANSWER         | 200
            200 | {"access_token":"a b","token_type":"Bearer"}                              | STRANGE_ANSWER         | 200
            200 | {"access_token":"a\\nb","token_type":"Bearer"}                            | STRANGE_ANSWER         | 200
            200 | {"access_token":7,"token_type":"Bearer"}                                  | STRANGE_ANSWER         | 200
            200 | {"access_token":"a"}                                                      | STRANGE_ANSWER         | 200
            200 | {"access_token":"a","token_type":"mac"}                                   | STRANGE_ANSWER         | 200
            200 | {"access_token":"a","token_type":"Bearer","expires_in":0}                 | STRANGE_ANSWER         | 200
            200 | {"access_token":"a","token_type":"Bearer","expires_in":"soon"}            | STRANGE_ANSWER         | 200
            201 | {"access_token":"a","token_type":"Bearer"}                                | STRANGE_ANSWER         | 201
            """)
    void aLoginThatGivesNoTokenAsksNoKey(int status, String body, Cause cause, String code) {
        gate.cloud.respondToLogin(status, body);
        KeyAnswer.Undetermined doubt = gate.doubt();
        assertEquals(cause, doubt.cause(), doubt.said());
        assertEquals(code, doubt.code());
        gate.ask();
        assertEquals(1, gate.simulator.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
    void theTokenTypeIsReadInAnyCase(String type) {
        gate.cloud.token(ACCOUNT, "given");
        gate.cloud.respondToLogin(200, "{\"access_token\":\"given\",\"token_type\":\"" + type + "\"}");
        assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask().answer());
    }

    @Test
    void aThrottledLoginIsTriedAgain() {
        gate.budget = java.time.Duration.ofSeconds(2);
        gate.cloud.respondToLogin(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"Temporarily throttled, too many requests\"}");
        assertEquals(Cause.THROTTLED, gate.doubt().cause());
        assertTrue(gate.requests("/v1/token") > 1);
    }

    @Test
    void aRedirectedLoginIsNotFollowed() {
        gate.cloud.respondToLogin(new MockResponse.Builder()
                .code(303)
                .addHeader("Location", "/login?next_url=x")
                .build());
        assertEquals(Cause.REDIRECTED, gate.doubt().cause());
        assertEquals(1, gate.simulator.requests().size());
    }

    @Test
    void theBodyOfATokenReplyIsNeverShown() {
        gate.cloud.respondToLogin(
                400,
                "{\"error\":\"x\",\"error_description\":\"bad demo-secret\",\"access_token\":\"hidden-token\",\"message\":\"hidden-words\"}");
        String told = gate.ask().toString();
        assertFalse(told.contains("hidden"), told);
        assertFalse(told.contains("demo-secret"), told);
    }

    @Test
    void theTokenOfOneAccountIsNotShownToAnother() {
        String other = "99999999-2222-3333-4444-555555555555";
        gate.cloud.configuration(other, KEY, AccountGate.ARN);
        gate.ask();
        assertInstanceOf(
                KeyAnswer.PointsTo.class,
                gate.provider().ask(gate.reference(other, KEY), gate.budget).answer());
        assertEquals(2, gate.requests("/v1/token"));
    }
}
