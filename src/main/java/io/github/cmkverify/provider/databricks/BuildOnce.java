package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds something out once a build. A doubt reaches those who waited for it, so that they do not all try in turn; who
 * comes later tries anew, unless the doubt is a lasting one.
 */
final class BuildOnce {
    private static final String CAUSE = "cause";
    private static final String CODE = "code";
    private static final String SAID = "said";
    private static final String LASTING = "lasting";
    private static final String ENDED = "ended";

    private final BuildMemory memory;

    BuildOnce(BuildMemory memory) {
        this.memory = memory;
    }

    /** Finds it out; what it returns is made of JDK types. */
    @FunctionalInterface
    interface Finder {
        Map<String, Object> find() throws DoubtException;
    }

    /**
     * The value under a key.
     *
     * @throws DoubtException if it could not be found out, by this or another question
     */
    Map<String, Object> get(String key, Deadline deadline, Predicate<Map<String, Object>> outdated, Finder finder)
            throws DoubtException {
        long began = System.nanoTime();
        Map<String, Object> found = memory.once(
                key,
                deadline.left(),
                kept -> kept.containsKey(CAUSE) ? isPast(kept, began) : outdated.test(kept),
                () -> found(finder));
        if (found == null) {
            throw new DoubtException(Cause.OUT_OF_TIME, null, "waited for what another key of this build asks, too");
        }
        if (found.containsKey(CAUSE)) {
            throw doubt(found);
        }
        return found;
    }

    /** Whether a doubt is none of this question's: another's time that ran out, or one from before it began. */
    private static boolean isPast(Map<String, Object> kept, long began) {
        if (Boolean.TRUE.equals(kept.get(LASTING))) {
            return false;
        }
        return Cause.OUT_OF_TIME.name().equals(kept.get(CAUSE))
                || (kept.get(ENDED) instanceof Long ended && ended - began < 0);
    }

    private static Map<String, Object> found(Finder finder) {
        try {
            return finder.find();
        } catch (DoubtException e) {
            KeyAnswer.Undetermined doubt = e.doubt();
            Map<String, Object> kept = new HashMap<>();
            kept.put(CAUSE, doubt.cause().name());
            if (doubt.code() != null) {
                kept.put(CODE, doubt.code());
            }
            kept.put(SAID, doubt.said());
            kept.put(LASTING, e.lasting());
            kept.put(ENDED, System.nanoTime());
            return kept;
        }
    }

    private static DoubtException doubt(Map<String, Object> kept) {
        Object code = kept.get(CODE);
        return new DoubtException(new KeyAnswer.Undetermined(
                Cause.valueOf(String.valueOf(kept.get(CAUSE))),
                code == null ? null : code.toString(),
                String.valueOf(kept.get(SAID))));
    }
}
