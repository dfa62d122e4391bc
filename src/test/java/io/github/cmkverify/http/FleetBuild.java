package io.github.cmkverify.http;

import io.github.cmkverify.http.FleetWorld.Manners;
import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One build that asks about its keys, in simulated time. It does what {@link Retries} does, without its threads; what is
 * decided is decided by the classes that decide it in a build: {@link Backoff}, {@link HostLoad}, {@link Pace},
 * {@link Slots}, {@link RetryBudget} and {@link ReplyRule}.
 */
final class FleetBuild {
    private static final long TIMEOUT = 60 * FleetService.SECOND;
    private static final int WORKERS = 64;
    private static final String HOST = "https://kms.example";

    private final FleetWorld world;
    private final Manners manners;
    private final Backoff backoff;
    private final HostLoad load;
    private final Pace pace;
    private final Slots slots;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Queue<Runnable> unaccepted = new ArrayDeque<>();
    private final long started;
    private int open;
    private int failed;
    private int workers;
    private boolean accepted;
    private boolean trying;
    private long ended;

    /**
     * @param keys how many are asked about, from now on
     * @param manners what it heeds
     */
    FleetBuild(FleetWorld world, int keys, Manners manners) {
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
        this.world = world;
        this.manners = manners;
        this.started = world.now();
        this.ended = started;
        this.open = keys;
        this.backoff = new Backoff(world::random, world.clock());
        this.load = new HostLoad(HOST, memory, world::now, world.clock());
        this.pace = Pace.of(HOST, memory, started);
        this.slots = Slots.of(HOST, memory);
        for (int key = 0; key < keys; key++) {
            new Key().await();
        }
    }

    boolean passed() {
        return open == 0 && failed == 0;
    }

    double seconds() {
        return (ended - started) / (double) FleetService.SECOND;
    }

    private long left() {
        return Math.max(0, started + TIMEOUT - world.now());
    }

    /** Who waits for a slot has a worker; before there were slots, workers were the only bound. */
    private boolean takeSlot() {
        if (manners.paced()) {
            return slots.tryEnter();
        }
        workers++;
        if (workers > WORKERS) {
            workers--;
            return false;
        }
        return true;
    }

    private void leaveSlot() {
        if (manners.paced()) {
            slots.leave();
        } else {
            workers--;
        }
        Runnable next = waiting.poll();
        if (next != null) {
            next.run();
        }
    }

    private final class Key {
        private int sent;
        private int chance = 1;

        /** As in the gate of an identity: one at a time until the first was accepted. */
        void await() {
            if (!accepted && trying) {
                unaccepted.add(this::await);
                return;
            }
            if (!takeSlot()) {
                waiting.add(this::await);
                return;
            }
            trying = !accepted;
            awaitTurn();
        }

        private void awaitTurn() {
            if (!manners.paced()) {
                send();
                return;
            }
            long held = pace.heldUntil();
            OptionalLong wait = pace.turn(world.now(), left());
            if (wait.isEmpty()) {
                leave();
                end(false);
                return;
            }
            world.in(wait.getAsLong(), () -> {
                if (held == pace.heldUntil()) {
                    send();
                } else {
                    awaitTurn();
                }
            });
        }

        private void send() {
            if (left() == 0) {
                leave();
                end(false);
                return;
            }
            sent++;
            long sentAt = world.now();
            int status = world.service().answer(sentAt);
            world.in(world.service().latency(), () -> answered(status, sentAt));
        }

        private void answered(int status, long sentAt) {
            HttpAnswer answer = FleetService.answered(status);
            Attempt attempt = new Attempt(answer, world.rule().judge(answer));
            if (manners.paced() || manners.budget()) {
                load.learn(attempt, sent, sentAt);
            }
            accepted |= attempt.disposition() == Disposition.FINAL;
            leave();
            if (attempt.disposition() == Disposition.RETRY) {
                again(attempt, backoff.after(chance, answer));
            } else {
                end(true);
            }
        }

        private void again(Attempt attempt, Duration wait) {
            long left = left();
            chance++;
            if (chance > Retries.MOST_ATTEMPTS
                    || wait.toNanos() >= left
                    || (manners.paced() && !load.hasTurnWithin(Duration.ofNanos(left)))) {
                end(false);
                return;
            }
            world.in(wait.toNanos(), () -> {
                if (!manners.budget() || load.takeRetry(attempt)) {
                    await();
                } else {
                    again(attempt, backoff.after(chance));
                }
            });
        }

        private void leave() {
            trying = false;
            leaveSlot();
            while (!unaccepted.isEmpty() && (accepted || !trying)) {
                unaccepted.remove().run();
            }
        }

        private void end(boolean good) {
            open--;
            failed += good ? 0 : 1;
            ended = world.now();
        }
    }
}
