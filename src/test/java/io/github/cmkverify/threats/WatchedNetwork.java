package io.github.cmkverify.threats;

import io.github.cmkverify.http.DivertedSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import okhttp3.Dns;

/**
 * A network in which every name is known: one port leads to the simulated clouds, every other into a trap, where nothing
 * is heard. It knows who was looked up, and who was connected to.
 */
final class WatchedNetwork extends DivertedSockets implements Dns, AutoCloseable {
    private final int clouds;
    private final Socket trap = new Socket();
    private final Set<String> wanted = new ConcurrentSkipListSet<>();

    /** @param clouds the port of the simulated clouds, on this machine */
    WatchedNetwork(int clouds) throws IOException {
        this.clouds = clouds;
        trap.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // nobody else gets the port
    }

    /** Everyone but the simulated clouds who was looked up or connected to, as {@code host} or {@code host:port}. */
    Set<String> wanted() {
        return new TreeSet<>(wanted);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        if (!host.equals("127.0.0.1")) {
            wanted.add(host);
        }
        return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }

    @Override
    protected SocketAddress target(InetSocketAddress address) {
        if (address.getPort() == clouds) {
            return address;
        }
        wanted.add(address.getHostString() + ":" + address.getPort());
        return trap.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        trap.close();
    }
}
