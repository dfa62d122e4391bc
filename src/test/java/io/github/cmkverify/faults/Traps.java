package io.github.cmkverify.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Ports behind which no request can be sent; all cells share them. */
final class Traps implements AutoCloseable {
    private static final int FILL_MILLIS = 100;
    private static final int ENOUGH = 8;

    private final Map<Trouble, SocketAddress> addresses = new EnumMap<>(Trouble.class);
    private final List<Closeable> open = new ArrayList<>();

    Traps(Certificates certificates) throws IOException {
        // Bound, so that nobody else gets the port, and not listening.
        Socket bound = new Socket();
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        open.add(bound);
        addresses.put(Trouble.REFUSED, bound.getLocalSocketAddress());
        addresses.put(Trouble.SLOW_TO_CONNECT, full());
        listen(Trouble.TLS_EXPIRED, socket -> shake(socket, certificates.expired(Talk.HOSTS)));
        listen(Trouble.TLS_OTHER_HOST, socket -> shake(socket, certificates.of("other.example")));
        listen(Trouble.TLS_UNTRUSTED, socket -> shake(socket, certificates.selfSigned(Talk.HOSTS)));
        listen(Trouble.TLS_BROKEN_OFF, socket -> socket.getInputStream().read());
        listen(Trouble.TLS_SILENT, socket -> socket.getInputStream().readAllBytes());
        listen(Trouble.NOT_TLS, socket -> {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    SocketAddress address(Trouble trouble) {
        SocketAddress address = addresses.get(trouble);
        if (address == null) {
            throw new IllegalStateException("no trap for " + trouble);
        }
        return address;
    }

    /** A listener whose queue is full: the system answers no more knocks. */
    private SocketAddress full() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        open.add(listener);
        for (int i = 0; i < ENOUGH; i++) {
            Socket filler = new Socket();
            open.add(filler);
            try {
                filler.connect(listener.getLocalSocketAddress(), FILL_MILLIS);
            } catch (IOException e) {
                return listener.getLocalSocketAddress();
            }
        }
        return listener.getLocalSocketAddress();
    }

    /** What happens on a connection. */
    private interface Meeting {
        void meet(Socket socket) throws IOException;
    }

    private void listen(Trouble trouble, Meeting meeting) throws IOException {
        ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        open.add(listener);
        addresses.put(trouble, listener.getLocalSocketAddress());
        Threads.start(() -> {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    Threads.start(() -> met(socket, meeting));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
    }

    private static void met(Socket socket, Meeting meeting) {
        try (socket) {
            meeting.meet(socket);
        } catch (IOException e) {
            Threads.gone(e);
        }
    }

    private static void shake(Socket socket, SSLSocketFactory tls) throws IOException {
        try (SSLSocket secure = (SSLSocket) tls.createSocket(socket, null, socket.getPort(), true)) {
            secure.setUseClientMode(false);
            secure.startHandshake();
            secure.getInputStream().read();
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }
}
