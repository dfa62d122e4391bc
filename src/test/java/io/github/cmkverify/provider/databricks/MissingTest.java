package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a configuration is missing takes the service's own answer for its id, and an understood list without it. */
class MissingTest {
    private static final String GONE = "77b97eae-0000-4000-8000-00000000dead";
    private static final String NOT_THERE =
            "{\"error_code\":\"NOT_FOUND\",\"message\":\"Operation was performed on a resource that does not exist\"}";

    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private Cause cause(KeyAnswer answer) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, answer).cause();
    }

    @Test
    void bothAnswersMakeAKeyMissing() {
        Asked asked = gate.ask(GONE);
        KeyAnswer.Missing missing = assertInstanceOf(KeyAnswer.Missing.class, asked.answer());
        assertEquals("NOT_FOUND", missing.code());
        assertEquals("Operation was performed on a resource that does not exist", missing.said());
        assertEquals(false, missing.malformedId());
        assertEquals(
                List.of("Token", "GetCustomerManagedKey", "ListCustomerManagedKeys"),
                asked.evidence().stream().map(Evidence::operation).toList());
    }

    @Test
    void theListIsUnderstoodAsAnObjectToo() {
        gate.cloud.listAsObject();
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"x\"}",
                "{\"error_code\":\"NOT_FOUND\",\"message\":\"Item not found\"}",
                "{\"error_code\":\"NOT_FOUND\"}",
                "{\"message\":\"RESOURCE_DOES_NOT_EXIST: no such configuration\"}",
                "{\"error_code\":404,\"message\":\"Customer managed key does not exist\"}",
                "{\"error_code\":\"NOT_FOUND\",\"message\":\"Key configuration not found in this account\"}"
            })
    void theServicesOwnWordsForAbsenceCount(String body) {
        gate.cloud.respond(GONE, 404, body);
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    @Test
    void anEmptyAccountHasNoKeys() {
        gate.cloud.respondToList(200, "[]");
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    @Test
    void aListThatHasTheIdDisagrees() {
        gate.cloud.respond(KEY, 404, NOT_THERE);
        assertEquals(Cause.LIST_DISAGREES, cause(gate.ask(KEY).answer()));
    }

    @Test
    void aListThatHasTheIdInUpperCaseDisagreesToo() {
        gate.cloud.respondToList(200, "[{\"customer_managed_key_id\":\"" + GONE.toUpperCase(Locale.ROOT) + "\"}]");
        assertEquals(Cause.LIST_DISAGREES, cause(gate.ask(GONE).answer()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "\"[]\"",
                "0",
                "[",
                "[] []",
                "<html></html>",
                "{\"customer_managed_keys\":null}",
                "{\"customer_managed_keys\":{}}",
                "{\"customer_managed_keys\":[],\"next_page_token\":\"x\"}",
                "{\"error_code\":\"NOT_FOUND\"}",
                "[null]",
                "[\"x\"]",
                "[{}]",
                "[{\"customer_managed_key_id\":null}]",
                "[{\"customer_managed_key_id\":7}]",
                "[{\"customer_managed_key_id\":\"\"}]",
                "[{\"customer_managed_key_id\":\"x\",\"account_id\":7}]",
                "{\"workspaces\":[]}"
            })
    void aListThatIsNotUnderstoodProvesNothing(String body) {
        gate.cloud.respondToList(200, body);
        assertEquals(Cause.STRANGE_ANSWER, cause(gate.ask(GONE).answer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "{%s}", "%s/", "customer-managed-keys/%s", "x"})
    void aListWithAnIdInAnotherFormProvesNothing(String form) {
        gate.cloud.respondToList(200, "[{\"customer_managed_key_id\":\"" + form.formatted(GONE) + "\"}]");
        assertEquals(Cause.STRANGE_ANSWER, cause(gate.ask(GONE).answer()));
    }

    @Test
    void aListOfAnotherAccountProvesNothing() {
        gate.cloud.respondToList(
                200, "[{\"customer_managed_key_id\":\"x\",\"account_id\":\"99999999-2222-3333-4444-555555555555\"}]");
        assertEquals(Cause.OTHER_KEY, cause(gate.ask(GONE).answer()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | {"error_code":"NOT_FOUND","message":"x"}                    | ACCOUNT_UNKNOWN
            404 | {"error_code":"NOT_FOUND","message":"The account does not exist"} | ACCOUNT_UNKNOWN
            404 | ''                                                          | WRONG_SERVICE
            404 | <html></html>                                               | WRONG_SERVICE
            403 | {"error_code":"PERMISSION_DENIED","message":"x"}            | ACCESS_DENIED
            401 | {"error_code":401,"message":"x"}                            | AUTHENTICATION_REFUSED
            302 | ''                                                          | STRANGE_ANSWER
            204 | ''                                                          | STRANGE_ANSWER
            201 | []                                                          | STRANGE_ANSWER
            400 | MALFORMED_REQUEST: x                                        | REQUEST_REFUSED
            """)
    void aListThatIsRefusedProvesNothing(int status, String body, Cause cause) {
        gate.cloud.respondToList(status, body);
        assertEquals(cause, cause(gate.ask(GONE).answer()));
    }

    @Test
    void anUnknownAccountIsNotAMissingKey() {
        gate.cloud.configuration("99999999-2222-3333-4444-555555555555", KEY, AccountGate.ARN);
        KeyAnswer answer = gate.provider()
                .ask(gate.reference("88888888-2222-3333-4444-555555555555", KEY), gate.budget)
                .answer();
        assertEquals(Cause.ACCOUNT_UNKNOWN, cause(answer));
    }

    @Test
    void oneListServesAllMissingKeysOfAnAccount() {
        for (int i = 0; i < 10; i++) {
            Asked asked = gate.ask("77b97eae-0000-4000-8000-00000000dea" + i);
            assertInstanceOf(KeyAnswer.Missing.class, asked.answer());
            Evidence list = asked.evidence().get(asked.evidence().size() - 1);
            assertEquals("ListCustomerManagedKeys", list.operation());
            assertEquals(200, list.status());
            assertEquals(1, list.attempts());
        }
        assertEquals(
                1,
                gate.simulator.requests().stream()
                        .filter(line -> line.endsWith("/accounts/" + ACCOUNT + "/customer-managed-keys"))
                        .count());
    }

    @Test
    void aListThatFailedIsAskedAgainForTheNextKey() {
        gate.cloud.respondToList(404, "");
        assertEquals(Cause.WRONG_SERVICE, cause(gate.ask(GONE).answer()));
        gate.cloud.respondToList(200, "[]");
        assertInstanceOf(KeyAnswer.Missing.class, gate.ask(GONE).answer());
    }

    @Test
    void noListIsAskedForAKeyThatIsThere() {
        gate.ask(KEY);
        assertEquals(1, gate.requests("customer-managed-keys"));
    }
}
