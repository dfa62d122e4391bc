package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDoorCloseTest {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door = new HttpDoor(Doors.settings(Doors.AMPLE, memory, List.of()));

    @AfterEach
    void stop() {
        end.countDown();
        door.close();
    }

    @Test
    void aCallThatWaitsForItsAnswerEnds() throws Exception {
        try (RawServer silent = silent()) {
            FutureTask<HttpResult> call = inBackground(door, Doors.get(silent.url()));
            assertTrue(arrived.await(30, TimeUnit.SECONDS));
            door.close();
            assertOutOfTime(call);
        }
    }

    @Test
    void aCallThatWaitsBeforeItsNextAttemptEnds() throws Exception {
        try (RawServer busy = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "HTTP/1.1 503 Busy\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n");
        })) {
            FutureTask<HttpResult> call = inBackground(door, Doors.get(busy.url(), answer -> {
                arrived.countDown();
                return Disposition.RETRY;
            }));
            assertTrue(arrived.await(30, TimeUnit.SECONDS));
            door.close();
            assertOutOfTime(call);
            assertEquals(1, busy.connections());
        }
    }

    @Test
    void aCallThatWaitsForItsTurnEndsThoughAnotherDoorHoldsIt() throws Exception {
        HttpDoor other = new HttpDoor(Doors.settings(Doors.AMPLE, memory, List.of()));
        try (RawServer silent = silent()) {
            HttpCall identified = Doors.get(silent.url(), "identity", ReplyRule.byStatus());
            FutureTask<HttpResult> holder = inBackground(other, identified);
            assertTrue(arrived.await(30, TimeUnit.SECONDS));
            FutureTask<HttpResult> waiter = new FutureTask<>(() -> door.send(identified, Doors.ample()));
            Thread waiting = new Thread(waiter);
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            door.close();
            assertEquals(0, assertOutOfTime(waiter).trace().attempts());
            other.close();
            assertOutOfTime(holder);
            assertEquals(1, silent.connections());
        }
    }

    @Test
    void aCallThatLooksUpAHangingNameEnds() throws Exception {
        HttpDoor hanging = new HttpDoor(Doors.allowing("kms.example"), Doors.fittings(new Pauses(), host -> {
            arrived.countDown();
            awaitEnd();
            return Doors.NOBODY.lookup(host);
        }));
        FutureTask<HttpResult> call = inBackground(hanging, Doors.get("https://kms.example/"));
        assertTrue(arrived.await(30, TimeUnit.SECONDS));
        hanging.close();
        assertOutOfTime(call);
    }

    @Test
    void afterwardsNothingIsSent() throws Exception {
        try (RawServer silent = silent()) {
            door.close();
            FutureTask<HttpResult> call = inBackground(door, Doors.get(silent.url(), "id", ReplyRule.byStatus()));
            assertEquals(0, assertOutOfTime(call).trace().attempts());
            assertEquals(0, silent.connections());
        }
    }

    @Test
    void noThreadKeepsTheJvmAliveAndNoConnectionStaysOpen() throws Exception {
        Set<Thread> before = lasting();
        CountDownLatch closedByClient = new CountDownLatch(1);
        try (RawServer server = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            if (socket.getInputStream().read() < 0) {
                closedByClient.countDown();
            }
        })) {
            assertInstanceOf(HttpAnswer.class, door.send(Doors.get(server.url()), Doors.ample()));
            door.close();
            assertTrue(closedByClient.await(30, TimeUnit.SECONDS));
            Set<Thread> after = lasting();
            after.removeAll(before);
            assertEquals(Set.of(), after);
        }
    }

    private RawServer silent() {
        return new RawServer(socket -> {
            RawServer.head(socket);
            arrived.countDown();
            awaitEnd();
        });
    }

    private void awaitEnd() {
        try {
            assertTrue(end.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FutureTask<HttpResult> inBackground(HttpDoor door, HttpCall call) {
        FutureTask<HttpResult> task = new FutureTask<>(() -> door.send(call, Doors.ample()));
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static HttpFailure assertOutOfTime(FutureTask<HttpResult> call) throws Exception {
        HttpResult result = call.get(30, TimeUnit.SECONDS);
        HttpFailure failure = assertInstanceOf(HttpFailure.class, result, result::toString);
        assertEquals(HttpFailure.Kind.OUT_OF_TIME, failure.kind());
        return failure;
    }

    private static Set<Thread> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
