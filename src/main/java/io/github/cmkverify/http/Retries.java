package io.github.cmkverify.http;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sends a call as often as its rule, the load of its host and the deadline allow, through the gate of its identity. */
final class Retries {
    static final int MOST_ATTEMPTS = 4;

    private final Exchange exchange;
    private final Backoff backoff;
    private final Fittings.Pause pause;
    private final Closing closing;
    private final ConcurrentMap<String, Object> memory;
    private final Clock clock;
    private final LongSupplier ticks;

    Retries(HttpSettings settings, Fittings fittings, Exchange exchange, Closing closing) {
        this.exchange = exchange;
        this.backoff = new Backoff(fittings.random(), settings.clock());
        this.pause = fittings.pause();
        this.closing = closing;
        this.memory = settings.memory();
        this.clock = settings.clock();
        this.ticks = fittings.ticks();
    }

    HttpResult send(HttpCall call, Target target, Deadline deadline) {
        HostLoad host = new HostLoad(target.endpoint(), memory, ticks, clock);
        int sent = 1;
        Attempt attempt = throughGate(call, target, host, sent, deadline);
        Duration wait = backoff.after(1, attempt.result());
        for (int chance = 2; attempt.disposition() == Disposition.RETRY && chance <= MOST_ATTEMPTS; chance++) {
            Duration left = deadline.left();
            if (wait.compareTo(left) >= 0 || !host.hasTurnWithin(left)) {
                return attempt.result();
            }
            if (!pause.sleep(wait, closing)) {
                return failure(HttpFailure.Kind.OUT_OF_TIME, "", target, sent);
            }
            if (host.takeRetry(attempt)) {
                sent++;
                attempt = throughGate(call, target, host, sent, deadline);
                wait = backoff.after(chance, attempt.result());
            } else {
                wait = backoff.after(chance); // the chance passes unused; answers to other keys may earn the next one
            }
        }
        return attempt.result();
    }

    private Attempt throughGate(HttpCall call, Target target, HostLoad host, int number, Deadline deadline) {
        String identity = call.identity();
        if (identity == null) {
            return once(call, target, host, number, deadline);
        }
        IdentityGate gate = IdentityGate.of(identity, memory);
        return switch (gate.enter(deadline, closing)) {
            case REFUSED -> Attempt.over(failure(HttpFailure.Kind.IDENTITY_REFUSED, identity, target, number - 1));
            case TOO_LATE -> Attempt.over(failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number - 1));
            case OPEN -> {
                @Nullable Disposition disposition = null;
                try {
                    Attempt attempt = once(call, target, host, number, deadline);
                    disposition = attempt.disposition();
                    yield attempt;
                } finally {
                    gate.leave(disposition);
                }
            }
        };
    }

    private Attempt once(HttpCall call, Target target, HostLoad host, int number, Deadline deadline) {
        if (closing.begun() || deadline.passed() || !host.enter(deadline, closing, pause)) {
            return Attempt.over(failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number - 1));
        }
        try {
            long sentAt = ticks.getAsLong();
            Attempt attempt = exchange.run(call, target, number, deadline);
            host.learn(attempt, number, sentAt);
            return attempt;
        } catch (Exception | LinkageError | AssertionError e) {
            return Attempt.over(unexpected(e, target, number));
        } finally {
            host.leave();
        }
    }

    /** OkHttp's Kotlin lets checked exceptions through unannounced. Messages may hold header values: the type says it. */
    private HttpFailure unexpected(Throwable e, Target target, int number) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number);
        }
        return failure(HttpFailure.Kind.INTERNAL, e.getClass().getName(), target, number);
    }

    private HttpFailure failure(HttpFailure.Kind kind, String detail, Target target, int attempts) {
        return new HttpFailure(
                kind, detail, new Trace(target.endpoint(), attempts, clock.instant(), target.overridden()));
    }
}
