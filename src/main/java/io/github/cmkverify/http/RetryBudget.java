package io.github.cmkverify.http;

import java.util.concurrent.ConcurrentMap;

/**
 * How many retries a build has for one host, so that an outage does not multiply the load by the attempts. A retry takes
 * one; an answer gives it back, and each answer at the first attempt earns a part of one. So one struggling key among
 * healthy ones has all its attempts, and so have a few keys alone.
 *
 * <p>The state, in {@linkplain #COST parts} of a retry, is an {@code int[]} in the build's memory, its own monitor, because
 * modules may see this class through different class loaders.
 */
final class RetryBudget {
    /** Retries at the start, and at most. The number comes from {@code PolitenessSimulation}. */
    static final int FULL = 10;

    /** Answers at the first attempt that earn one retry. */
    private static final int COST = 5;

    private final int[] left;

    private RetryBudget(int[] left) {
        this.left = left;
    }

    static RetryBudget of(String host, ConcurrentMap<String, Object> memory) {
        return new RetryBudget((int[]) Shared.state("retries:" + host, new int[] {FULL * COST}, memory));
    }

    /** Takes a retry; {@code false} where none is left. */
    boolean take() {
        synchronized (left) {
            if (left[0] < COST) {
                return false;
            }
            left[0] -= COST;
            return true;
        }
    }

    /** The host answered attempt {@code number}, and did not ask to come back. */
    void answered(int number) {
        int earned = number > 1 ? COST : 1;
        synchronized (left) {
            left[0] = Math.min(FULL * COST, left[0] + earned);
        }
    }
}
