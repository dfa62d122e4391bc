package io.github.cmkverify.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a door, for all who wait behind it. */
final class Closing {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Set<Runnable> cuts = ConcurrentHashMap.newKeySet();

    boolean begun() {
        return begun.getCount() == 0;
    }

    /** Cuts short all that is under way, and all that registers later. */
    void begin() {
        begun.countDown();
        for (Runnable cut : cuts) {
            cut.run();
        }
    }

    /**
     * Registers something that is under way; {@link #over} follows.
     *
     * @param cut ends it, and nothing else; may run more than once, on any thread
     */
    void whenBegun(Runnable cut) {
        cuts.add(cut);
        if (begun()) {
            cut.run();
        }
    }

    /** What the cut would end is no longer under way. */
    void over(Runnable cut) {
        cuts.remove(cut);
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
