package io.github.cmkverify.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;

/** Sockets that never leave the test. */
final class UnconnectedSockets extends DivertedSockets {
    @Override
    protected SocketAddress target(InetSocketAddress wanted) throws SocketException {
        throw new SocketException("Network is unreachable");
    }
}
