package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.OTHER_PROJECT;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one identity was given or refused holds for it alone, and only for its time. */
class IdentitiesTest {
    private static final String LOG_IN = "POST /v3/auth/tokens?nocatalog=true";
    private static final String EXCHANGE = "POST /v3.0/OS-AUTH/id-token/tokens";
    private static final String DESCRIBE = "POST /v1.0/" + PROJECT + "/kms/describe-key";
    private static final String AGENCY = "GET /openstack/latest/securitykey";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void eachUserHasATokenOfItsOwn() {
        bench.cloud.user("ACME", "ci", "one").user("ACME", "cd", "two").key(PROJECT, KEY, "2");
        user("ci", "one");
        assertDescribed();
        user("cd", "two");
        assertDescribed();

        assertEquals(List.of("token-of-ci", "token-of-cd"), sent("X-Auth-Token"));
    }

    @Test
    void eachIdTokenIsExchangedForATokenOfItsOwn(@TempDir Path folder) throws Exception {
        bench.cloud.idToken("github", "ey.one").idToken("gitlab", "ey.two").key(PROJECT, KEY, "2");
        for (String[] each : new String[][] {{"github", "ey.one"}, {"gitlab", "ey.two"}}) {
            bench.variables.put("HUAWEICLOUD_SDK_IDP_ID", each[0]);
            Path file = Files.writeString(folder.resolve("id-token"), each[1]);
            bench.variables.put("HUAWEICLOUD_SDK_ID_TOKEN_FILE", file.toString());
            assertDescribed();
        }

        assertEquals(List.of(EXCHANGE, DESCRIBE, EXCHANGE, DESCRIBE), bench.simulator.requests());
        assertEquals(List.of("token-of-github", "token-of-gitlab"), sent("X-Auth-Token"));
    }

    @Test
    void aRefusedTokenSaysNothingOfAnother() {
        bench.cloud.token("good").key(PROJECT, KEY, "2");
        server(new ServerEntry("cmk-huawei", null, null, Map.of("token", new Secret("bad"))));
        assertEquals(Cause.AUTHENTICATION_REFUSED, undetermined().cause());

        server(new ServerEntry("cmk-huawei", null, null, Map.of("token", new Secret("good"))));

        assertDescribed();
    }

    @Test
    void aRefusedAccessKeySaysNothingOfAnother() {
        bench.cloud.key(PROJECT, KEY, "2");
        server(new ServerEntry("cmk-huawei", "AKGONE", new Secret("SKTEST"), Map.of()));
        assertEquals(Cause.AUTHENTICATION_REFUSED, undetermined().cause());

        server(new ServerEntry("cmk-huawei", "AKTEST", new Secret("SKTEST"), Map.of()));

        assertDescribed();
    }

    @Test
    void aProjectThatOneIdentityFoundIsNotAnothers() {
        bench.cloud.project("eu-de", PROJECT).key(PROJECT, KEY, "2");
        server(new ServerEntry("cmk-huawei", "AKTEST", new Secret("SKTEST"), Map.of()));
        bench.ask(bench.reference("-", KEY));
        bench.cloud.credentials("AKOTHER", "SKOTHER");
        server(new ServerEntry("cmk-huawei", "AKOTHER", new Secret("SKOTHER"), Map.of()));
        bench.ask(bench.reference("-", KEY));

        assertEquals(
                2,
                bench.simulator.requests().stream()
                        .filter(request -> request.startsWith("GET /v3/projects"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-01T01:00:00.000000Z, 2030-01-01T00:54:59.999Z, 2030-01-01T00:55:00Z",
        "no time,                     2030-01-01T00:09:59.999Z, 2030-01-01T00:10:00Z"
    })
    void aTokenIsRenewedFiveMinutesBeforeItsEnd(String end, Instant before, Instant at) {
        bench.cloud.user("ACME", "ci", "one").tokensEnd(end).key(PROJECT, KEY, "2");
        user("ci", "one");
        bench.clock = fixed(Instant.parse("2030-01-01T00:00:00Z"));
        assertDescribed();

        bench.clock = fixed(before);
        assertDescribed();
        assertEquals(List.of(LOG_IN, DESCRIBE, DESCRIBE), bench.simulator.requests());

        bench.clock = fixed(at);
        assertDescribed();
        assertEquals(List.of(LOG_IN, DESCRIBE, DESCRIBE, LOG_IN, DESCRIBE), bench.simulator.requests());
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-01T01:00:00.000000Z, 2030-01-01T00:54:59.999Z, 2030-01-01T00:55:00Z",
        "no time,                     2030-01-01T00:09:59.999Z, 2030-01-01T00:10:00Z"
    })
    void anAgencysKeyIsRenewedFiveMinutesBeforeItsEnd(String end, Instant before, Instant at) {
        bench.cloud.credentials("ASIA", "secret", "token").key(PROJECT, KEY, "2");
        bench.machine.answering(
                "{\"credential\":{\"access\":\"ASIA\",\"secret\":\"secret\",\"securitytoken\":\"token\","
                        + "\"expires_at\":\"" + end + "\"}}");
        bench.clock = fixed(Instant.parse("2030-01-01T00:00:00Z"));
        assertDescribed();

        bench.clock = fixed(before);
        assertDescribed();
        assertEquals(1, asked(AGENCY));

        bench.clock = fixed(at);
        assertDescribed();
        assertEquals(2, asked(AGENCY));
    }

    @Test
    void aFaultOfALoginIsForgottenAfterHalfAMinute() {
        bench.cloud.user("ACME", "ci", "one").key(PROJECT, KEY, "2");
        bench.simulator.spoil(LOG_IN, Fault.ERROR_503, Fault.ERROR_503, Fault.ERROR_503, Fault.ERROR_503, Fault.NONE);
        user("ci", "one");
        bench.clock = fixed(Instant.parse("2030-01-01T00:00:00Z"));
        assertEquals(Cause.SERVICE_FAULT, undetermined().cause());

        bench.clock = fixed(Instant.parse("2030-01-01T00:00:29.999Z"));
        assertEquals(Cause.SERVICE_FAULT, undetermined().cause());
        assertEquals(4, asked(LOG_IN));

        bench.clock = fixed(Instant.parse("2030-01-01T00:00:30Z"));
        assertDescribed();
    }

    @Test
    void aRefusalKeepsItsCodeForTheKeysAfterIt() {
        bench.cloud.user("ACME", "ci", "one");
        user("ci", "wrong");

        KeyAnswer.Undetermined first = undetermined();

        assertEquals("401", first.code());
        assertEquals(first, undetermined());
    }

    @Test
    void aUserWhoseProjectAVariableNamesAsksThatProject() {
        bench.cloud
                .user("ACME", "ci", "one")
                .project("eu-de", PROJECT)
                .project("eu-de_other", OTHER_PROJECT)
                .key(OTHER_PROJECT, KEY, "2");
        user("ci", "one");
        bench.variables.put("HW_PROJECT_ID", OTHER_PROJECT);

        Asked asked = bench.ask(bench.reference("-", KEY));

        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
    }

    private void user(String name, String password) {
        bench.variables.putAll(Map.of("HW_USER_NAME", name, "HW_USER_PASSWORD", password, "HW_DOMAIN_NAME", "ACME"));
    }

    private void server(ServerEntry entry) {
        bench.servers.put("cmk-huawei", entry);
    }

    private void assertDescribed() {
        assertInstanceOf(KeyAnswer.Described.class, bench.ask().answer());
    }

    private KeyAnswer.Undetermined undetermined() {
        return assertInstanceOf(KeyAnswer.Undetermined.class, bench.ask().answer());
    }

    private long asked(String request) {
        return bench.simulator.requests().stream().filter(request::equals).count();
    }

    private List<String> sent(String header) {
        return bench.simulator.received().stream()
                .map(request -> request.getHeaders().get(header))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Clock fixed(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
