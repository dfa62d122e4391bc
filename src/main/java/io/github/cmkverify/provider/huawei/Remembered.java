package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Things that one request to the identity service finds out for all modules of a build. A failure is remembered, too: a
 * login that was refused must not be tried again; one that another attempt could cure is forgotten after a while.
 */
final class Remembered {
    private static final Duration FAULT_LIFE = Duration.ofSeconds(30);
    private static final Duration BEFORE_END = Duration.ofMinutes(5);
    private static final Set<Cause> PASSING = Set.of(
            Cause.HOST_UNKNOWN,
            Cause.NOT_REACHED,
            Cause.TLS_FAILED,
            Cause.TIMED_OUT,
            Cause.OUT_OF_TIME,
            Cause.SERVICE_FAULT,
            Cause.INTERNAL_FAULT);
    private static final String CAUSE = "cause";
    private static final String CODE = "code";
    private static final String SAID = "said";
    private static final String END = "end";

    private final BuildMemory memory;
    private final Clock clock;

    Remembered(BuildMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** Finds something out: text by name, and until when it holds. */
    interface Finder {
        /**
         * Asks.
         *
         * @throws UndeterminedException if it could not be found out
         */
        Found find() throws UndeterminedException;
    }

    /**
     * What was found out.
     *
     * @param values text by name
     * @param end until when it holds; {@code null} for the whole build
     */
    record Found(Map<String, String> values, @Nullable Instant end) {}

    /**
     * The values under a key, found out by the first who asks.
     *
     * @throws UndeterminedException if they could not be found out, now or before
     */
    Map<String, String> once(String key, Deadline deadline, Finder finder) throws UndeterminedException {
        Map<String, Object> kept = memory.once(key, deadline.left(), this::isStale, () -> find(finder));
        if (kept == null) {
            throw new UndeterminedException(new KeyAnswer.Undetermined(
                    Cause.OUT_OF_TIME, null, "waiting for an answer of the identity service"));
        }
        if (kept.get(CAUSE) instanceof String cause) {
            throw new UndeterminedException(new KeyAnswer.Undetermined(
                    Cause.valueOf(cause), (String) kept.get(CODE), String.valueOf(kept.get(SAID))));
        }
        Map<String, String> values = new HashMap<>();
        kept.forEach((name, value) -> {
            if (value instanceof String text) {
                values.put(name, text);
            }
        });
        return values;
    }

    private Map<String, Object> find(Finder finder) {
        Map<String, Object> kept = new HashMap<>();
        try {
            Found found = finder.find();
            kept.putAll(found.values());
            if (found.end() != null) {
                kept.put(END, found.end().minus(BEFORE_END));
            }
        } catch (UndeterminedException e) {
            KeyAnswer.Undetermined answer = e.answer();
            kept.put(CAUSE, answer.cause().name());
            kept.put(SAID, answer.said());
            if (answer.code() != null) {
                kept.put(CODE, answer.code());
            }
            if (PASSING.contains(answer.cause())) {
                kept.put(END, clock.instant().plus(FAULT_LIFE));
            }
        }
        return kept;
    }

    private boolean isStale(Map<String, Object> kept) {
        return kept.get(END) instanceof Instant end && !clock.instant().isBefore(end);
    }
}
