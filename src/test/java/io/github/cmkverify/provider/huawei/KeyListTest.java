package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.OTHER_PROJECT;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many keys of a project are told by its list, as far as the list shows them as a whole; the others one by one. */
class KeyListTest {
    private final Bench bench = Bench.withAccessKey();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String id(int number) {
        return "0d0466b0-e727-4d9c-b35d-%012d".formatted(number);
    }

    /** So many enabled keys. */
    private List<KeyReference> keys(int number) {
        IntStream.range(0, number).forEach(i -> bench.cloud.key(PROJECT, id(i), "2"));
        return references(PROJECT, number);
    }

    private List<KeyReference> references(String project, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> bench.reference(project, id(i)))
                .toList();
    }

    private List<Asked> ask(List<KeyReference> keys) {
        HuaweiProvider provider = bench.provider();
        provider.announce(keys);
        return keys.stream()
                .parallel()
                .map(key -> provider.ask(key, Duration.ofSeconds(30)))
                .toList();
    }

    private long lists() {
        return requests("/list-keys");
    }

    private long descriptions() {
        return requests("/describe-key");
    }

    private long requests(String path) {
        return bench.simulator.requests().stream()
                .filter(line -> line.endsWith(path))
                .count();
    }

    private static KeyState state(Asked asked) {
        return assertInstanceOf(KeyAnswer.Described.class, asked.answer())
                .facts()
                .state();
    }

    private static void assertEnabled(List<Asked> all) {
        all.forEach(asked -> assertEquals(KeyState.ENABLED, state(asked)));
    }

    @Test
    void oneRequestTellsManyKeys() {
        List<Asked> all = ask(keys(500));

        assertEnabled(all);
        assertEquals(1, bench.simulator.received().size());
        for (Asked asked : all) {
            Evidence evidence = asked.evidence().get(0);
            assertEquals(1, asked.evidence().size());
            assertEquals("ListKeys", evidence.operation());
            assertEquals(200, evidence.status());
            assertEquals("b55cf0f4394463e202a743d15e07e4e9", evidence.requestId());
            assertEquals("environment HUAWEICLOUD_SDK_AK, access key AKTE…", evidence.identity());
        }
    }

    @Test
    void aHandfulOfKeysNeedsNoRightToList() {
        assertEnabled(ask(keys(5)));
        assertEquals(0, lists());
        assertEquals(5, descriptions());
    }

    @Test
    void keysOfTwoProjectsAreNotAddedUp() {
        IntStream.range(0, 3).forEach(i -> bench.cloud.key(OTHER_PROJECT, id(i), "2"));
        List<KeyReference> all = new ArrayList<>(keys(3));
        all.addAll(references(OTHER_PROJECT, 3));

        assertEnabled(ask(all));
        assertEquals(0, lists());
    }

    @Test
    void theFactsAreThoseOfADescription() {
        List<KeyReference> keys = keys(8);
        Map<String, Object> own = new HashMap<>(Map.of(
                "key_state", "4",
                "scheduled_deletion_date", "1790000000000",
                "origin", "external",
                "expiration_time", "1799000000000",
                "key_rotation_enabled", "true",
                "default_key_flag", "1",
                "key_spec", "RSA_3072",
                "key_usage", "SIGN_VERIFY"));
        bench.cloud.key(PROJECT, id(0), own).key(PROJECT, id(1), "3").key(PROJECT, id(2), "7");

        List<KeyAnswer> listed = ask(keys).stream().map(Asked::answer).toList();
        assertEquals(0, descriptions());
        List<KeyAnswer> described =
                keys.stream().map(key -> bench.ask(key).answer()).toList();

        assertEquals(described, listed);
        assertEquals(8, descriptions());
    }

    @Test
    void allPagesAreAsked() {
        bench.cloud.list().most(3);

        assertEnabled(ask(keys(10)));
        assertEquals(4, lists());
        assertEquals(0, descriptions());
    }

    @Test
    void anAsymmetricKeyIsInTheList() {
        List<KeyReference> keys = keys(6);
        bench.cloud.key(PROJECT, id(3), Map.of("key_spec", "RSA_2048", "key_usage", "SIGN_VERIFY"));

        assertEnabled(ask(keys));
        assertEquals(0, descriptions());
    }

    @Test
    void aRepeatedMarkerEndsTheList() {
        bench.cloud.list().most(3).next(end -> 3);

        assertEnabled(ask(keys(10)));
        assertEquals(2, lists());
        assertEquals(4, descriptions());
    }

    @Test
    void anEmptyMarkerEndsTheList() {
        bench.cloud.list().most(3).next(end -> -1);

        assertEnabled(ask(keys(10)));
        assertEquals(1, lists());
        assertEquals(7, descriptions());
    }

    @Test
    void pagesThatNeverEndCostNoMoreThanTheKeys() {
        AtomicInteger marker = new AtomicInteger();
        bench.cloud.list().most(1).next(end -> marker.incrementAndGet()).repeating();

        assertEnabled(ask(keys(7)));
        assertEquals(7, lists());
        assertEquals(7, descriptions());
    }

    @Test
    void aKeyThatTheListDoesNotShowIsAskedByItsId() {
        List<KeyReference> keys = keys(6);
        bench.cloud.list().without(id(4));

        List<Asked> all = ask(keys);
        assertEnabled(all);
        assertEquals(1, descriptions());
        assertEquals(
                List.of("DescribeKey"),
                all.get(4).evidence().stream().map(Evidence::operation).toList());
    }

    @Test
    void missingIsSaidByTheDescriptionAlone() {
        keys(5);

        List<Asked> all = ask(references(PROJECT, 6));

        assertEquals(
                new KeyAnswer.Missing("KMS.0207", "The key does not exist.", false),
                all.get(5).answer());
        assertEquals("DescribeKey", all.get(5).evidence().get(0).operation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key_state",
                "key_alias",
                "key_spec",
                "key_usage",
                "origin",
                "key_rotation_enabled",
                "default_key_flag",
                "creation_date",
                "scheduled_deletion_date",
                "expiration_time",
                "key_id"
            })
    void aKeyThatTheListShowsInPartIsAskedByItsId(String field) {
        List<KeyReference> keys = keys(6);
        bench.cloud.list().showing(id(2), field, null);

        assertEnabled(ask(keys));
        assertEquals(1, descriptions());
    }

    @ParameterizedTest
    @CsvSource({"key_state, 9", "key_state, ''", "default_key_flag, maybe", "key_id, something-else"})
    void aKeyThatTheListShowsStrangelyIsAskedByItsId(String field, String value) {
        List<KeyReference> keys = keys(6);
        bench.cloud.list().showing(id(2), field, value);

        assertEnabled(ask(keys));
        assertEquals(1, descriptions());
    }

    @Test
    void aKeyThatTheListShowsTwiceIsAskedByItsId() {
        List<KeyReference> keys = keys(7);
        bench.cloud.key(PROJECT, id(2), "3").list().showing(id(5), "key_id", id(2));

        List<Asked> all = ask(keys);
        assertEquals(KeyState.DISABLED, state(all.get(2)));
        assertEquals(KeyState.ENABLED, state(all.get(5)));
        assertEquals(2, descriptions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | {"error":{"error_code":"KMS.0306","error_msg":"no permission"}}
            403 | {"error_code":"APIGW.0302","error_msg":"not authorized"}
            400 | {"error":{"error_code":"KMS.1601","error_msg":"invalid limit"}}
            404 | {"error_code":"APIGW.0101","error_msg":"The API does not exist"}
            404 | {"error":{"error_code":"KMS.0207","error_msg":"The key does not exist."}}
            403 | {"error":{"error_code":"KMS.0328","error_msg":"frozen"}}
            200 | {"keys":["0d0466b0-e727-4d9c-b35d-000000000001"],"next_marker":"","truncated":"false"}
            200 | {"key_details":[],"error_msg":"x"}
            200 | <html></html>
            200 | ''
            302 | ''
            """)
    void aListThatIsNotGivenSaysNothing(int status, String body) {
        bench.cloud.list().respond(status, body);

        List<Asked> all = ask(keys(20));
        assertEnabled(all);
        assertEquals(1, lists());
        assertEquals(20, descriptions());
        all.forEach(asked -> assertEquals(
                List.of("DescribeKey"),
                asked.evidence().stream().map(Evidence::operation).toList()));
    }

    @Test
    void aRefusalIsRememberedForTheBuild() {
        bench.cloud.list().respond(403, "{\"error\":{\"error_code\":\"KMS.0306\",\"error_msg\":\"no permission\"}}");
        List<KeyReference> keys = keys(6);

        ask(keys);
        ask(keys);

        assertEquals(1, lists());
        assertEquals(12, descriptions());
    }

    @Test
    void anotherModuleTakesTheSameList() {
        keys(20);

        ask(references(PROJECT, 10));
        ask(references(PROJECT, 20));

        assertEquals(1, bench.simulator.received().size());
    }

    @Test
    void whatAPageShowedBeforeAFaultStands() {
        bench.cloud.list().most(4);
        List<KeyReference> keys = keys(8);
        bench.simulator.spoil("\"marker\"", Fault.BARE_404);

        assertEnabled(ask(keys));
        assertEquals(4, descriptions());
    }

    @Test
    void aWrongAccessKeyIsTriedOnceForManyKeys() {
        bench.variables.put("HUAWEICLOUD_SDK_SK", "wrong");

        List<Asked> all = ask(keys(20));

        assertEquals(1, bench.simulator.received().size());
        assertEquals(
                1,
                all.stream()
                        .filter(it -> cause(it) == Cause.AUTHENTICATION_REFUSED)
                        .count());
        assertEquals(
                19,
                all.stream().filter(it -> cause(it) == Cause.NOT_ASKED_AGAIN).count());
        Asked first = all.stream()
                .filter(it -> cause(it) == Cause.AUTHENTICATION_REFUSED)
                .findFirst()
                .orElseThrow();
        assertEquals("ListKeys", first.evidence().get(0).operation());
        assertEquals(401, first.evidence().get(0).status());
    }

    private static Cause cause(Asked asked) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer()).cause();
    }
}
