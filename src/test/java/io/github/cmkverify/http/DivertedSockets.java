package io.github.cmkverify.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect to where a test wants them to. */
public abstract class DivertedSockets extends SocketFactory {
    /**
     * Where to connect to instead.
     *
     * @throws IOException for a connection that fails
     */
    protected abstract SocketAddress target(InetSocketAddress wanted) throws IOException;

    @Override
    public final Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                super.connect(target((InetSocketAddress) endpoint), timeout);
            }
        };
    }

    @Override
    public final Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
