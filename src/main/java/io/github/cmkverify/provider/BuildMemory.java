package io.github.cmkverify.provider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of one build share: each thing is found out once, whoever comes first, and the others wait for it.
 *
 * <p>Two modules may see this class through two class loaders, so what is kept is made of JDK types alone.
 */
public final class BuildMemory {
    private final ConcurrentMap<String, Object> shared;

    /** A view of the map that the build keeps. */
    public BuildMemory(ConcurrentMap<String, Object> shared) {
        this.shared = shared;
    }

    /**
     * The value under a key, found out by the first who asks.
     *
     * @param key what it is, with everything that makes it another thing
     * @param wait how long to wait for somebody else's finding
     * @param stale whether a kept value is to be found out anew
     * @param find finds it out; what it throws reaches those who wait as 'not found', and is not kept
     * @return {@code null} if somebody else was finding it out and did not succeed in time
     */
    @SuppressWarnings("unchecked") // only this method puts anything under these keys
    public @Nullable Map<String, Object> once(
            String key, Duration wait, Predicate<Map<String, Object>> stale, Supplier<Map<String, Object>> find) {
        while (true) {
            CompletableFuture<Map<String, Object>> mine = new CompletableFuture<>();
            Object there = shared.putIfAbsent(key, mine);
            if (there == null) {
                return findNow(key, mine, find);
            }
            CompletableFuture<Map<String, Object>> theirs = (CompletableFuture<Map<String, Object>>) there;
            try {
                Map<String, Object> value = theirs.get(wait.toNanos(), TimeUnit.NANOSECONDS);
                if (!stale.test(value)) {
                    return value;
                }
                shared.remove(key, theirs);
            } catch (TimeoutException e) {
                return null;
            } catch (ExecutionException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    /** The value under a key; {@code null} if nobody has found it out yet, or did not succeed. */
    @SuppressWarnings("unchecked") // as above
    public @Nullable Map<String, Object> known(String key) {
        CompletableFuture<Map<String, Object>> there = (CompletableFuture<Map<String, Object>>) shared.get(key);
        // In this order: what is done does not change any more.
        return there == null || !there.isDone() || there.isCompletedExceptionally() ? null : there.join();
    }

    private Map<String, Object> findNow(
            String key, CompletableFuture<Map<String, Object>> mine, Supplier<Map<String, Object>> find) {
        boolean found = false;
        try {
            Map<String, Object> value = find.get();
            mine.complete(value);
            found = true;
            return value;
        } finally {
            if (!found) {
                shared.remove(key, mine);
                mine.completeExceptionally(new IllegalStateException("not found out"));
            }
        }
    }
}
