package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However a provider behaves, a verification ends, and leaves nobody behind. */
class VerifierEndsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static List<Verdict> verify(Cloud cloud, Duration timeout, String... names) {
        List<DeclaredKey> keys = List.of(names).stream()
                .map(name -> new DeclaredKey(Cloud.key(name), null, Expectations.NONE, Rules.USUAL, "a test"))
                .toList();
        return new Verifier(cloud, new BuildMemory(new ConcurrentHashMap<>()), Clock.systemUTC(), (done, all) -> {})
                .verify(keys, timeout);
    }

    private static Cause cause(Verdict verdict) {
        KeyAnswer last = verdict.chain().get(verdict.chain().size() - 1).answer();
        return assertInstanceOf(KeyAnswer.Undetermined.class, last).cause();
    }

    private static KeyAnswer holdUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return Cloud.enabled();
            } catch (InterruptedException e) {
                // As a provider would that swallows it.
            }
        }
    }

    @Test
    void aProviderThatNeverComesBackDoesNotHoldTheBuild() {
        CountDownLatch end = new CountDownLatch(1);
        Cloud cloud = new Cloud(
                reference -> reference.equals(Cloud.key("stuck")) ? holdUninterruptibly(end) : Cloud.enabled());
        try {
            List<Verdict> verdicts =
                    assertTimeoutPreemptively(LONG, () -> verify(cloud, Duration.ofMillis(300), "stuck", "fine"));

            assertEquals(
                    List.of(Outcome.UNDETERMINED, Outcome.PASS),
                    verdicts.stream().map(Verdict::outcome).toList());
            assertEquals(Cause.OUT_OF_TIME, cause(verdicts.get(0)));
        } finally {
            end.countDown();
        }
    }

    @Test
    void anAliasThatNobodyTellsInTimeIsNoOther() {
        CountDownLatch end = new CountDownLatch(1);
        Cloud cloud = new Cloud(
                reference -> reference.equals(Cloud.key("alias")) ? holdUninterruptibly(end) : Cloud.enabled());
        DeclaredKey key = new DeclaredKey(
                Cloud.key("key"),
                null,
                new Expectations(new TreeMap<>(Map.of("alias", "alias"))),
                Rules.USUAL,
                "a test");
        try {
            Verdict verdict = assertTimeoutPreemptively(
                            LONG,
                            () -> new Verifier(
                                            cloud,
                                            new BuildMemory(new ConcurrentHashMap<>()),
                                            Clock.systemUTC(),
                                            (done, all) -> {})
                                    .verify(List.of(key), Duration.ofMillis(300)))
                    .get(0);

            assertEquals(Outcome.UNDETERMINED, verdict.outcome());
            assertEquals(Cause.OUT_OF_TIME, cause(verdict));
        } finally {
            end.countDown();
        }
    }

    @Test
    void nobodyIsAskedAnyMoreWhenTheTimeIsOver() throws InterruptedException {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        Cloud cloud = new Cloud(reference -> {
            workers.add(Thread.currentThread());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Cloud.enabled();
        });
        String[] names = IntStream.range(0, Lanes.SHARE + 4)
                .mapToObj(number -> "key" + number)
                .toArray(String[]::new);

        assertTimeoutPreemptively(LONG, () -> verify(cloud, Duration.ofMillis(100), names));
        for (Thread worker : workers) {
            worker.join(LONG.toMillis());
        }

        assertEquals(Lanes.SHARE, cloud.asked.size());
    }

    @Test
    void anInterruptedBuildWaitsNoLongerAndStaysInterrupted() {
        CountDownLatch end = new CountDownLatch(1);
        Cloud cloud = new Cloud(reference -> holdUninterruptibly(end));
        try {
            boolean interrupted = assertTimeoutPreemptively(LONG, () -> {
                Thread.currentThread().interrupt();
                assertEquals(
                        Cause.OUT_OF_TIME,
                        cause(verify(cloud, Duration.ofHours(1), "key").get(0)));
                return Thread.interrupted();
            });
            assertTrue(interrupted);
        } finally {
            end.countDown();
        }
    }

    @Test
    void workersKeepNoJvmAliveAndLoadServicesAsThePluginDoes() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<ClassLoader> loader = new AtomicReference<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            verify(
                    new Cloud(reference -> {
                        worker.set(Thread.currentThread());
                        loader.set(Thread.currentThread().getContextClassLoader());
                        return Cloud.enabled();
                    }),
                    LONG,
                    "key");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertTrue(Objects.requireNonNull(worker.get()).isDaemon());
        assertSame(Verifier.class.getClassLoader(), loader.get());
    }

    @Test
    void aChainWithoutAnEndIsCutAndUndetermined() {
        Cloud cloud = new Cloud(reference -> Cloud.pointsTo(new KeyReference(Cloud.NAME, reference.text() + "+")));

        Verdict verdict = verify(cloud, LONG, "a").get(0);

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(Cause.POINTS_NOWHERE, cause(verdict));
        assertEquals(List.of(Cloud.key("a"), Cloud.key("a+"), Cloud.key("a++")), cloud.asked);
    }

    @Test
    void aLinkThatComesHomeTooLateIsNotFollowed() {
        Cloud cloud = new Cloud(reference -> Cloud.pointsTo(Cloud.key("behind")));
        Chain chain = new Chain(Cloud.key("a"));
        chain.close();

        assertEquals(
                Optional.empty(),
                chain.ask(
                        Cloud.key("a"),
                        new Questions(cloud, new BuildMemory(new ConcurrentHashMap<>()), Clock.systemUTC()),
                        System.nanoTime() + LONG.toNanos()));
    }
}
