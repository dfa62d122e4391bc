package io.github.cmkverify.http;

import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many retries a build has for one host, so that an outage does not multiply the load by the attempts. A retry takes
 * one; an answer gives it back, and each answer at the first attempt earns a part of one. So one struggling key among
 * healthy ones has all its attempts, and so have a few keys alone.
 *
 * <p>The state, in {@linkplain #COST parts} of a retry, lies in the build's memory and is shared by its modules.
 */
final class RetryBudget {
    /** Retries at the start, and at most. The number comes from {@code PolitenessSimulation}. */
    static final int FULL = 10;

    /** Answers at the first attempt that earn one retry. */
    private static final int COST = 5;

    private final AtomicInteger left;

    private RetryBudget(AtomicInteger left) {
        this.left = left;
    }

    static RetryBudget of(String host, ConcurrentMap<String, Object> memory) {
        return new RetryBudget(
                (AtomicInteger) memory.computeIfAbsent("retries:" + host, key -> new AtomicInteger(FULL * COST)));
    }

    /** Takes a retry; {@code false} where none is left. */
    boolean take() {
        return left.getAndUpdate(parts -> parts >= COST ? parts - COST : parts) >= COST;
    }

    /** The host answered attempt {@code number}, and did not ask to come back. */
    void answered(int number) {
        int earned = number > 1 ? COST : 1;
        left.updateAndGet(parts -> Math.min(FULL * COST, parts + earned));
    }
}
