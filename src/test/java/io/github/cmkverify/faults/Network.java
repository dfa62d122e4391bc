package io.github.cmkverify.faults;

import io.github.cmkverify.http.DivertedSockets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;

/**
 * The network of one cell: the public hosts of the clouds, all of them at the cell's own server, or in a trap. Where the
 * trouble is before the request, every request has a connection of its own, so that they can be told apart by counting.
 */
final class Network extends DivertedSockets implements Dns {
    private final Cell cell;
    private final Rehearsal.Place place;
    private final SocketAddress server;
    private final Traps traps;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Network(Cell cell, Rehearsal.Place place, SocketAddress server, Traps traps) {
        this.cell = cell;
        this.place = place;
        this.server = server;
        this.traps = traps;
    }

    int connections() {
        return connections.get();
    }

    private boolean isTroubled(String host) {
        return cell.trouble().isBeforeTheRequest()
                && host.equals(place.host())
                && connections.get() >= place.connection()
                && !(cell.once() && over.get());
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        boolean byName = cell.trouble() == Trouble.NAME_UNKNOWN || cell.trouble() == Trouble.NAME_LOOK_UP_HANGS;
        if (byName && isTroubled(host)) {
            over.set(true);
            if (cell.trouble() == Trouble.NAME_LOOK_UP_HANGS) {
                sleep();
            }
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }

    private static void sleep() throws UnknownHostException {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }

    @Override
    protected SocketAddress target(InetSocketAddress wanted) {
        boolean trapped = isTroubled(wanted.getHostString());
        connections.incrementAndGet();
        if (trapped) {
            over.set(true);
        }
        return trapped ? traps.address(cell.trouble()) : server;
    }
}
