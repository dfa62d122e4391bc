package io.github.cmkverify.http;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** What one build, all its modules together, asks of one host: how much at a time, how fast, and how often again. */
final class HostLoad {
    private static final int TOO_MANY = 429;

    private final Slots slots;
    private final Pace pace;
    private final RetryBudget budget;
    private final LongSupplier ticks;
    private final Clock clock;

    HostLoad(String host, ConcurrentMap<String, Object> memory, LongSupplier ticks, Clock clock) {
        this.slots = Slots.of(host, memory);
        this.pace = Pace.of(host, memory, ticks.getAsLong());
        this.budget = RetryBudget.of(host, memory);
        this.ticks = ticks;
        this.clock = clock;
    }

    /** Waits for a slot and a turn; {@code false} where there is no time for them. {@link #leave} follows if there is. */
    boolean enter(Deadline deadline, Closing closing, Fittings.Pause pause) {
        if (!slots.enter(deadline, closing)) {
            return false;
        }
        boolean entered = false;
        try {
            entered = awaitTurn(deadline, closing, pause);
            return entered;
        } finally {
            if (!entered) {
                slots.leave();
            }
        }
    }

    private boolean awaitTurn(Deadline deadline, Closing closing, Fittings.Pause pause) {
        long held;
        do {
            held = pace.heldUntil();
            OptionalLong wait = pace.turn(ticks.getAsLong(), deadline.left().toNanos());
            if (wait.isEmpty() || (wait.getAsLong() > 0 && !pause.sleep(Duration.ofNanos(wait.getAsLong()), closing))) {
                return false;
            }
        } while (held != pace.heldUntil()); // while this one waited, the host asked to be left alone
        return true;
    }

    /** Gives the slot back. */
    void leave() {
        slots.leave();
    }

    /** Whether an attempt that is made now would still have its turn in time. */
    boolean hasTurnWithin(Duration left) {
        return pace.ahead(ticks.getAsLong(), left.toNanos()) < left.toNanos();
    }

    /**
     * Whether there may be another attempt; {@code false} where its retry is not to be had. One that the host throttled
     * costs none: its pace bounds what the host gets, and nothing is wrong with it.
     */
    boolean takeRetry(Attempt attempt) {
        return isThrottling(attempt) || budget.take();
    }

    /**
     * Learns from an attempt.
     *
     * @param sentAt by the ticks
     */
    void learn(Attempt attempt, int number, long sentAt) {
        if (isThrottling(attempt)) {
            pace.throttled(sentAt, ticks.getAsLong(), asked((HttpAnswer) attempt.result()));
        } else if (attempt.result() instanceof HttpAnswer && attempt.disposition() != Disposition.RETRY) {
            pace.answered();
            budget.answered(number);
        }
    }

    /**
     * A 429 is one. So is any client error that is worth another attempt, for its rule knows the service's own code for
     * it (AWS throttles with 400), and any answer worth one that says how long to stay away.
     */
    private boolean isThrottling(Attempt attempt) {
        return attempt.result() instanceof HttpAnswer answer
                && (answer.status() == TOO_MANY
                        || (attempt.disposition() == Disposition.RETRY
                                && (answer.status() / 100 == 4 || !asked(answer).isZero())));
    }

    private Duration asked(HttpAnswer answer) {
        return RetryAfter.read(answer.header("Retry-After"), clock.instant());
    }
}
