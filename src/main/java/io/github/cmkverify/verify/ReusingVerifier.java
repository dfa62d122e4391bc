package io.github.cmkverify.verify;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Judges what earlier builds were told, and asks about the rest: about all that does not pass today, too. */
public final class ReusingVerifier {
    private final KeptAnswers kept;
    private final Clock clock;

    /**
     * @param kept what earlier builds were told
     * @param clock the time that answers are held against
     */
    public ReusingVerifier(KeptAnswers kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Verifies keys, and keeps what was told of those that pass.
     *
     * @param keys what was declared
     * @param timeout for all questions together
     * @param verifier asks them
     * @param started when this build did; what it was told itself since then is the business of the verifier
     * @param trouble told if nothing could be kept
     * @return a verdict for each declared key, in the same order
     */
    public List<Verdict> verify(
            List<DeclaredKey> keys,
            Duration timeout,
            Verifier verifier,
            Instant started,
            Consumer<IOException> trouble) {
        Map<DeclaredKey, Verdict> served = new HashMap<>();
        judged(keys, started).forEach(verdict -> served.put(verdict.key(), verdict));
        Set<KeyReference> doubtful = new HashSet<>();
        served.values().stream()
                .filter(verdict -> verdict.outcome() != Outcome.PASS)
                .forEach(verdict -> doubtful.add(verdict.key().reference()));
        served.keySet().removeIf(key -> doubtful.contains(key.reference()));
        List<DeclaredKey> open =
                keys.stream().filter(key -> !served.containsKey(key)).toList();
        List<Verdict> asked = open.isEmpty() ? List.of() : verifier.verify(open, timeout);
        if (!asked.isEmpty()) {
            try {
                kept.keep(asked);
            } catch (IOException e) {
                trouble.accept(e);
            }
        }
        Iterator<Verdict> next = asked.iterator();
        List<Verdict> all = new ArrayList<>();
        for (DeclaredKey key : keys) {
            Verdict reused = served.get(key);
            all.add(reused == null ? next.next() : reused);
        }
        return all;
    }

    /** Judges what earlier builds were told, whatever comes out; keys that they were told nothing of are left out. */
    public List<Verdict> offline(List<DeclaredKey> keys) {
        return judged(keys, Instant.MAX);
    }

    private List<Verdict> judged(List<DeclaredKey> keys, Instant before) {
        Instant now = clock.instant();
        List<Verdict> verdicts = new ArrayList<>();
        for (DeclaredKey key : keys) {
            kept.find(key, before).ifPresent(told -> verdicts.add(Judge.judge(key, told.links(), told.alias(), now)));
        }
        return verdicts;
    }
}
