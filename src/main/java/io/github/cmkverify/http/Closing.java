package io.github.cmkverify.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a door, for all who wait behind it. */
final class Closing {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Map<Object, Runnable> cuts = new ConcurrentHashMap<>();

    boolean begun() {
        return begun.getCount() == 0;
    }

    /** Cuts short all that is under way, and all that registers later. */
    void begin() {
        begun.countDown();
        cuts.values().forEach(Runnable::run);
    }

    /**
     * Registers something that is under way.
     *
     * @param cut ends it; may run more than once, on any thread
     * @return takes it out again
     */
    Runnable whenBegun(Runnable cut) {
        Object ticket = new Object();
        cuts.put(ticket, cut);
        if (begun()) {
            cut.run();
        }
        return () -> cuts.remove(ticket);
    }

    /** Waits; {@code false} if the door was closed or the thread interrupted meanwhile. */
    boolean sleep(Duration time) {
        try {
            return !begun.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
