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
        Duration jittered = after(number);
        Duration asked = result instanceof HttpAnswer answer
                ? RetryAfter.read(answer.header("Retry-After"), clock.instant())
                : Duration.ZERO;
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }

    /** The wait after attempt {@code number} whatever its result, or after a chance for it that passed unused. */
    Duration after(int number) {
        long exponential = Math.min(CAP.toNanos(), BASE.toNanos() << (number - 1));
        return Duration.ofNanos((long) (exponential * random.getAsDouble()));
    }
}
