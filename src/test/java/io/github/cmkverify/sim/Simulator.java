package io.github.cmkverify.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The simulated clouds on one loopback port. Faults are set for requests whose path or body holds a text. */
public final class Simulator implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final List<SimulatedCloud> clouds;
    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();

    /** Starts on a free port. */
    public Simulator(SimulatedCloud... clouds) {
        this(0, clouds);
    }

    /** Starts on a port. */
    public Simulator(int port, SimulatedCloud... clouds) {
        this(port, null, clouds);
    }

    /** Starts on a free port, speaking TLS. */
    public Simulator(SSLSocketFactory tls, SimulatedCloud... clouds) {
        this(0, tls, clouds);
    }

    private Simulator(int port, @Nullable SSLSocketFactory tls, SimulatedCloud... clouds) {
        this.clouds = List.of(clouds);
        if (tls != null) {
            server.useHttps(tls);
        }
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                received.add(request);
                return Simulator.this.dispatch(request);
            }
        });
        try {
            server.setServerSocketFactory(new PromptSockets());
            server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse dispatch(RecordedRequest request) {
        Fault fault = faultOf(request);
        for (SimulatedCloud cloud : clouds) {
            MockResponse answer = cloud.answer(request);
            if (answer != null) {
                return fault.spoil(answer);
            }
        }
        return fault.spoil(
                new MockResponse.Builder().code(404).body("nothing here").build());
    }

    private Fault faultOf(RecordedRequest request) {
        String text = line(request) + "\n"
                + (request.getBody() == null ? "" : request.getBody().utf8());
        for (Map.Entry<String, Deque<Fault>> entry : faults.entrySet()) {
            if (text.contains(entry.getKey())) {
                Deque<Fault> queue = entry.getValue();
                synchronized (queue) {
                    return queue.size() > 1 ? queue.pop() : queue.peek();
                }
            }
        }
        return Fault.NONE;
    }

    /**
     * Spoils the answers to requests whose request line or body holds {@code text}: the faults in turn, the last one for
     * ever ({@link Fault#NONE} as the last one ends the trouble).
     */
    public Simulator spoil(String text, Fault... inTurn) {
        faults.put(text, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** {@code http://127.0.0.1:port}, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** The port. */
    public int port() {
        return server.getPort();
    }

    /** All requests so far. */
    public List<RecordedRequest> received() {
        return List.copyOf(received);
    }

    /** All requests so far, as {@code POST /path}. */
    public List<String> requests() {
        return received.stream().map(Simulator::line).toList();
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getTarget();
    }

    @Override
    public void close() {
        server.close();
    }
}
