package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpDoorTlsTest {
    private static final TestCertificates CERTIFICATES = new TestCertificates("kms.cloud.example");
    private static final HostRule CLOUD = new HostRule(Set.of("cloud.example"), Set.of(), false);

    @Test
    void aTrustedServerIsAsked() throws IOException {
        try (MockWebServer server = server();
                HttpDoor door = door(CERTIFICATES::trust)) {
            HttpAnswer answer = assertInstanceOf(HttpAnswer.class, ask(door, "kms.cloud.example", server.getPort()));
            assertEquals(200, answer.status());
            assertFalse(answer.trace().endpointOverridden());
        }
    }

    @Test
    void anUntrustedServerIsATlsFailureAndNotAskedAgain() throws IOException {
        try (MockWebServer server = server();
                HttpDoor door = door(client -> client)) {
            assertFailure(HttpFailure.Kind.TLS_FAILED, 1, ask(door, "kms.cloud.example", server.getPort()));
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void aCertificateForAnotherHostIsATlsFailureAndNotAskedAgain() throws IOException {
        try (MockWebServer server = server();
                HttpDoor door = door(CERTIFICATES::trust)) {
            assertFailure(HttpFailure.Kind.TLS_FAILED, 1, ask(door, "other.cloud.example", server.getPort()));
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void aHandshakeThatIsBrokenOffIsTriedAgain() throws IOException {
        try (RawServer server = new RawServer(socket -> socket.getInputStream().read());
                HttpDoor door = door(CERTIFICATES::trust)) {
            assertFailure(HttpFailure.Kind.NOT_REACHED, 4, ask(door, "kms.cloud.example", server.port()));
            assertEquals(4, server.connections());
        }
    }

    @Test
    void aServerWithoutTlsIsATlsFailure() throws IOException {
        try (RawServer server = new RawServer(socket -> {
                    socket.getInputStream().read();
                    RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                });
                HttpDoor door = door(CERTIFICATES::trust)) {
            assertFailure(HttpFailure.Kind.TLS_FAILED, 1, ask(door, "kms.cloud.example", server.port()));
        }
    }

    @Test
    void suitesWithoutForwardSecrecyAreNotOffered() throws Exception {
        assertEquals(1, handshakes("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
        assertEquals(0, handshakes("TLS_RSA_WITH_AES_128_GCM_SHA256"));
    }

    /** How many handshakes succeed with a server that has this suite alone. */
    private static int handshakes(String suite) throws Exception {
        AtomicInteger done = new AtomicInteger();
        try (SSLServerSocket listener = (SSLServerSocket) CERTIFICATES
                        .server()
                        .sslContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpDoor door = door(CERTIFICATES::trust)) {
            listener.setEnabledProtocols(new String[] {"TLSv1.2"});
            listener.setEnabledCipherSuites(new String[] {suite});
            Thread server = new Thread(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                    socket.startHandshake();
                    done.incrementAndGet();
                    RawServer.head(socket);
                    RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                } catch (IOException e) {
                    assertFalse(e.getMessage() == null);
                }
            });
            server.start();
            HttpResult result = ask(door, "kms.cloud.example", listener.getLocalPort());
            assertEquals(1, result.trace().attempts());
            server.join();
        }
        return done.get();
    }

    private static MockWebServer server() throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(CERTIFICATES.server().sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        server.enqueue(new MockResponse.Builder().body("{}").build());
        return server;
    }

    private static HttpDoor door(java.util.function.UnaryOperator<OkHttpClient.Builder> trust) {
        return new HttpDoor(Doors.allowing(), Doors.fittings(new Pauses(), Doors.ALL_HERE, trust));
    }

    private static HttpResult ask(HttpDoor door, String host, int port) {
        return door.send(Doors.get("https://" + host + ":" + port + "/", CLOUD), Doors.ample());
    }

    private static void assertFailure(HttpFailure.Kind kind, int attempts, HttpResult result) {
        HttpFailure failure = assertInstanceOf(HttpFailure.class, result, result::toString);
        assertEquals(kind, failure.kind(), failure.detail());
        assertEquals(attempts, failure.trace().attempts());
    }
}
