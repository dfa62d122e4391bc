package io.github.cmkverify.http;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A service with a quota that all builds share, in simulated time. Counts what it was asked. */
final class FleetService {
    static final long SECOND = 1_000_000_000L;
    private static final long LATENCY = 20_000_000L;

    /**
     * What the service is like.
     *
     * @param quota requests a second, the second before spent at once at most
     * @param others requests a second that are not the builds'
     * @param throttles the status that throttles
     * @param outageFrom second from which it answers 503
     * @param outageTo second from which it answers again
     * @param faulty part of the requests that are answered with 503 at any time
     */
    record Nature(double quota, double others, int throttles, double outageFrom, double outageTo, double faulty) {
        static Nature quota(double quota, double others, int throttles) {
            return new Nature(quota, others, throttles, 0, 0, 0);
        }

        Nature outage(double from, double to) {
            return new Nature(quota, others, throttles, from, to, faulty);
        }

        Nature faulty(double part) {
            return new Nature(quota, others, throttles, outageFrom, outageTo, part);
        }
    }

    private final Nature nature;
    private final Random random;
    private final Map<Long, Integer> inSecond = new TreeMap<>();
    private double tokens;
    private long at;
    private int requests;
    private int throttled;

    FleetService(Nature nature, Random random) {
        this.nature = nature;
        this.random = random;
        this.tokens = nature.quota();
    }

    /** The status of a request that comes at a time; times never run backwards. */
    int answer(long now) {
        refill(now);
        requests++;
        inSecond.merge(now / SECOND, 1, Integer::sum);
        double second = now / (double) SECOND;
        if ((second >= nature.outageFrom() && second < nature.outageTo()) || random.nextDouble() < nature.faulty()) {
            return 503;
        }
        if (tokens < 1) {
            throttled++;
            return nature.throttles();
        }
        tokens--;
        return 200;
    }

    /** The others ask evenly, and come first. */
    private void refill(long now) {
        double seconds = (now - at) / (double) SECOND;
        at = now;
        double asked = seconds * nature.others();
        tokens += seconds * nature.quota();
        double given = Math.min(asked, tokens);
        tokens = Math.min(nature.quota(), tokens - given);
    }

    long latency() {
        return LATENCY + (long) (LATENCY / 4.0 * -Math.log(1 - random.nextDouble()));
    }

    static HttpAnswer answered(int status) {
        return new HttpAnswer(status, Map.of(), new byte[0], new Trace("https://kms.example", 1, Instant.EPOCH, false));
    }

    int requests() {
        return requests;
    }

    int throttled() {
        return throttled;
    }

    int peak() {
        return inSecond.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
