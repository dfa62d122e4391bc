package io.github.cmkverify.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that knows {@code CONNECT} alone; whatever the host, it connects to the given port of this machine. */
public final class ForwardProxy implements AutoCloseable {
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final RawServer server;

    /**
     * @param targetPort where all tunnels lead
     * @param login the value of {@code Proxy-Authorization} that it wants; empty for none
     * @param status what it answers to a welcome {@code CONNECT}
     */
    public ForwardProxy(int targetPort, String login, int status) {
        this.server = new RawServer(socket -> {
            String head = RawServer.head(socket);
            heads.add(head);
            if (!login.isEmpty() && !head.contains("\r\nProxy-Authorization: " + login + "\r\n")) {
                RawServer.write(
                        socket,
                        "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
                socket.getInputStream().read();
                return;
            }
            RawServer.write(socket, "HTTP/1.1 " + status + " Whatever\r\n\r\n");
            if (status == 200) {
                tunnel(socket, targetPort);
            }
        });
    }

    private static void tunnel(Socket client, int targetPort) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
            Thread up = new Thread(() -> copy(client, target));
            up.setDaemon(true);
            up.start();
            copy(target, client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            return; // one end was closed, and now both are
        }
    }

    /** Its port on the loopback address. */
    public int port() {
        return server.port();
    }

    /** The requests that it saw, up to their empty lines. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
