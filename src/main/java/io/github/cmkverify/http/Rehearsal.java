package io.github.cmkverify.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/**
 * A first request that nobody hears, through a door of its own and over a socket that is connected to nothing. It makes
 * the JVM load what the first real request needs, which takes longer than a cloud takes to answer it.
 */
final class Rehearsal {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String ANSWER = """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 16\r
            Connection: close\r
            \r
            {"text":["",1]}
            """;

    private Rehearsal() {}

    /** Begins a client, for which OkHttp loads all security providers of the JVM. */
    static OkHttpClient.Builder client() {
        return new OkHttpClient.Builder();
    }

    /** Sends it, and reads the answer; says whether all of it went as it should. */
    static boolean run() {
        HttpSettings settings = new HttpSettings(
                LONGEST, Set.of(), "rehearsal", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new ConcurrentHashMap<>());
        Fittings real = Fittings.real();
        Fittings deaf = new Fittings(real.random(), real.pause(), real.names(), new Deaf());
        try (HttpDoor door = new HttpDoor(settings, deaf)) {
            HttpResult result = door.send(
                    new HttpCall(
                            "POST",
                            "http://127.0.0.1/",
                            new HostRule(Set.of(), Set.of(), true),
                            HeaderSource.always(Map.of("Content-Type", "application/json")),
                            new byte[] {'{', '}'},
                            null,
                            ReplyRule.byStatus()),
                    Deadline.in(LONGEST));
            return result instanceof HttpAnswer answer
                    && Json.read(answer.body()).path("text").isArray();
        } catch (StrangeJsonException e) {
            return false;
        }
    }

    private static final class Deaf extends SocketFactory implements UnaryOperator<OkHttpClient.Builder> {
        @Override
        public OkHttpClient.Builder apply(OkHttpClient.Builder client) {
            return client.proxy(Proxy.NO_PROXY).socketFactory(this);
        }

        @Override
        public Socket createSocket() {
            return new DeafSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return createSocket();
        }
    }

    private static final class DeafSocket extends Socket {
        private final InputStream answer = new ByteArrayInputStream(ANSWER.getBytes(StandardCharsets.US_ASCII));

        @Override
        public void connect(SocketAddress address, int timeout) {
            // connected to nothing
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}
