package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityGateTest {
    private static final int CROWD = 2 * Slots.MOST;

    /** 401 is a refusal, 404 says nothing, 503 is busy. */
    private static final ReplyRule RULE = answer -> switch (answer.status()) {
        case 200 -> Disposition.FINAL;
        case 401 -> Disposition.REFUSED;
        case 503 -> Disposition.RETRY;
        default -> Disposition.UNCLEAR;
    };

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door = Doors.hasty(memory);
    private final MockWebServer server = new MockWebServer();
    private final ExecutorService threads = Executors.newFixedThreadPool(CROWD);
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        door.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void whoWaitsEndsWithTheThreadAndLeavesItInterrupted() {
        IdentityGate gate = IdentityGate.of("identity", memory);
        Closing closing = new Closing();
        assertEquals(IdentityGate.Entry.OPEN, gate.enter(Doors.ample(), closing));
        Thread.currentThread().interrupt();
        IdentityGate.Entry second = gate.enter(Doors.ample(), closing);
        assertTrue(Thread.interrupted());
        assertEquals(IdentityGate.Entry.TOO_LATE, second);
    }

    @Test
    void aWrongIdentityIsSentOnceByTwentyThreads() throws Exception {
        serve(number -> 401);
        List<HttpResult> results = crowd(() -> send(door));
        assertEquals(1, received.get());
        List<HttpFailure> refused = failures(results, HttpFailure.Kind.IDENTITY_REFUSED);
        assertEquals(CROWD - 1, refused.size());
        assertTrue(refused.stream().allMatch(failure -> failure.trace().attempts() == 0));
    }

    @Test
    void untilItIsAcceptedAnIdentityGoesOneAtATime() throws Exception {
        serve(number -> 404);
        List<HttpResult> results = crowd(() -> send(door));
        assertEquals(CROWD, received.get());
        assertEquals(1, mostAtOnce.get());
        assertTrue(results.stream().allMatch(HttpAnswer.class::isInstance));
    }

    @Test
    void onceAcceptedItGoesInParallel() throws Exception {
        CyclicBarrier together = new CyclicBarrier(Slots.MOST);
        serve(number -> {
            if (number > 1) {
                meet(together);
            }
            return 200;
        });
        send(door);
        List<HttpResult> results = crowd(() -> send(door));
        assertTrue(results.stream().allMatch(HttpAnswer.class::isInstance));
        assertEquals(Slots.MOST, mostAtOnce.get());
    }

    @Test
    void anUnclearAnswerIsNoAcceptance() {
        serve(number -> number == 1 ? 404 : 401);
        send(door);
        send(door);
        assertEquals(HttpFailure.Kind.IDENTITY_REFUSED, failure(send(door)).kind());
        assertEquals(2, received.get());
    }

    @Test
    void afterAcceptanceTwoRefusalsInARowEndIt() {
        serve(number -> List.of(200, 401, 200, 401, 401, 200).get(number - 1));
        for (int number = 1; number <= 5; number++) {
            assertInstanceOf(HttpAnswer.class, send(door));
        }
        assertEquals(HttpFailure.Kind.IDENTITY_REFUSED, failure(send(door)).kind());
        assertEquals(5, received.get());
    }

    @Test
    void afterALateRefusalTheNextGoesAlone() throws Exception {
        serve(number -> number == 1 ? 200 : 401);
        send(door);
        send(door);
        crowd(() -> send(door));
        assertEquals(3, received.get());
    }

    @Test
    void aBusyServiceAndABrokenConnectionAreNoRefusals() {
        serve(number -> number < 4 ? 503 : 200);
        assertInstanceOf(HttpAnswer.class, send(door));
        try (RawServer raw = new RawServer(RawServer::reset)) {
            assertEquals(
                    HttpFailure.Kind.NOT_REACHED,
                    failure(door.send(Doors.get(raw.url(), "identity", RULE), Doors.ample()))
                            .kind());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertInstanceOf(HttpAnswer.class, send(door));
    }

    @Test
    void aRetryingKeyDoesNotHoldUpOthersWhileItWaits() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch otherDone = new CountDownLatch(1);
        Fittings.Pause pause = (time, closing) -> {
            waiting.countDown();
            return await(otherDone);
        };
        serve(number -> number == 1 ? 503 : 200);
        try (HttpDoor patient =
                new HttpDoor(Doors.settings(Doors.AMPLE, memory, List.of()), Doors.fittings(pause, Dns.SYSTEM))) {
            Future<HttpResult> retrying = threads.submit(() -> send(patient));
            assertTrue(await(waiting));
            assertInstanceOf(HttpAnswer.class, send(patient));
            otherDone.countDown();
            assertEquals(2, retrying.get(30, TimeUnit.SECONDS).trace().attempts());
        }
    }

    @Test
    void twoDoorsOfOneBuildShareTheRefusal() {
        serve(number -> 401);
        send(door);
        try (HttpDoor ofAnotherModule = Doors.hasty(memory)) {
            HttpFailure failure = failure(send(ofAnotherModule));
            assertEquals(HttpFailure.Kind.IDENTITY_REFUSED, failure.kind());
            assertEquals(0, failure.trace().attempts());
        }
        assertEquals(1, received.get());
    }

    @Test
    void whatTheBuildRemembersIsMadeOfJdkTypes() {
        serve(number -> 200);
        send(door);
        assertEquals(
                Set.of("gate", "pace", "retries", "slots"),
                memory.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf(':')))
                        .collect(Collectors.toSet()));
        memory.values().forEach(value -> assertNull(value.getClass().getClassLoader()));
    }

    @Test
    void anotherIdentityAndNoneAreFree() {
        serve(number -> number == 1 ? 401 : 200);
        send(door);
        assertInstanceOf(HttpAnswer.class, door.send(Doors.get(url(), "another", RULE), Doors.ample()));
        assertInstanceOf(HttpAnswer.class, door.send(Doors.get(url(), RULE), Doors.ample()));
    }

    @Test
    void theTurnIsAwaitedNoLongerThanTheDeadline() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        serve(number -> {
            arrived.countDown();
            await(end);
            return 200;
        });
        Future<HttpResult> first = threads.submit(() -> send(door));
        assertTrue(await(arrived));
        HttpFailure failure =
                failure(door.send(Doors.get(url(), "identity", RULE), Deadline.in(Duration.ofMillis(50))));
        assertEquals(HttpFailure.Kind.OUT_OF_TIME, failure.kind());
        assertEquals(0, failure.trace().attempts());
        end.countDown();
        assertInstanceOf(HttpAnswer.class, first.get(30, TimeUnit.SECONDS));
        assertEquals(1, received.get());
    }

    @Test
    void aDefectGivesTheTurnBack() {
        serve(number -> 200);
        HttpCall broken = Doors.get(url(), "identity", answer -> {
            throw new IllegalStateException();
        });
        assertEquals(
                HttpFailure.Kind.INTERNAL,
                failure(door.send(broken, Doors.ample())).kind());
        assertInstanceOf(HttpAnswer.class, send(door));
    }

    private HttpResult send(HttpDoor through) {
        return through.send(Doors.get(url(), "identity", RULE), Doors.ample());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    /** Answers request {@code number} (from 1) with a status, and counts how many are here at once. */
    private void serve(IntUnaryOperator statusOfNumber) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                try {
                    int status = statusOfNumber.applyAsInt(received.incrementAndGet());
                    return new MockResponse.Builder().code(status).build();
                } finally {
                    atOnce.decrementAndGet();
                }
            }
        });
    }

    private List<HttpResult> crowd(Callable<HttpResult> one) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CROWD);
        List<Future<HttpResult>> all = new ArrayList<>();
        for (int number = 0; number < CROWD; number++) {
            all.add(threads.submit(() -> {
                meet(start);
                return one.call();
            }));
        }
        List<HttpResult> results = new ArrayList<>();
        for (Future<HttpResult> each : all) {
            results.add(each.get(30, TimeUnit.SECONDS));
        }
        return results;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpFailure failure(HttpResult result) {
        return assertInstanceOf(HttpFailure.class, result, result::toString);
    }

    private static List<HttpFailure> failures(List<HttpResult> results, HttpFailure.Kind kind) {
        return results.stream()
                .filter(HttpFailure.class::isInstance)
                .map(HttpFailure.class::cast)
                .filter(failure -> failure.kind() == kind)
                .toList();
    }
}
