package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final KeyReference KEY = Cloud.key("key");
    private static final KeyReference BEHIND = Cloud.key("behind");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cloud cloud =
            new Cloud(reference -> reference.equals(KEY) ? Cloud.pointsTo(BEHIND) : Cloud.enabled());
    private final Questions questions =
            new Questions(cloud, new BuildMemory(new ConcurrentHashMap<>()), Clock.systemUTC());
    private final List<Runnable> tasks = new ArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Follower follower =
            new Follower(questions, new Lanes(tasks::add, tasks::isEmpty), System.nanoTime() + MINUTE.toNanos(), open);

    @Test
    void whatAnotherModuleWasToldNeedsNoWorker() {
        questions.ask(KEY, MINUTE);
        questions.ask(BEHIND, MINUTE);
        Chain chain = new Chain(KEY);

        follower.follow(chain, KEY);

        assertEquals(0, open.getCount());
        assertEquals(List.of(), tasks);
        assertEquals(
                List.of(KEY, BEHIND),
                chain.close().stream().map(Asked::reference).toList());
        assertEquals(List.of(KEY, BEHIND), cloud.asked);
    }

    @Test
    void theLinkThatNobodyWasToldIsAWorkersTask() {
        questions.ask(KEY, MINUTE);

        follower.follow(new Chain(KEY), KEY);

        assertEquals(1, open.getCount());
        assertEquals(1, tasks.size());
        assertEquals(List.of(KEY), cloud.asked);
    }

    @Test
    void anExpectedAliasIsAWorkersTask() {
        questions.ask(BEHIND, MINUTE);
        Chain chain = new Chain(BEHIND);
        chain.expectAlias("alias");

        follower.follow(chain, BEHIND);

        assertEquals(1, tasks.size());
        assertEquals(1, open.getCount());
    }
}
