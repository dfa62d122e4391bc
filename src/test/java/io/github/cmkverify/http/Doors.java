package io.github.cmkverify.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Doors and calls for tests. Every call carries {@link #SECRET} in its header, its query and its body. */
final class Doors {
    static final String SECRET = "s3cr3t-value";

    /** Longer than any test. */
    static final Duration AMPLE = Duration.ofMinutes(1);

    static final HostRule LOOPBACK = new HostRule(Set.of(), Set.of(), true);

    /** Every name is this machine. */
    static final Dns ALL_HERE = host -> List.of(InetAddress.getLoopbackAddress());

    /** No name is known. */
    static final Dns NOBODY = host -> {
        throw new UnknownHostException(host);
    };

    private Doors() {}

    static HttpSettings settings(Duration requestTimeout) {
        return settings(requestTimeout, new ConcurrentHashMap<>(), List.of());
    }

    static HttpSettings settings(
            Duration requestTimeout, ConcurrentMap<String, Object> memory, List<HttpProxy> proxies) {
        return new HttpSettings(requestTimeout, Set.of(), "cmk-test/1", Clock.systemUTC(), memory, proxies);
    }

    static HttpSettings allowing(String... hosts) {
        return new HttpSettings(AMPLE, Set.of(hosts), "cmk-test/1", Clock.systemUTC(), new ConcurrentHashMap<>());
    }

    /** A door that never really waits between attempts. */
    static HttpDoor hasty(Duration requestTimeout) {
        return new HttpDoor(settings(requestTimeout), fittings(new Pauses(), Dns.SYSTEM));
    }

    static HttpDoor hasty(ConcurrentMap<String, Object> memory) {
        return new HttpDoor(settings(AMPLE, memory, List.of()), fittings(new Pauses(), Dns.SYSTEM));
    }

    static Fittings fittings(Fittings.Pause pause, Dns names) {
        return fittings(pause, names, UnaryOperator.identity());
    }

    static Fittings fittings(Fittings.Pause pause, Dns names, UnaryOperator<OkHttpClient.Builder> tuning) {
        return pause instanceof Pauses pauses
                ? new Fittings(() -> 1.0, pauses, names, tuning, pauses::ticks)
                : new Fittings(() -> 1.0, pause, names, tuning);
    }

    static HttpCall get(String url) {
        return get(url, LOOPBACK);
    }

    static HttpCall get(String url, HostRule hosts) {
        return call(url, hosts, null, ReplyRule.byStatus());
    }

    static HttpCall get(String url, ReplyRule rule) {
        return call(url, LOOPBACK, null, rule);
    }

    static HttpCall get(String url, String identity, ReplyRule rule) {
        return call(url, LOOPBACK, identity, rule);
    }

    private static HttpCall call(String url, HostRule hosts, @Nullable String identity, ReplyRule rule) {
        String query = url.contains("?") ? "" : "?token=" + SECRET;
        return new HttpCall("GET", url + query, hosts, now -> headers(), new byte[0], identity, rule);
    }

    static HttpCall post(String url) {
        byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
        return new HttpCall("POST", url, LOOPBACK, now -> headers(), body, null, ReplyRule.byStatus());
    }

    static HttpCall with(String url, HeaderSource headers) {
        return new HttpCall("GET", url, LOOPBACK, headers, new byte[0], null, ReplyRule.byStatus());
    }

    static Map<String, String> headers() {
        return Map.of("X-Auth-Token", SECRET, "Authorization", SECRET);
    }

    static Deadline ample() {
        return Deadline.in(AMPLE);
    }
}
