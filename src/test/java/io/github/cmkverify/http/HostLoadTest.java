package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostLoadTest {
    private final MockWebServer server = new MockWebServer();
    private final Pauses pauses = new Pauses();
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door = module();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        door.close();
        server.close();
    }

    @Test
    void anOutageCostsTheRetriesOfTheHostAndNotThoseOfEachKey() {
        answer(503, 200);
        for (int key = 0; key < 50; key++) {
            assertEquals(503, status(door.send(Doors.get(url()), Doors.ample())));
        }
        assertEquals(50 + RetryBudget.FULL, server.getRequestCount());
    }

    @Test
    void theModulesOfABuildShareTheRetriesOfAHost() {
        answer(503, 200);
        try (HttpDoor other = module()) {
            for (int key = 0; key < 25; key++) {
                door.send(Doors.get(url()), Doors.ample());
                other.send(Doors.get(url()), Doors.ample());
            }
        }
        assertEquals(50 + RetryBudget.FULL, server.getRequestCount());
    }

    @Test
    void keysThatStruggleAmongHealthyOnesHaveAllTheirAttempts() {
        for (int key = 0; key < 20; key++) {
            answer(503, Retries.MOST_ATTEMPTS - 1);
            answer(200, 1);
            HttpResult result = door.send(Doors.get(url()), Doors.ample());
            assertEquals(200, status(result));
            assertEquals(Retries.MOST_ATTEMPTS, result.trace().attempts());
            answer(200, 10);
            for (int healthy = 0; healthy < 10; healthy++) {
                door.send(Doors.get(url()), Doors.ample());
            }
        }
    }

    @Test
    void aRetryAfterHoldsForTheOtherKeysOfTheHost() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "30")
                .build());
        answer(200, 1);
        door.send(Doors.get(url(), answer -> Disposition.FINAL), Doors.ample());
        door.send(Doors.get(url()), Doors.ample());
        assertEquals(1, pauses.taken().size());
        assertTrue(pauses.taken().get(0).compareTo(Duration.ofSeconds(29)) > 0);
    }

    @Test
    void aRetryAfterBeyondTheTimeLeavesEachKeyItsOwnAnswer() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "31536000")
                .build());
        answer(200, 1);
        assertEquals(429, status(door.send(Doors.get(url()), Doors.ample())));
        assertEquals(200, status(door.send(Doors.get(url()), Doors.ample())));
    }

    @Test
    void fromTheFirstThrottlingOnTheHostIsPaced() {
        answer(200, 10);
        answer(400, 1);
        answer(200, 3);
        for (int key = 0; key < 10; key++) {
            door.send(Doors.get(url()), Doors.ample());
        }
        assertTrue(pauses.taken().isEmpty());
        ReplyRule throttledBy400 = answer -> answer.status() == 400 ? Disposition.RETRY : Disposition.FINAL;
        door.send(Doors.get(url(), throttledBy400), Doors.ample());
        int before = pauses.taken().size();
        door.send(Doors.get(url()), Doors.ample());
        door.send(Doors.get(url()), Doors.ample());
        assertEquals(before + 2, pauses.taken().size());
        assertTrue(pauses.taken().get(before).compareTo(Duration.ofSeconds(1)) < 0, () -> "" + pauses.taken());
    }

    private HttpDoor module() {
        return new HttpDoor(
                Doors.settings(Doors.AMPLE, memory, java.util.List.of()), Doors.fittings(pauses, Dns.SYSTEM));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    private void answer(int status, int times) {
        for (int time = 0; time < times; time++) {
            server.enqueue(new MockResponse.Builder().code(status).build());
        }
    }

    private static int status(HttpResult result) {
        return ((HttpAnswer) result).status();
    }
}
