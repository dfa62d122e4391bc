package io.github.cmkverify.http;

import java.time.Duration;

/** A point in monotonic time that no request may outlive. */
public final class Deadline {
    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** The deadline that is {@code budget} from now. */
    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    /** What is left; zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** Whether it has passed. */
    public boolean passed() {
        return endNanos - System.nanoTime() <= 0;
    }
}
