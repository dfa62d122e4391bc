package io.github.cmkverify.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentMap;

/**
 * When the next request may go to a host. At any time until the host throttles; from then on at half the rate that it
 * throttled, halved again at each further throttling, and growing slowly with each answer. A {@code Retry-After} holds
 * for the host, not for one key alone.
 *
 * <p>Times are in nanoseconds of {@link System#nanoTime}. The state is a {@code long[]} in the build's memory, its own
 * monitor, because modules may see this class through different class loaders.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    /** Between two requests, however often the host throttles. */
    private static final long SLOWEST = SECOND;

    /** Between two requests, when it is as good as nothing. */
    private static final long FASTEST = SECOND / 5000;

    /** What one answer adds to the requests a second; a paced rate so doubles in seven seconds. */
    private static final double GAIN = 0.1;

    /** The longest that is worth knowing of. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    /** Between two requests; 0 until the host throttles. */
    private static final int INTERVAL = 0;

    /** When the next request may go, while there is an interval. */
    private static final int NEXT = 1;

    /** Until when the host asked to be left alone. */
    private static final int HELD = 2;

    /** When the rate was last cut. */
    private static final int CUT = 3;

    /** When the second began that is being counted. */
    private static final int COUNTED_FROM = 4;

    private static final int SENT = 5;
    private static final int SENT_BEFORE = 6;

    private final long[] state;

    private Pace(long[] state) {
        this.state = state;
    }

    static Pace of(String host, ConcurrentMap<String, Object> memory, long now) {
        long[] fresh = {0, now, now, now - 1, now, 0, 0};
        return new Pace((long[]) Shared.state("pace:" + host, fresh, memory));
    }

    /**
     * Takes the next turn.
     *
     * @param left how long it may be waited for. A {@code Retry-After} beyond that is not waited for: the key is asked
     *     once, and has its own answer; else one strange answer would be an answer for all keys
     * @return how long to wait; empty, and no turn taken, where it is too long
     */
    OptionalLong turn(long now, long left) {
        synchronized (state) {
            long wait = ahead(now, left);
            if (wait >= left) {
                return OptionalLong.empty();
            }
            if (state[INTERVAL] == 0) {
                count(now);
                state[SENT]++;
            } else {
                state[NEXT] = now + wait + state[INTERVAL];
            }
            return OptionalLong.of(wait);
        }
    }

    /** How long the next turn is ahead. */
    long ahead(long now, long left) {
        synchronized (state) {
            long paced = state[INTERVAL] == 0 ? 0 : Math.max(0, state[NEXT] - now);
            long held = state[HELD] - now;
            return held < left ? Math.max(paced, held) : paced;
        }
    }

    /** Until when the host asked to be left alone, to notice that it asked again. */
    long heldUntil() {
        synchronized (state) {
            return state[HELD];
        }
    }

    /**
     * The host throttled. Requests that were already under way when the rate was cut do not cut it again.
     *
     * @param sentAt when the request was sent
     * @param asked for how long it asked to be left alone
     */
    void throttled(long sentAt, long now, Duration asked) {
        long hold = asked.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD.toNanos() : asked.toNanos();
        synchronized (state) {
            if (hold > 0 && now + hold - state[HELD] > 0) {
                state[HELD] = now + hold;
            }
            if (sentAt - state[CUT] <= 0) {
                return;
            }
            long interval = state[INTERVAL] == 0 ? intervalSoFar(now) : state[INTERVAL];
            state[INTERVAL] = Math.min(SLOWEST, 2 * interval);
            state[NEXT] = now + state[INTERVAL];
            state[CUT] = now;
        }
    }

    /** The host answered, and did not throttle. */
    void answered() {
        synchronized (state) {
            long interval = (long) (state[INTERVAL] / (1 + GAIN * state[INTERVAL] / SECOND));
            state[INTERVAL] = interval < FASTEST ? 0 : interval;
        }
    }

    /** From what was sent within the last second. */
    private long intervalSoFar(long now) {
        count(now);
        double before = state[SENT_BEFORE] * (1 - (now - state[COUNTED_FROM]) / (double) SECOND);
        return (long) (SECOND / Math.max(1, state[SENT] + before));
    }

    private void count(long now) {
        long seconds = (now - state[COUNTED_FROM]) / SECOND;
        if (seconds > 0) {
            state[SENT_BEFORE] = seconds == 1 ? state[SENT] : 0;
            state[SENT] = 0;
            state[COUNTED_FROM] += seconds * SECOND;
        }
    }
}
