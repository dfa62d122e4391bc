package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The questions about one key: the declared one, and those about the keys behind it. */
final class Chain {
    /** A configuration that points at a key is one link more; nothing that we know points further. */
    static final int LINKS = 3;

    private final KeyReference declared;
    private final List<Asked> links = new ArrayList<>(LINKS);
    // Of ten thousand keys hardly one has any.
    private Set<String> expectedAliases = Set.of();
    private Map<String, Asked> aliases = Map.of();
    private boolean closed;

    Chain(KeyReference declared) {
        this.declared = declared;
    }

    /** One of its declarations expects this alias. */
    void expectAlias(String alias) {
        if (expectedAliases.isEmpty()) {
            expectedAliases = new LinkedHashSet<>();
            aliases = new LinkedHashMap<>();
        }
        expectedAliases.add(alias);
    }

    /** Whether there is more to ask than the links. */
    boolean expectsAliases() {
        return !expectedAliases.isEmpty();
    }

    /**
     * Asks one link, and then which keys the expected aliases stand for.
     *
     * @param end of the time, as {@link System#nanoTime} counts it
     * @return the one behind it, which is to be asked next
     */
    Optional<KeyReference> ask(KeyReference link, Questions questions, long end) {
        Asked asked = questions.ask(link, left(end));
        Map<String, KeyReference> open = aliasQuestions(questions, asked);
        if (!add(asked, open)) {
            return Optional.empty();
        }
        for (Map.Entry<String, KeyReference> alias : open.entrySet()) {
            answer(alias.getKey(), questions.ask(alias.getValue(), left(end)));
        }
        return behind(asked, questions);
    }

    /** Takes what is known of one link, of a chain without expected aliases; returns what {@link #ask} does. */
    Optional<KeyReference> take(Asked known, Questions questions) {
        return add(known, Map.of()) ? behind(known, questions) : Optional.empty();
    }

    private Optional<KeyReference> behind(Asked asked, Questions questions) {
        if (!(asked.answer() instanceof KeyAnswer.PointsTo pointsTo)) {
            return Optional.empty();
        }
        KeyReference target = pointsTo.target();
        Optional<KeyReference> next = size() < LINKS ? questions.reread(target) : Optional.empty();
        if (next.isEmpty()) {
            add(Questions.undetermined(target, Cause.POINTS_NOWHERE, target.provider()), Map.of());
        }
        return next;
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private synchronized int size() {
        return links.size();
    }

    private Map<String, KeyReference> aliasQuestions(Questions questions, Asked asked) {
        Map<String, KeyReference> open = new LinkedHashMap<>();
        if (asked.answer() instanceof KeyAnswer.Described) {
            for (String alias : expectedAliases) {
                Optional<KeyReference> question = questions.aliasQuestion(asked.reference(), alias);
                if (question.isPresent()) {
                    open.put(alias, question.get());
                }
            }
        }
        return open;
    }

    /** A question that is open has no answer until it is {@linkplain #answer answered}: time may run out before. */
    private synchronized boolean add(Asked asked, Map<String, KeyReference> open) {
        if (!closed) {
            links.add(asked);
            for (Map.Entry<String, KeyReference> alias : open.entrySet()) {
                aliases.put(alias.getKey(), Questions.undetermined(alias.getValue(), Cause.OUT_OF_TIME, ""));
            }
        }
        return !closed;
    }

    private synchronized void answer(String alias, Asked asked) {
        if (!closed) {
            aliases.put(alias, asked);
        }
    }

    /** What was asked about an expected alias; {@code null} where no question was needed. Of a closed chain alone. */
    synchronized @Nullable Asked alias(@Nullable String alias) {
        return alias == null ? null : aliases.get(alias);
    }

    /** What was asked so far; nothing is added any more. A link that still points on has no answer: time ran out. */
    synchronized List<Asked> close() {
        closed = true;
        KeyReference open = declared;
        if (!links.isEmpty()) {
            KeyAnswer last = links.get(links.size() - 1).answer();
            open = last instanceof KeyAnswer.PointsTo pointsTo ? pointsTo.target() : null;
        }
        if (open != null) {
            links.add(Questions.undetermined(open, Cause.OUT_OF_TIME, ""));
        }
        return List.copyOf(links);
    }
}
