package io.github.cmkverify.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * What a door is built with.
 *
 * @param requestTimeout for one attempt, from the look-up of the name to the last byte; more than zero
 * @param allowedHosts hosts allowed from outside of the project; {@code .example.com} or {@code *.example.com} allows
 *     all below; with {@code :port}, that port alone
 * @param userAgent sent with every request
 * @param clock the time that signatures carry
 * @param memory what the modules of a build share; JDK types only
 * @param proxies in order of preference; where there are none, the JVM's own choice holds
 */
public record HttpSettings(
        Duration requestTimeout,
        Set<String> allowedHosts,
        String userAgent,
        Clock clock,
        ConcurrentMap<String, Object> memory,
        List<HttpProxy> proxies) {
    public HttpSettings {
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("requestTimeout must be more than zero");
        }
        allowedHosts = Set.copyOf(allowedHosts);
        proxies = List.copyOf(proxies);
    }

    /** Settings that leave the choice of a proxy to the JVM. */
    public HttpSettings(
            Duration requestTimeout,
            Set<String> allowedHosts,
            String userAgent,
            Clock clock,
            ConcurrentMap<String, Object> memory) {
        this(requestTimeout, allowedHosts, userAgent, clock, memory, List.of());
    }

    /** The memory may hold tokens: it is not shown. */
    @Override
    public String toString() {
        return "HttpSettings[requestTimeout=" + requestTimeout + ", allowedHosts=" + allowedHosts + ", proxies="
                + proxies + "]";
    }
}
