package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.ARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many configurations of an account are told by its list, as far as it shows them; the others one by one. */
class AccountListTest {
    private static final String GONE = "77b97eae-0000-4000-8000-00000000dead";
    private static final String LIST = "/accounts/" + ACCOUNT + "/customer-managed-keys";
    private static final String GOOGLE = "projects/my-project/locations/us-east1/keyRings/ring/cryptoKeys/key";

    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private static String id(int number) {
        return "77b97eae-0000-4000-8000-%012d".formatted(number);
    }

    private List<String> configurations(int number) {
        List<String> ids =
                IntStream.range(0, number).mapToObj(AccountListTest::id).toList();
        ids.forEach(id -> gate.cloud.configuration(ACCOUNT, id, ARN));
        return ids;
    }

    private List<Asked> ask(List<String> ids) {
        List<KeyReference> keys = ids.stream().map(gate::reference).toList();
        DatabricksProvider provider = gate.provider();
        provider.announce(keys);
        return keys.stream()
                .parallel()
                .map(key -> provider.ask(key, gate.budget))
                .toList();
    }

    private long lists() {
        return gate.simulator.requests().stream()
                .filter(line -> line.endsWith(LIST))
                .count();
    }

    private long gets() {
        return gate.requests(LIST + "/");
    }

    private static void assertPointing(List<Asked> all) {
        all.forEach(asked -> assertInstanceOf(KeyAnswer.PointsTo.class, asked.answer()));
    }

    private static List<String> operations(Asked asked) {
        return asked.evidence().stream().map(Evidence::operation).toList();
    }

    @Test
    void oneTokenAndOneListTellManyKeys() {
        List<Asked> all = ask(configurations(500));

        assertPointing(all);
        assertEquals(1, gate.requests("/oidc/"));
        assertEquals(1, lists());
        assertEquals(0, gets());
        assertEquals(1, gate.requests("/workspaces"));
        assertEquals(3, gate.simulator.requests().size());
        for (Asked asked : all) {
            Evidence evidence = asked.evidence().get(asked.evidence().size() - 1);
            assertEquals("ListCustomerManagedKeys", evidence.operation());
            assertEquals(200, evidence.status());
        }
    }

    @Test
    void aHandfulIsAskedOneByOne() {
        assertPointing(ask(configurations(5)));
        assertEquals(0, lists());
        assertEquals(5, gets());
    }

    @Test
    void theAnswersAreThoseById() {
        List<String> ids = configurations(7);
        gate.cloud
                .configuration(ACCOUNT, id(1), Map.of("gcp_key_info", Map.of("kms_key_id", GOOGLE)))
                .workspace(ACCOUNT, 7, "main", Map.of("storage_customer_managed_key_id", id(2)));

        List<KeyAnswer> listed = ask(ids).stream().map(Asked::answer).toList();
        assertEquals(0, gets());
        try (AccountGate alone = new AccountGate()) {
            ids.forEach(id -> alone.cloud.configuration(ACCOUNT, id, ARN));
            alone.cloud
                    .configuration(ACCOUNT, id(1), Map.of("gcp_key_info", Map.of("kms_key_id", GOOGLE)))
                    .workspace(ACCOUNT, 7, "main", Map.of("storage_customer_managed_key_id", id(2)));
            assertEquals(ids.stream().map(id -> alone.ask(id).answer()).toList(), listed);
        }
    }

    @Test
    void aKeyThatTheListDoesNotShowIsMissingWhenItsIdSaysSoToo() {
        List<String> ids =
                Stream.concat(configurations(6).stream(), Stream.of(GONE)).toList();

        List<Asked> all = ask(ids);

        Asked gone = all.get(6);
        assertInstanceOf(KeyAnswer.Missing.class, gone.answer());
        assertEquals(1, lists());
        assertEquals(1, gets());
        List<String> operations = operations(gone);
        assertEquals(
                List.of("GetCustomerManagedKey", "ListCustomerManagedKeys"),
                operations.subList(operations.size() - 2, operations.size()));
    }

    @Test
    void aKeyThatTheListDoesNotShowIsNotMissing() {
        List<String> ids = configurations(8);
        gate.cloud.respondToList(200, "[]");

        List<Asked> all = ask(ids);

        assertPointing(all);
        assertEquals(8, gets());
        all.forEach(asked -> assertEquals(
                "GetCustomerManagedKey", operations(asked).get(operations(asked).size() - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_id", "aws_key_info", "customer_managed_key_id"})
    void aKeyThatTheListShowsInPartIsAskedByItsId(String field) {
        List<String> ids = configurations(6);
        String whole = "{\"account_id\":\"" + ACCOUNT + "\",\"aws_key_info\":{\"key_arn\":\"" + ARN
                + "\"},\"customer_managed_key_id\":\"" + id(0) + "\"}";
        gate.cloud.respondToList(200, "[" + whole.replace("\"" + field + "\"", "\"other\"") + "]");

        assertPointing(ask(ids));
        assertEquals(6, gets());
    }

    @Test
    void aKeyThatTheListShowsTwiceIsAskedByItsId() {
        List<String> ids = configurations(6);
        String one = "{\"account_id\":\"" + ACCOUNT + "\",\"aws_key_info\":{\"key_arn\":\"" + ARN
                + "\"},\"customer_managed_key_id\":\"" + id(0) + "\"}";
        gate.cloud.respondToList(200, "[" + one + "," + one + "]");

        assertPointing(ask(ids));
        assertEquals(6, gets());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | {"error_code":"NOT_FOUND","message":"x"}
            403 | {"error_code":"PERMISSION_DENIED","message":"x"}
            302 | ''
            200 | <html></html>
            200 | {"customer_managed_keys":[],"next_page_token":"x"}
            400 | MALFORMED_REQUEST: x
            """)
    void aListThatIsNotGivenSaysNothing(int status, String body) {
        gate.cloud.respondToList(status, body);
        List<String> ids = configurations(20);

        List<Asked> all = ask(ids);
        assertPointing(all);
        all.forEach(asked -> assertEquals(
                0,
                operations(asked).stream()
                        .filter("ListCustomerManagedKeys"::equals)
                        .count()));
        ask(ids);

        assertEquals(1, lists());
        assertEquals(40, gets());
    }

    @Test
    void aListIsNoLongerBelievedWhenItIsOld() {
        List<String> ids = configurations(6);
        ask(ids);
        gate.now = gate.now.plusSeconds(29);
        ask(ids);
        assertEquals(1, lists());

        gate.now = gate.now.plusSeconds(2);
        ask(ids);
        assertEquals(2, lists());
    }

    @Test
    void aTokenThatIsNotAcceptedIsTriedOnce() {
        gate.variables.clear();
        gate.variables.put("DATABRICKS_TOKEN", "no-such-token");
        List<Cause> causes = new ArrayList<>();

        ask(configurations(20))
                .forEach(asked -> causes.add(assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer())
                        .cause()));

        assertEquals(1, gate.simulator.requests().size());
        assertEquals(
                1, causes.stream().filter(Cause.AUTHENTICATION_REFUSED::equals).count());
        assertEquals(19, causes.stream().filter(Cause.NOT_ASKED_AGAIN::equals).count());
    }
}
