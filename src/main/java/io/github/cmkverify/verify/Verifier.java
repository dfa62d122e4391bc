package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks about all keys in parallel, within the time, and judges what came of it. */
public final class Verifier {
    /** More at a time gains nothing on a build machine (transport facts: 64 was the knee). */
    private static final int PARALLEL = 64;

    /** What a question that ended at the deadline may take to come home, so that its evidence is not lost. */
    private static final Duration GRACE = Duration.ofMillis(400);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final Providers providers;
    private final BuildMemory memory;
    private final Clock clock;
    private final Progress progress;

    /**
     * @param providers who can be asked
     * @param memory what the modules of this build share
     * @param clock the time that answers are held against
     * @param progress told every few seconds while it takes long
     */
    public Verifier(Providers providers, BuildMemory memory, Clock clock, Progress progress) {
        this.providers = providers;
        this.memory = memory;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Verifies keys; returns within the timeout, whatever the network does.
     *
     * @param keys what was declared
     * @param timeout for all of it
     * @return a verdict for each declared key, in the same order
     */
    public List<Verdict> verify(List<DeclaredKey> keys, Duration timeout) {
        Map<KeyReference, Chain> chains = new LinkedHashMap<>();
        for (DeclaredKey key : keys) {
            Chain chain = chains.get(key.reference());
            if (chain == null) {
                chain = new Chain(key.reference());
                chains.put(key.reference(), chain);
            }
            String alias = expectedAlias(key);
            if (alias != null) {
                chain.expectAlias(alias);
            }
        }
        if (!chains.isEmpty()) {
            askAll(chains, timeout);
        }
        Instant now = clock.instant();
        Map<KeyReference, List<Asked>> answers = new LinkedHashMap<>();
        for (Map.Entry<KeyReference, Chain> chain : chains.entrySet()) {
            answers.put(chain.getKey(), chain.getValue().close());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (DeclaredKey key : keys) {
            List<Asked> links = answers.getOrDefault(key.reference(), List.of());
            verdicts.add(Judge.judge(key, links, aliasAnswer(chains.get(key.reference()), key), now));
        }
        return List.copyOf(verdicts);
    }

    private static @Nullable Asked aliasAnswer(@Nullable Chain chain, DeclaredKey key) {
        return chain == null ? null : chain.alias(expectedAlias(key));
    }

    private static @Nullable String expectedAlias(DeclaredKey key) {
        return key.expectations().values().get("alias");
    }

    private void askAll(Map<KeyReference, Chain> chains, Duration timeout) {
        Questions questions = new Questions(providers, memory, clock);
        long end = System.nanoTime() + timeout.toNanos();
        CountDownLatch open = new CountDownLatch(chains.size());
        ThreadPoolExecutor workers = workers(Math.min(PARALLEL, chains.size()));
        try {
            questions.announce(chains.keySet());
            Lanes lanes = new Lanes(workers, () -> workers.getQueue().isEmpty() && !workers.isShutdown());
            Follower follower = new Follower(questions, lanes, end, open);
            for (Map.Entry<KeyReference, Chain> chain : chains.entrySet()) {
                follower.follow(chain.getValue(), chain.getKey());
            }
            await(open, chains.size(), end + GRACE.toNanos());
        } finally {
            workers.shutdownNow();
        }
    }

    private static ThreadPoolExecutor workers(int most) {
        ClassLoader ours = Verifier.class.getClassLoader();
        ThreadFactory threads = task -> {
            Thread worker = new Thread(task, "cmk-verify");
            worker.setDaemon(true);
            // Libraries of a provider look up services through this loader; Maven's own would find nothing.
            worker.setContextClassLoader(ours);
            return worker;
        };
        return new ThreadPoolExecutor(
                most,
                most,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy()); // what comes when the time is over has nobody to tell
    }

    private void await(CountDownLatch open, int all, long end) {
        try {
            long left = end - System.nanoTime();
            while (left > 0 && !open.await(Math.min(left, TELL_EVERY.toNanos()), TimeUnit.NANOSECONDS)) {
                left = end - System.nanoTime();
                if (left > 0) {
                    progress.at(all - (int) open.getCount(), all);
                }
            }
        } catch (InterruptedException e) {
            // The build is being stopped: what has no answer by now has none.
            Thread.currentThread().interrupt();
        }
    }
}
