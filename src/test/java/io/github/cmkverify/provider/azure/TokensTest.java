package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token is shown, and for how long. */
class TokensTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void aKey() {
        rig.azure.key(Rig.NAME, true);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private long signIns() {
        return rig.sim.requests().stream()
                .filter(line -> line.startsWith("POST"))
                .count();
    }

    private String identity(String serverId) {
        KeyReference reference = new KeyReference("azure", rig.id(Rig.NAME)).with(KeyReference.SERVER_ID, serverId);
        Asked asked = rig.provider().ask(reference, Duration.ofSeconds(20));
        assertInstanceOf(Described.class, asked.answer(), () -> "" + asked.answer());
        return asked.evidence().get(asked.evidence().size() - 1).identity();
    }

    @Test
    void eachServerHasATokenOfItsOwnAndTheRestShareOne() {
        for (String id : new String[] {"one", "two"}) {
            rig.azure.client("client-" + id, "s3cret-" + id);
            rig.server(new ServerEntry(
                    id,
                    "client-" + id,
                    new Secret("s3cret-" + id),
                    Map.of("tenantId", new Secret(AzureSim.TENANT), "authorityHost", new Secret(rig.sim.url()))));
        }
        assertEquals("server one of settings.xml, client clie…", identity("one"));
        assertEquals("server two of settings.xml, client clie…", identity("two"));
        assertEquals("environment AZURE_CLIENT_ID, client " + AzureSim.CLIENT, identity("none"));
        assertEquals("environment AZURE_CLIENT_ID, client " + AzureSim.CLIENT, identity("nor-this"));
        assertEquals("server one of settings.xml, client clie…", identity("one"));
        assertEquals(3, signIns());
    }

    @Test
    void aTokenThatEndsWithinTwoMinutesIsNotShownAgain() {
        Instant start = Instant.now();
        for (int second : new int[] {0, 3599 - 120, 3599 - 119}) {
            rig.clock(Clock.fixed(start.plusSeconds(second), ZoneOffset.UTC));
            assertInstanceOf(Described.class, rig.ask().answer());
            assertEquals(second <= 3599 - 120 ? 1 : 2, signIns(), "after " + second + " s");
        }
    }

    @Test
    void aSignInThatIsBusyIsTriedAgainAtOnce() {
        rig.sim.spoil("/oauth2/", Fault.ERROR_503, Fault.NONE);
        assertInstanceOf(Described.class, rig.ask().answer());
    }

    @Test
    void aSignInThatFailedIsTriedAgainByWhoComesLater() {
        rig.sim.spoil("/oauth2/", Fault.HTML_404, Fault.NONE);
        assertInstanceOf(Undetermined.class, rig.ask().answer());
        assertInstanceOf(Described.class, rig.ask().answer());
    }

    @Test
    void aSignInThatLastinglyFailsIsNot() {
        rig.variable("AZURE_TENANT_ID", "other.example");
        for (int i = 0; i < 2; i++) {
            assertEquals(Cause.ACCOUNT_UNKNOWN, ((Undetermined) rig.ask().answer()).cause());
        }
        assertEquals(1, signIns());
    }

    @Test
    void aChallengeThatFailedIsAskedForAgainByWhoComesLater() {
        rig.sim.spoil(Rig.NAME, Fault.HTML_404, Fault.NONE);
        assertEquals(Cause.WRONG_SERVICE, ((Undetermined) rig.ask().answer()).cause());
        assertInstanceOf(Described.class, rig.ask().answer());
    }

    /** As another key of this build would leave it that has just found out. */
    private void leave(String name, Map<String, Object> found) {
        rig.ask();
        rig.memory()
                .replaceAll((key, value) -> key.startsWith(name) ? CompletableFuture.completedFuture(found) : value);
    }

    private static Map<String, Object> failure(Cause cause) {
        return Map.of("cause", cause.name(), "said", "", "failedAt", System.nanoTime() + 60_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"azure token", "azure challenge"})
    void aFailureReachesWhoWaitedForItUnlessTheirTimeWasNotUp(String name) {
        leave(name, failure(Cause.STRANGE_ANSWER));
        assertEquals(Cause.STRANGE_ANSWER, ((Undetermined) rig.ask().answer()).cause());
        leave(name, failure(Cause.OUT_OF_TIME));
        assertInstanceOf(Described.class, rig.ask().answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"azure token", "azure challenge"})
    void whoWaitsForAnotherKeyWaitsNoLongerThanThereIsTime(String name) {
        rig.ask();
        rig.memory().replaceAll((key, value) -> key.startsWith(name) ? new CompletableFuture<>() : value);
        Undetermined doubt = (Undetermined)
                rig.askFor(rig.id(Rig.NAME), Duration.ofMillis(300)).answer();
        assertEquals(Cause.OUT_OF_TIME, doubt.cause());
        assertTrue(doubt.said().startsWith("waited for"), doubt::said);
    }
}
