package io.github.cmkverify.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** All hosts of one cell, over TLS: hands requests to the simulated clouds, and their answers back, one of them spoilt. */
final class SpoiltServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Rehearsal.Asked> asked = new CopyOnWriteArrayList<>();
    private final Set<Step> answeredWell = ConcurrentHashMap.newKeySet();
    private final Cell cell;
    private final SSLSocketFactory tls;
    private final int simulator;
    private final Consumer<List<String>> offered;

    /**
     * @param simulator port of the clouds
     * @param offered told the protocols that a client offers
     */
    SpoiltServer(Cell cell, SSLSocketFactory tls, int simulator, Consumer<List<String>> offered) throws IOException {
        this.cell = cell;
        this.tls = tls;
        this.simulator = simulator;
        this.offered = offered;
        Threads.start(this::accept);
    }

    SocketAddress address() {
        return listener.getLocalSocketAddress();
    }

    /** The requests that arrived. */
    List<Rehearsal.Asked> asked() {
        return List.copyOf(asked);
    }

    /** Whether a step was answered as a healthy service would have, at least once. */
    boolean answeredWell(Step step) {
        return answeredWell.contains(step);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Threads.start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket raw) {
        try (raw;
                SSLSocket socket = (SSLSocket) tls.createSocket(raw, null, raw.getPort(), true)) {
            socket.setUseClientMode(false);
            // Without a compiler that knows AES by heart, as in a short-lived JVM, this one is the fastest.
            socket.setEnabledCipherSuites(new String[] {"TLS_CHACHA20_POLY1305_SHA256"});
            socket.setHandshakeApplicationProtocolSelector((shaking, protocols) -> {
                offered.accept(protocols);
                return protocols.contains("h2") ? "h2" : protocols.contains("http/1.1") ? "http/1.1" : "";
            });
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!raw.isClosed()) {
                answer(raw, socket, Message.read(in));
            }
        } catch (IOException e) {
            Threads.gone(e);
        } finally {
            open.remove(raw);
        }
    }

    private void answer(Socket raw, SSLSocket socket, Message request) throws IOException {
        Step step = cell.talk().stepOf(request);
        asked.add(new Rehearsal.Asked(step, host(request)));
        Message good = forward(request);
        boolean each = cell.trouble().isBeforeTheRequest();
        Wire wire = new Wire(socket, raw, each ? good.header("Connection", "close") : good, step, end);
        boolean spoilt = !each && step.equals(cell.step()) && !(cell.once() && over.getAndSet(true));
        Trouble trouble = spoilt ? cell.trouble() : Trouble.NONE;
        if (trouble.meaning() == Trouble.Meaning.GOOD) {
            answeredWell.add(step);
        }
        trouble.answer(wire);
        if (each) {
            raw.close();
        }
    }

    private static String host(Message request) {
        return request.headers().stream()
                .filter(line -> line.regionMatches(true, 0, "Host:", 0, 5))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElse("");
    }

    private Message forward(Message request) throws IOException {
        try (Socket cloud = new Socket(InetAddress.getLoopbackAddress(), simulator)) {
            cloud.getOutputStream()
                    .write(request.header("X-Forwarded-Proto", "https").bytes());
            return Message.read(new BufferedInputStream(cloud.getInputStream()));
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
