package io.github.cmkverify.http;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Sends a call as often as its rule and the deadline allow, through the gate of its identity. */
final class Retries {
    static final int MOST_ATTEMPTS = 4;

    private final Exchange exchange;
    private final Backoff backoff;
    private final Fittings.Pause pause;
    private final Closing closing;
    private final ConcurrentMap<String, Object> memory;
    private final Clock clock;

    Retries(HttpSettings settings, Fittings fittings, Exchange exchange, Closing closing) {
        this.exchange = exchange;
        this.backoff = new Backoff(fittings.random(), settings.clock());
        this.pause = fittings.pause();
        this.closing = closing;
        this.memory = settings.memory();
        this.clock = settings.clock();
    }

    HttpResult send(HttpCall call, Target target, Deadline deadline) {
        for (int number = 1; ; number++) {
            Attempt attempt = throughGate(call, target, number, deadline);
            if (attempt.disposition() != Disposition.RETRY || number == MOST_ATTEMPTS) {
                return attempt.result();
            }
            Duration wait = backoff.after(number, attempt.result());
            if (wait.compareTo(deadline.left()) >= 0) {
                return attempt.result();
            }
            if (!pause.sleep(wait, closing)) {
                return failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number);
            }
        }
    }

    private Attempt throughGate(HttpCall call, Target target, int number, Deadline deadline) {
        String identity = call.identity();
        if (identity == null) {
            return once(call, target, number, deadline);
        }
        IdentityGate gate = IdentityGate.of(identity, memory);
        return switch (gate.enter(deadline, closing)) {
            case REFUSED -> Attempt.over(failure(HttpFailure.Kind.IDENTITY_REFUSED, identity, target, number - 1));
            case TOO_LATE -> Attempt.over(failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number - 1));
            case OPEN -> {
                @Nullable Disposition disposition = null;
                try {
                    Attempt attempt = once(call, target, number, deadline);
                    disposition = attempt.disposition();
                    yield attempt;
                } finally {
                    gate.leave(disposition);
                }
            }
        };
    }

    private Attempt once(HttpCall call, Target target, int number, Deadline deadline) {
        if (closing.begun() || deadline.passed()) {
            return Attempt.over(failure(HttpFailure.Kind.OUT_OF_TIME, "", target, number - 1));
        }
        try {
            return exchange.run(call, target, number, deadline);
        } catch (Exception | LinkageError | AssertionError e) {
            return Attempt.over(unexpected(e, target, number));
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
