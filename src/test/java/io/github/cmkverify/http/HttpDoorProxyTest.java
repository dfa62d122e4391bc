package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDoorProxyTest {
    private static final TestCertificates CERTIFICATES = new TestCertificates("kms.cloud.example");
    private static final HostRule CLOUD = new HostRule(Set.of("cloud.example"), Set.of(), true);
    private static final String PASSWORD = "pr0xy-password";
    private static final String LOGIN = Credentials.basic("user", PASSWORD);

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.useHttps(CERTIFICATES.server().sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        server.enqueue(new MockResponse.Builder().body("{}").build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void httpsGoesThroughTheProxyWhichSeesNoHeaderOfOurs() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), "", 200);
                HttpDoor door = door(proxy("http", proxy.port(), "", ""))) {
            assertEquals(200, assertInstanceOf(HttpAnswer.class, ask(door)).status());
            String head = proxy.heads().get(0);
            assertTrue(head.startsWith("CONNECT kms.cloud.example:443 HTTP/1.1\r\n"), head);
            assertFalse(head.contains(Doors.SECRET), head);
            assertEquals(1, proxy.heads().size());
        }
    }

    @Test
    void theMetadataAddressIsNeverAskedThroughAProxy() {
        ProxyChoice choice = new ProxyChoice(List.of(proxy("http", 9, "", "")));

        assertEquals(List.of(Proxy.NO_PROXY), choice.select(URI.create("http://169.254.169.254/")));
        assertFalse(choice.select(URI.create("http://169.254.169.253/")).contains(Proxy.NO_PROXY));
    }

    @Test
    void theLoginGoesWithTheFirstConnectAndNotToTheServer() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), LOGIN, 200);
                HttpDoor door = door(proxy("https", proxy.port(), "user", ""))) {
            assertEquals(200, assertInstanceOf(HttpAnswer.class, ask(door)).status());
            assertEquals(1, proxy.heads().size());
            assertNull(server.takeRequest().getHeaders().get("Proxy-Authorization"));
        }
    }

    @Test
    void aRefusedLoginIsNotReachedAndSentOnce() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), Credentials.basic("user", "other"), 200);
                HttpDoor door = door(proxy("http", proxy.port(), "user", ""))) {
            HttpFailure failure = assertInstanceOf(HttpFailure.class, ask(door));
            assertEquals(HttpFailure.Kind.NOT_REACHED, failure.kind());
            assertEquals("407 from proxy 127.0.0.1:" + proxy.port(), failure.detail());
            assertEquals(1, failure.trace().attempts());
            assertEquals(1, proxy.heads().size());
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void aProxyThatWantsALoginWeLackIsNotReachedAndAskedOnce() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), LOGIN, 200);
                HttpDoor door = door(proxy("http", proxy.port(), "", ""))) {
            HttpFailure failure = assertInstanceOf(HttpFailure.class, ask(door));
            assertEquals(HttpFailure.Kind.NOT_REACHED, failure.kind());
            assertEquals(1, proxy.heads().size());
        }
    }

    @Test
    void aProxyThatCannotConnectIsNotReachedAndNoAnswerOfTheProvider() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), "", 503);
                HttpDoor door = door(proxy("http", proxy.port(), "", ""))) {
            HttpFailure failure = assertInstanceOf(HttpFailure.class, ask(door));
            assertEquals(HttpFailure.Kind.NOT_REACHED, failure.kind());
            assertEquals("503 from the proxy", failure.detail());
            assertEquals(4, proxy.heads().size());
        }
    }

    @Test
    void a407FromBehindTheTunnelIsAnAnswerAndGetsNoLogin() throws Exception {
        server.close();
        try (MockWebServer refusing = new MockWebServer()) {
            refusing.useHttps(CERTIFICATES.server().sslSocketFactory());
            refusing.start(InetAddress.getLoopbackAddress(), 0);
            refusing.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                    .build());
            try (ForwardProxy proxy = new ForwardProxy(refusing.getPort(), LOGIN, 200);
                    HttpDoor door = door(proxy("http", proxy.port(), "user", ""))) {
                assertEquals(407, assertInstanceOf(HttpAnswer.class, ask(door)).status());
                assertEquals(1, refusing.getRequestCount());
                assertNull(refusing.takeRequest().getHeaders().get("Proxy-Authorization"));
            }
        }
    }

    @Test
    void loopbackIsNeverAskedThroughAProxy() throws Exception {
        try (MockWebServer plain = new MockWebServer();
                ForwardProxy proxy = new ForwardProxy(server.getPort(), "", 200);
                HttpDoor door = door(proxy("http", proxy.port(), "", ""))) {
            plain.start(InetAddress.getLoopbackAddress(), 0);
            plain.enqueue(new MockResponse.Builder().build());
            HttpResult result = door.send(Doors.get("http://127.0.0.1:" + plain.getPort() + "/"), Doors.ample());
            assertInstanceOf(HttpAnswer.class, result, result::toString);
            assertEquals(List.of(), proxy.heads());
        }
    }

    @Test
    void withoutProxiesInTheSettingsTheJvmChoosesAndLearnsTheHostAlone() throws IOException {
        ProxySelector jvms = ProxySelector.getDefault();
        try (ForwardProxy proxy = new ForwardProxy(server.getPort(), "", 200);
                HttpDoor door = door()) {
            Recorder recorder = new Recorder(proxy.port());
            ProxySelector.setDefault(recorder);
            assertInstanceOf(HttpAnswer.class, ask(door));
            assertEquals(List.of(URI.create("https://kms.cloud.example/")), recorder.asked);
            assertEquals(1, proxy.heads().size());
        } finally {
            ProxySelector.setDefault(jvms);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kms.cloud.example, true",
        "KMS.cloud.example, true",
        "*.example, true",
        "kms.*, true",
        "*, true",
        "localhost|*.cloud.example|x, true",
        "'localhost, *.cloud.example', true",
        "cloud.example, false",
        "*.cloud.example.org, false",
        "kms-cloud.example, false",
        "'', false",
    })
    void nonProxyHostsAreAskedDirectly(String patterns, boolean direct) {
        ProxyChoice choice = new ProxyChoice(List.of(proxy("https", 1, "", patterns)));
        assertEquals(
                direct, choice.select(URI.create("https://kms.cloud.example/")).equals(List.of(Proxy.NO_PROXY)));
    }

    @Test
    void httpsTakesTheFirstProxyForHttpsAndElseTheFirstForHttp() {
        HttpProxy plain = proxy("http", 1, "", "");
        HttpProxy secure = proxy("HTTPS", 2, "", "");
        URI uri = URI.create("https://kms.cloud.example/");
        assertEquals(2, port(new ProxyChoice(List.of(plain, secure, proxy("https", 3, "", ""))).select(uri)));
        assertEquals(1, port(new ProxyChoice(List.of(plain)).select(uri)));
    }

    @Test
    void aHostThatTheProxyForHttpsDoesNotServeIsAskedDirectlyAndNotThroughTheOneForHttp() {
        ProxyChoice choice =
                new ProxyChoice(List.of(proxy("http", 1, "", ""), proxy("https", 2, "", "direct.example")));
        assertEquals(List.of(Proxy.NO_PROXY), choice.select(URI.create("https://direct.example/")));
    }

    @Test
    void aProxyIsShownWithoutItsLogin() {
        HttpProxy proxy = proxy("https", 3128, "user", "");
        assertEquals("https proxy 127.0.0.1:3128", proxy.toString());
        assertFalse(Doors.settings(Duration.ofSeconds(1), new ConcurrentHashMap<>(), List.of(proxy))
                .toString()
                .contains(PASSWORD));
    }

    private static int port(List<Proxy> chosen) {
        return ((InetSocketAddress) chosen.get(0).address()).getPort();
    }

    private static HttpProxy proxy(String protocol, int port, String username, String nonProxyHosts) {
        return new HttpProxy(protocol, "127.0.0.1", port, username, () -> PASSWORD, nonProxyHosts);
    }

    /** Knows no host by itself: what is answered went through a proxy. */
    private static HttpDoor door(HttpProxy... proxies) {
        return new HttpDoor(
                Doors.settings(Doors.AMPLE, new ConcurrentHashMap<>(), List.of(proxies)),
                Doors.fittings(new Pauses(), Doors.NOBODY, CERTIFICATES::trust));
    }

    private static HttpResult ask(HttpDoor door) {
        return door.send(Doors.get("https://kms.cloud.example/", CLOUD), Doors.ample());
    }

    private static final class Recorder extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();
        private final int port;

        Recorder(int port) {
            this.port = port;
        }

        @Override
        public List<Proxy> select(URI uri) {
            if (uri.getScheme().equals("socket")) { // every plain socket of the JVM asks, too
                return List.of(Proxy.NO_PROXY);
            }
            asked.add(uri);
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }

        @Override
        public void connectFailed(URI uri, java.net.SocketAddress address, IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
