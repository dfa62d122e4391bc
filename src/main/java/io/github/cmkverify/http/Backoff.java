package io.github.cmkverify.http;

import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: exponential with full jitter, and at least what the service asks for. */
final class Backoff {
    private static final Duration BASE = Duration.ofMillis(250);
    private static final Duration CAP = Duration.ofSeconds(8);

    private final DoubleSupplier random;
    private final Clock clock;

    /**
     * @param random from 0 to 1
     * @param clock against which a date in {@code Retry-After} is read
     */
    Backoff(DoubleSupplier random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** The wait after attempt {@code number}, the first being 1. */
    Duration after(int number, HttpResult result) {
        long exponential = Math.min(CAP.toNanos(), BASE.toNanos() << (number - 1));
        Duration jittered = Duration.ofNanos((long) (exponential * random.getAsDouble()));
        Duration asked = result instanceof HttpAnswer answer
                ? RetryAfter.read(answer.header("Retry-After"), clock.instant())
                : Duration.ZERO;
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
