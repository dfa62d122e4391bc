package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.provider.vault.VaultBench.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.sim.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultLoginTest {
    private static final String LOGIN = "POST /v1/auth/approle/login";
    private static final String READ = "GET /v1/transit/keys/orders";
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final VaultBench bench = new VaultBench();

    @BeforeEach
    void anAppRole() {
        bench.server.key(ID).login("approle", Map.of("role_id", "build", "secret_id", "s3cret"));
        bench.variables.remove("VAULT_TOKEN");
        bench.variables.put("VAULT_ROLE_ID", "build");
        bench.variables.put("VAULT_SECRET_ID", "s3cret");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void at(Duration sinceStart) {
        bench.clock = Clock.fixed(START.plus(sinceStart), ZoneOffset.UTC);
    }

    @Test
    void aTokenIsGoodForHalfOfItsTime() {
        bench.server.lease(100);
        at(Duration.ZERO);
        bench.facts();

        at(Duration.ofSeconds(50).minusNanos(1));
        bench.facts();
        assertEquals(List.of(LOGIN, READ, READ), bench.simulator.requests());

        at(Duration.ofSeconds(50));
        bench.facts();
        assertEquals(List.of(LOGIN, READ, READ, LOGIN, READ), bench.simulator.requests());
    }

    @Test
    void aLoginThatTimeRanOutForIsTriedAgainByTheNextKey() {
        bench.budget = Duration.ofMillis(300);
        bench.simulator.spoil("/login", Fault.SILENT, Fault.NONE);
        assertEquals(Cause.OUT_OF_TIME, bench.doubt().cause());

        bench.budget = Duration.ofSeconds(30);

        assertInstanceOf(KeyAnswer.Described.class, bench.answer());
    }

    @Test
    void aServerInTroubleIsAskedForATokenAgain() {
        bench.simulator.spoil("/login", Fault.ERROR_503, Fault.NONE);

        assertInstanceOf(KeyAnswer.Described.class, bench.answer());
        assertEquals(List.of(LOGIN, LOGIN, READ), bench.simulator.requests());
    }

    @Test
    void theLoginIsEvidenceOfTheKeyThatCameFirst() {
        Evidence login = bench.ask(ID).evidence().get(0);

        assertEquals("Login", login.operation());
        assertEquals("login-1", login.requestId());
        assertEquals(1, bench.ask(ID).evidence().size());
    }

    @Test
    void aRefusalKeepsItsCode() {
        bench.server.respondToLogin(400, "{\"errors\":[\"invalid role or secret ID\"]}");

        assertEquals(
                new KeyAnswer.Undetermined(Cause.AUTHENTICATION_REFUSED, "400", "the login: invalid role or secret ID"),
                bench.doubt());
    }

    @Test
    void anAuthMethodThatIsNotThereIsSaidToBe() {
        bench.server.respondToLogin(404, "{\"errors\":[]}");

        assertEquals(Cause.WRONG_SERVICE, bench.doubt().cause());
    }

    /** After a 4xx no secret id is spent on another attempt. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"auth\":{\"client_token\":\"hvs.x\",\"lease_duration\":1}} | FINAL",
                "200 | {\"auth\":{}} | UNCLEAR",
                "400 | {\"errors\":[\"invalid role or secret ID\"]} | REFUSED",
                "403 | {\"errors\":[\"permission denied\"]} | REFUSED",
                "404 | {\"errors\":[]} | UNCLEAR",
                "412 | {\"errors\":[\"behind\"]} | UNCLEAR",
                "429 | {\"errors\":[\"quota\"]} | UNCLEAR",
                "499 | {\"errors\":[\"odd\"]} | REFUSED",
                "500 | {\"errors\":[\"internal error\"]} | RETRY",
                "503 | {\"errors\":[\"Vault is sealed\"]} | RETRY"
            })
    void whetherToTryALoginAgain(int status, String body, Disposition expected) {
        HttpAnswer answer = new HttpAnswer(
                status,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                new Trace("https://vault.example.com", 1, START, false));

        assertEquals(expected, LoginReader.judge(answer));
    }

    @Test
    void eachNamespaceHasALoginOfItsOwn() {
        bench.server.key("team-a/" + ID);
        bench.facts();
        bench.variables.put("VAULT_NAMESPACE", "team-a");

        bench.facts();

        assertEquals(List.of(LOGIN, READ, LOGIN, READ), bench.simulator.requests());
        assertEquals("team-a/", bench.simulator.received().get(2).getHeaders().get("X-Vault-Namespace"));
        List<String> tokens = bench.simulator.received().stream()
                .map(request -> String.valueOf(request.getHeaders().get("X-Vault-Token")))
                .toList();
        assertNotEquals(tokens.get(1), tokens.get(3));
    }
}
