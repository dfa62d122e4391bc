package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final Pauses pauses = new Pauses();
    private final HttpDoor door = new HttpDoor(
            new HttpSettings(
                    Doors.AMPLE, Set.of(), "cmk-test/1", Clock.fixed(NOW, ZoneOffset.UTC), new ConcurrentHashMap<>()),
            Doors.fittings(pauses, Dns.SYSTEM));

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        door.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void transientStatusesAreAskedFourTimesAndTheLastAnswerIsReturned(int status) {
        answer(status, "1");
        answer(status, "2");
        answer(status, "3");
        answer(status, "4");
        HttpAnswer last = answered(send());
        assertEquals(status, last.status());
        assertEquals("4", last.header("x-number"));
        assertEquals(4, last.trace().attempts());
        assertEquals(4, server.getRequestCount());
    }

    @Test
    void betweenAttemptsItBacksOff() {
        for (int number = 1; number <= 4; number++) {
            answer(503, "answer");
        }
        send();
        assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1)), pauses.taken());
    }

    @Test
    void theAnswerAfterAFaultIsTheAnswer() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(500, "2");
        answer(200, "3");
        HttpAnswer last = answered(send());
        assertEquals(200, last.status());
        assertEquals(3, last.trace().attempts());
    }

    @Test
    void theLastFailureIsReturnedWhenItCameLast() {
        for (int number = 1; number < 4; number++) {
            answer(500, "answer");
        }
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        HttpFailure failure = assertInstanceOf(HttpFailure.class, send());
        assertEquals(HttpFailure.Kind.NOT_REACHED, failure.kind());
        assertEquals(4, failure.trace().attempts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FINAL", "UNCLEAR", "REFUSED"})
    void whatTheRuleCallsFinalIsNotAskedAgainWhateverItsStatus(Disposition disposition) {
        answer(503, "1");
        HttpResult result = door.send(Doors.get(url(), answer -> disposition), Doors.ample());
        assertEquals(503, answered(result).status());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void whatTheRuleCallsTransientIsAskedAgainWhateverItsStatus() {
        answer(400, "1");
        answer(400, "2");
        HttpResult result = door.send(
                Doors.get(
                        url(), answer -> "1".equals(answer.header("X-Number")) ? Disposition.RETRY : Disposition.FINAL),
                Doors.ample());
        assertEquals(2, result.trace().attempts());
    }

    @Test
    void headersAreMadeAfreshForEachAttemptAtItsTime() throws Exception {
        AtomicInteger made = new AtomicInteger();
        answer(503, "1");
        answer(200, "2");
        door.send(Doors.with(url(), now -> Map.of("X-Signature", made.incrementAndGet() + "@" + now)), Doors.ample());
        assertEquals("1@" + NOW, server.takeRequest().getHeaders().get("X-Signature"));
        assertEquals("2@" + NOW, server.takeRequest().getHeaders().get("X-Signature"));
    }

    @Test
    void retryAfterZeroIsCountedLikeAnyOther() {
        for (int number = 1; number <= 4; number++) {
            retryAfter("0");
        }
        HttpAnswer last = answered(send());
        assertEquals(4, last.trace().attempts());
        assertEquals(4, server.getRequestCount());
        assertEquals("0", last.header("Retry-After"));
    }

    @Test
    void retryAfterIsTheLeastThatIsWaited() {
        retryAfter("7");
        retryAfter("Sun, 22 Nov 2026 10:00:30 GMT");
        answer(200, "3");
        assertEquals(200, answered(send()).status());
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(30)), pauses.taken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "Sun, 22 Nov 2026 09:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "soon",
                "",
                "1.5",
                "0x10",
                "Sun, 99 Nov 2026 09:00:00 GMT",
            })
    void aRetryAfterThatIsPastOrNonsenseLeavesTheBackOff(String value) {
        retryAfter(value);
        answer(200, "2");
        assertEquals(200, answered(send()).status());
        assertEquals(List.of(Duration.ofMillis(250)), pauses.taken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "61",
                "31536000",
                "99999999999",
                "9223372036854775807",
                "99999999999999999999999999999999",
                "Fri, 31 Dec 9999 23:59:59 GMT",
            })
    void aRetryAfterBeyondTheDeadlineReturnsTheAnswerAtOnce(String value) {
        retryAfter(value);
        HttpAnswer only = answered(send());
        assertEquals(503, only.status());
        assertEquals(value, only.header("Retry-After"));
        assertEquals(1, only.trace().attempts());
        assertTrue(pauses.taken().isEmpty());
    }

    @Test
    void aBackOffBeyondTheDeadlineReturnsTheLastFailureAtOnce() throws IOException {
        try (RawServer raw = new RawServer(RawServer::reset);
                HttpDoor impatient = new HttpDoor(
                        Doors.settings(Doors.AMPLE), new Fittings(() -> 1e6, pauses, Dns.SYSTEM, client -> client))) {
            HttpResult result = impatient.send(Doors.get(raw.url()), Doors.ample());
            assertEquals(HttpFailure.Kind.NOT_REACHED, ((HttpFailure) result).kind());
            assertEquals(1, raw.connections());
            assertTrue(pauses.taken().isEmpty());
        }
    }

    @Test
    void theBackOffDoublesUpToItsCapAndIsJitteredInFull() {
        HttpFailure failure =
                new HttpFailure(HttpFailure.Kind.NOT_REACHED, "", new Trace("https://kms.example", 1, NOW, false));
        Backoff most = new Backoff(() -> 1, Clock.systemUTC());
        assertEquals(
                List.of(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L),
                java.util.stream.IntStream.rangeClosed(1, 7)
                        .mapToObj(number -> most.after(number, failure).toMillis())
                        .toList());
        assertEquals(Duration.ZERO, new Backoff(() -> 0, Clock.systemUTC()).after(3, failure));
        assertEquals(
                500, new Backoff(() -> 0.5, Clock.systemUTC()).after(3, failure).toMillis());
    }

    @Test
    void anInterruptedThreadWaitsNoLongerAndStaysInterrupted() {
        retryAfter("30");
        HttpDoor patient = new HttpDoor(Doors.settings(Doors.AMPLE));
        HttpResult result = patient.send(
                Doors.get(url(), answer -> {
                    Thread.currentThread().interrupt();
                    return Disposition.RETRY;
                }),
                Doors.ample());
        assertTrue(Thread.interrupted());
        assertEquals(HttpFailure.Kind.OUT_OF_TIME, ((HttpFailure) result).kind());
        assertEquals(1, result.trace().attempts());
        patient.close();
    }

    private HttpResult send() {
        return door.send(Doors.get(url()), Doors.ample());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    private void answer(int status, String number) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("X-Number", number)
                .build());
    }

    private void retryAfter(String value) {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", value)
                .build());
    }

    private static HttpAnswer answered(HttpResult result) {
        return assertInstanceOf(HttpAnswer.class, result, result::toString);
    }
}
