package io.github.cmkverify.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pauses that take no time, and are remembered; by their ticks they took it. */
final class Pauses implements Fittings.Pause {
    private final List<Duration> taken = new CopyOnWriteArrayList<>();

    @Override
    public boolean sleep(Duration time, Closing closing) {
        taken.add(time);
        return true;
    }

    List<Duration> taken() {
        return taken;
    }

    /** Nanoseconds that passed, with those that were paused. */
    long ticks() {
        return System.nanoTime() + taken.stream().mapToLong(Duration::toNanos).sum();
    }
}
