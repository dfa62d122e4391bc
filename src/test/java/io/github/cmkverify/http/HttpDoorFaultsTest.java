package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDoorFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(150);

    private final MockWebServer server = new MockWebServer();
    private final HttpDoor door = Doors.hasty(Doors.AMPLE);

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
    void aRefusedPortIsNotReachedAfterFourAttempts() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertFailure(HttpFailure.Kind.NOT_REACHED, 4, send(door, "http://127.0.0.1:" + port + "/"));
    }

    @Test
    void anUnknownHostIsSaidSo() {
        try (HttpDoor nobody =
                new HttpDoor(Doors.allowing("kms.example"), Doors.fittings(new Pauses(), Doors.NOBODY))) {
            assertFailure(HttpFailure.Kind.HOST_UNKNOWN, 4, send(nobody, "https://kms.example/"));
        }
    }

    @Test
    void aResetBeforeTheAnswerIsNotReachedAndEachAttemptIsCounted() throws IOException {
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.reset(socket);
        })) {
            assertFailure(HttpFailure.Kind.NOT_REACHED, 4, send(door, raw.url()));
            assertEquals(4, raw.connections());
        }
    }

    @Test
    void aConnectionThatBrokeWhileIdleIsNotUsedForASilentSecondSending() throws IOException {
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            RawServer.head(socket);
            RawServer.reset(socket);
        })) {
            assertEquals(200, status(door.send(Doors.post(raw.url()), Doors.ample())));
            HttpResult second = door.send(Doors.post(raw.url()), Doors.ample());
            assertEquals(2, second.trace().attempts());
            assertEquals(2, raw.connections());
        }
    }

    /** As after a restart of a gateway: there are more dead connections than attempts. */
    @Test
    void connectionsThatDiedTogetherAreNotTriedOneByOne() throws Exception {
        int many = 8;
        CyclicBarrier together = new CyclicBarrier(many);
        AtomicInteger connections = new AtomicInteger();
        try (RawServer raw = new RawServer(socket -> {
            boolean dies = connections.incrementAndGet() <= many;
            RawServer.head(socket);
            if (dies) {
                meet(together);
            }
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            RawServer.head(socket);
            RawServer.reset(socket);
        })) {
            Thread[] askers = new Thread[many];
            for (int i = 0; i < many; i++) {
                askers[i] = new Thread(() -> assertEquals(200, status(send(door, raw.url()))));
                askers[i].start();
            }
            for (Thread asker : askers) {
                asker.join();
            }
            assertEquals(many, raw.connections());
            HttpResult next = send(door, raw.url());
            assertEquals(200, status(next));
            assertEquals(2, next.trace().attempts());
        }
    }

    private static void meet(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(Doors.AMPLE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"key_state\":\"2\"}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{\"key_state\":\"2\"}\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{\"key_state\":",
                "HTTP/1.1 200 OK\r\nContent-Le",
            })
    void anAnswerThatEndsBeforeItsLengthIsNoAnswer(String truncated) throws IOException {
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, truncated);
        })) {
            assertFailure(HttpFailure.Kind.NOT_REACHED, 4, send(door, raw.url()));
        }
    }

    @Test
    void aResetInTheBodyIsNoAnswer() throws IOException {
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"key_state\":\"2\"}");
            RawServer.reset(socket);
        })) {
            assertFailure(HttpFailure.Kind.NOT_REACHED, 4, send(door, raw.url()));
        }
    }

    @Test
    void whatIsNotHttpIsNoAnswerAndNotQuoted() throws IOException {
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "SSH-2.0-OpenSSH echo of " + Doors.SECRET + "\r\n\r\n");
        })) {
            assertFailure(HttpFailure.Kind.NOT_REACHED, 4, send(door, raw.url()));
        }
    }

    @Test
    void aSilentServerTimesOut() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer raw = new RawServer(socket -> hold(end));
                HttpDoor impatient = Doors.hasty(SHORT)) {
            assertFailure(HttpFailure.Kind.TIMED_OUT, 4, send(impatient, raw.url()));
            assertEquals(4, raw.connections());
        } finally {
            end.countDown();
        }
    }

    @Test
    void aTrickleTimesOutThoughEveryReadSucceeds() throws Exception {
        try (RawServer raw = new RawServer(socket -> {
                    RawServer.head(socket);
                    RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                    CountDownLatch never = new CountDownLatch(1);
                    while (!socket.isClosed()) {
                        RawServer.write(socket, " ");
                        hold(never, 20);
                    }
                });
                HttpDoor impatient = Doors.hasty(SHORT)) {
            assertFailure(HttpFailure.Kind.TIMED_OUT, 4, send(impatient, raw.url()));
        }
    }

    @Test
    void theDeadlineCutsAnAttemptAndLeavesNoOther() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer raw = new RawServer(socket -> hold(end))) {
            HttpResult result = door.send(Doors.get(raw.url()), Deadline.in(SHORT));
            assertFailure(HttpFailure.Kind.OUT_OF_TIME, 1, result);
        } finally {
            end.countDown();
        }
    }

    @Test
    void afterTheDeadlineNothingIsSent() {
        HttpResult result = door.send(Doors.get(url()), Deadline.in(Duration.ZERO));
        assertFailure(HttpFailure.Kind.OUT_OF_TIME, 0, result);
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aNameLookUpThatHangsIsCutByTheDeadline() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (HttpDoor hanging = new HttpDoor(Doors.allowing("kms.example"), Doors.fittings(new Pauses(), host -> {
            hold(end);
            return Doors.NOBODY.lookup(host);
        }))) {
            HttpResult result = hanging.send(Doors.get("https://kms.example/"), Deadline.in(SHORT));
            assertFailure(HttpFailure.Kind.OUT_OF_TIME, 1, result);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aBodyAtTheLimitIsReadAndOneByteMoreIsNot() {
        server.enqueue(body(" ".repeat(Exchange.BODY_LIMIT)));
        assertEquals(Exchange.BODY_LIMIT, ((HttpAnswer) send(door, url())).body().length);
        server.enqueue(body(" ".repeat(Exchange.BODY_LIMIT + 1)));
        assertFailure(HttpFailure.Kind.TOO_LARGE, 1, send(door, url()));
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        try (RawServer raw = new RawServer(socket -> {
            RawServer.head(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!socket.isClosed()) {
                RawServer.write(socket, chunk);
            }
        })) {
            assertFailure(HttpFailure.Kind.TOO_LARGE, 1, send(door, raw.url()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectsAreAnswersAndNeverFollowed(int status) throws IOException {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start(InetAddress.getLoopbackAddress(), 0);
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", elsewhere.url("/").toString())
                    .build());
            HttpAnswer answer = assertInstanceOf(HttpAnswer.class, send(door, url()));
            assertEquals(status, answer.status());
            assertEquals(elsewhere.url("/").toString(), answer.header("location"));
            assertEquals(0, elsewhere.getRequestCount());
            assertEquals(1, server.getRequestCount());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 304, 400, 401, 403, 404, 407, 408, 409, 421, 501})
    void otherStatusesAreAnswersAfterOneRequest(int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
                .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                .build());
        assertEquals(status, status(send(door, url())));
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void anEncodedBodyIsNeitherAskedForNorDecoded() throws Exception {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0};
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip))
                .build());
        HttpAnswer answer = assertInstanceOf(HttpAnswer.class, send(door, url()));
        assertArrayEquals(gzip, answer.body());
        RecordedRequest request = server.takeRequest();
        assertEquals("identity", request.getHeaders().get("Accept-Encoding"));
        assertEquals("cmk-test/1", request.getHeaders().get("User-Agent"));
    }

    @Test
    void headersAndBodyArriveAsTheyAreAndNothingIsAddedToThem() throws Exception {
        server.enqueue(body("{}"));
        door.send(Doors.post(url()), Doors.ample());
        RecordedRequest request = server.takeRequest();
        assertEquals(Doors.SECRET, request.getHeaders().get("X-Auth-Token"));
        assertNull(request.getHeaders().get("Content-Type"));
        assertNull(request.getHeaders().get("Cookie"));
        assertEquals(
                Doors.SECRET,
                String.valueOf(
                        request.getBody() == null ? "" : request.getBody().utf8()));
    }

    @Test
    void aPostWithoutABodyIsSentWithLengthZero() throws Exception {
        server.enqueue(body("{}"));
        door.send(
                new HttpCall("POST", url(), Doors.LOOPBACK, now -> Map.of(), new byte[0], null, ReplyRule.byStatus()),
                Doors.ample());
        assertEquals("0", server.takeRequest().getHeaders().get("Content-Length"));
    }

    @Test
    void theFirstValueOfAHeaderCounts() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("X-Request-Id", "first")
                .addHeader("X-REQUEST-ID", "second")
                .build());
        HttpAnswer answer = assertInstanceOf(HttpAnswer.class, send(door, url()));
        assertEquals("first", answer.header("x-request-ID"));
        assertEquals("first", answer.headers().get("x-request-id"));
    }

    @Test
    void aHeaderMayHoldAllOfPrintableAscii() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(200).build());
        String value = "!\" #\t|}~";
        assertInstanceOf(
                HttpAnswer.class, door.send(Doors.with(url(), now -> Map.of("X-Auth-Token", value)), Doors.ample()));
        assertEquals(value, server.takeRequest().getHeaders().get("X-Auth-Token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Doors.SECRET + "\nX: y", "\u00e4" + Doors.SECRET, Doors.SECRET + "\u0000", "\u007f"})
    void aHeaderThatCannotBeSentIsNamedAndItsValueIsNot(String value) {
        HttpResult result = door.send(Doors.with(url(), now -> Map.of("X-Auth-Token", value)), Doors.ample());
        HttpFailure failure = assertFailure(HttpFailure.Kind.UNSENDABLE, 0, result);
        assertEquals("X-Auth-Token", failure.detail());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aDefectInTheHeadersIsInternalAndItsMessageIsNotShown() {
        HttpResult result = door.send(
                Doors.with(url(), now -> {
                    throw new IllegalStateException(Doors.SECRET);
                }),
                Doors.ample());
        HttpFailure failure = assertFailure(HttpFailure.Kind.INTERNAL, 1, result);
        assertEquals("java.lang.IllegalStateException", failure.detail());
    }

    @Test
    void aMalformedHeaderNameIsInternalAndItsValueIsNotShown() {
        HttpResult result = door.send(Doors.with(url(), now -> Map.of("X Auth", Doors.SECRET)), Doors.ample());
        assertFailure(HttpFailure.Kind.INTERNAL, 1, result);
    }

    @Test
    void aRuleThatFailsIsInternalAndNotAnAnswer() {
        server.enqueue(body("{}"));
        HttpResult result = door.send(
                Doors.get(url(), answer -> {
                    throw new IllegalStateException(Doors.SECRET);
                }),
                Doors.ample());
        assertFailure(HttpFailure.Kind.INTERNAL, 1, result);
    }

    @Test
    void nothingThatIsPrintedHoldsASecret() {
        server.enqueue(body(Doors.SECRET));
        HttpCall call = Doors.post(url());
        assertFalse(call.toString().contains(Doors.SECRET));
        HttpResult answer = door.send(call, Doors.ample());
        assertFalse(answer.toString().contains(Doors.SECRET));
        assertFalse(answer.trace().toString().contains(Doors.SECRET));
        HttpSettings settings = Doors.settings(SHORT);
        settings.memory().put("token", Doors.SECRET);
        assertFalse(settings.toString().contains(Doors.SECRET));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(text).build();
    }

    private static HttpResult send(HttpDoor door, String url) {
        return door.send(Doors.get(url), Doors.ample());
    }

    private static int status(HttpResult result) {
        return assertInstanceOf(HttpAnswer.class, result, result::toString).status();
    }

    private static HttpFailure assertFailure(HttpFailure.Kind kind, int attempts, HttpResult result) {
        HttpFailure failure = assertInstanceOf(HttpFailure.class, result, result::toString);
        assertEquals(kind, failure.kind(), failure.detail());
        assertEquals(attempts, failure.trace().attempts());
        assertFalse(failure.toString().contains(Doors.SECRET), failure.toString());
        assertTrue(failure.detail().getBytes(StandardCharsets.UTF_8).length <= 300);
        return failure;
    }

    private static void hold(CountDownLatch until) {
        hold(until, Doors.AMPLE.toMillis());
    }

    private static void hold(CountDownLatch until, long milliseconds) {
        try {
            until.await(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
