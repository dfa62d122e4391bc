package io.github.cmkverify.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Name look-up that ends in time, and that lets {@code localhost} be this machine alone.
 *
 * <p>The system's look-up can neither be cancelled nor given a limit, so it runs on a daemon thread of its own. OkHttp
 * looks names up on the thread that executes the call; that is how the limit of a call is found.
 */
final class TimedDns implements Dns {
    private final Dns system;
    private final Closing closing;
    private final Map<Thread, Deadline> limits = new ConcurrentHashMap<>();

    TimedDns(Dns system, Closing closing) {
        this.system = system;
        this.closing = closing;
    }

    /** The look-up took longer than the call may. */
    static final class TooSlowException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        TooSlowException(String host) {
            super(host);
        }
    }

    /** Sets the limit for calls that this thread executes; {@link #noLimit} follows. */
    void limit(Deadline limit) {
        limits.put(Thread.currentThread(), limit);
    }

    void noLimit() {
        limits.remove(Thread.currentThread());
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        Deadline limit = limits.get(Thread.currentThread());
        if (limit == null) {
            throw new IllegalStateException("a look-up without a limit");
        }
        FutureTask<List<InetAddress>> task = new FutureTask<>(() -> system.lookup(host));
        Thread thread = new Thread(task, "cmk name look-up");
        thread.setDaemon(true);
        thread.start();
        Runnable cut = () -> task.cancel(true);
        closing.whenBegun(cut);
        try {
            return checked(host, task.get(limit.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            throw because(new TooSlowException(host), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw because(new TooSlowException(host), e);
        } catch (ExecutionException | CancellationException e) {
            throw because(new UnknownHostException(host), e);
        } finally {
            closing.over(cut);
        }
    }

    private static UnknownHostException because(UnknownHostException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    private static List<InetAddress> checked(String host, List<InetAddress> addresses) throws UnknownHostException {
        for (InetAddress address : addresses) {
            if (host.equals(Loopback.NAME) && !address.isLoopbackAddress()) {
                throw new UnknownHostException(host + " is not this machine");
            }
        }
        return addresses;
    }
}
