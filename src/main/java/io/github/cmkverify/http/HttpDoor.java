package io.github.cmkverify.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way out. Thread-safe; a call runs on the thread that sends it. Connects to nothing before the first call passed
 * the host check.
 */
public final class HttpDoor implements AutoCloseable {
    /** In the memory of the build: the first https request is being prepared, or was. */
    private static final String EXPECTED = "https expected";

    private final HttpSettings settings;
    private final HostCheck hosts;
    private final Closing closing = new Closing();
    private final Transport transport;
    private final Retries retries;
    /** Keys that stand together are mostly asked about at one place. */
    private volatile @Nullable Seen last;

    private record Seen(String url, HostRule rule, HostCheck.Checked checked) {}

    /** Builds a door; connects to nothing. */
    public HttpDoor(HttpSettings settings) {
        this(settings, Fittings.real());
    }

    HttpDoor(HttpSettings settings, Fittings fittings) {
        this.settings = settings;
        this.hosts = new HostCheck(settings.allowedHosts());
        TimedDns names = new TimedDns(fittings.names(), closing);
        this.transport = new Transport(settings, names, fittings.tuning());
        this.retries = new Retries(settings, fittings, new Exchange(settings, transport, names, closing), closing);
    }

    /**
     * Loads what the first request of a JVM will need, on the thread that calls, and asks nobody.
     *
     * @return whether all of it went as it should; nothing depends on it
     */
    public static boolean rehearse() {
        return Rehearsal.run();
    }

    /** Loads a part of that which {@link #rehearse} comes to later, on another thread. */
    public static void rehearseClient() {
        Rehearsal.client();
    }

    /**
     * Whether a URL may be asked, without asking it. One that may be asked over https will be, so what TLS needs is loaded
     * meanwhile, once a build.
     *
     * @return what is wrong with it (shows its host at most), or empty
     */
    public Optional<String> refusal(String url, HostRule rule) {
        HostCheck.Checked checked = check(url, rule);
        if (checked instanceof Target target
                && target.url().isHttps()
                && !settings.memory().containsKey(EXPECTED)
                && settings.memory().putIfAbsent(EXPECTED, true) == null) {
            transport.expectHttps();
        }
        return checked instanceof HostCheck.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private HostCheck.Checked check(String url, HostRule rule) {
        Seen seen = last;
        if (seen == null || !seen.url().equals(url) || !seen.rule().equals(rule)) {
            seen = new Seen(url, rule, hosts.check(url, rule));
            last = seen;
        }
        return seen.checked();
    }

    /**
     * Sends a call, again where its rule says so or the connection failed, up to four times, and returns within the
     * deadline. Throws nothing.
     *
     * <p>A proxy that refuses to tunnel is {@code NOT_REACHED}, and after a 407 not asked again. After {@link #close}, and
     * on a thread that is interrupted, the result is {@code OUT_OF_TIME}.
     */
    public HttpResult send(HttpCall call, Deadline deadline) {
        HostCheck.Checked checked = check(call.url(), call.hosts());
        if (checked instanceof Target target) {
            return retries.send(call, target, deadline);
        }
        HostCheck.Refused refused = (HostCheck.Refused) checked;
        return new HttpFailure(
                HttpFailure.Kind.HOST_NOT_ALLOWED,
                refused.reason(),
                new Trace(refused.endpoint(), 0, settings.clock().instant(), false));
    }

    /**
     * Ends all calls that are under way or wait for their turn, and frees connections. What stays are OkHttp's own daemon
     * threads, which all clients of a JVM share and which end by themselves after a minute.
     */
    @Override
    public void close() {
        closing.begin();
        transport.dropIdle();
    }
}
