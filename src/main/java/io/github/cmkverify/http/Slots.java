package io.github.cmkverify.http;

import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests a build has under way at one host, in all its modules.
 *
 * <p>The state is an {@code int[]} in the build's memory, its own monitor, because modules may see this class through
 * different class loaders.
 */
final class Slots {
    /**
     * At 20 ms a request this is 800 requests a second, two fifths of what AWS KMS allows an account (provider document
     * aws, A.4): a build with thousands of keys leaves the larger part to others.
     */
    static final int MOST = 16;

    private final int[] taken;

    private Slots(int[] taken) {
        this.taken = taken;
    }

    static Slots of(String host, ConcurrentMap<String, Object> memory) {
        return new Slots((int[]) Shared.state("slots:" + host, new int[1], memory));
    }

    /** Takes a slot if one is free; {@link #leave} follows. */
    boolean tryEnter() {
        synchronized (taken) {
            if (taken[0] == MOST) {
                return false;
            }
            taken[0]++;
            return true;
        }
    }

    /** Waits for a slot, until the deadline or the end of the door; {@link #leave} follows if it is {@code true}. */
    boolean enter(Deadline deadline, Closing closing) {
        Runnable cut = new Waking(taken);
        closing.whenBegun(cut);
        try {
            synchronized (taken) {
                while (!closing.begun() && !deadline.passed()) {
                    if (tryEnter()) {
                        return true;
                    }
                    TimeUnit.MILLISECONDS.timedWait(taken, deadline.left().toMillis() + 1);
                }
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            closing.over(cut);
        }
    }

    void leave() {
        synchronized (taken) {
            taken[0]--;
            taken.notifyAll();
        }
    }
}
