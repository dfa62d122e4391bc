package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions about one key: the declared one, and those about the keys behind it. */
final class Chain {
    /** A configuration that points at a key is one link more; nothing that we know points further. */
    private static final int LINKS = 3;

    private final KeyReference declared;
    private final List<Asked> links = new ArrayList<>();
    private boolean closed;

    Chain(KeyReference declared) {
        this.declared = declared;
    }

    /**
     * Asks one link.
     *
     * @return the one behind it, which is to be asked next
     */
    Optional<KeyReference> ask(KeyReference link, Questions questions, Duration left) {
        Asked asked = questions.ask(link, left);
        if (!add(asked) || !(asked.answer() instanceof KeyAnswer.PointsTo pointsTo)) {
            return Optional.empty();
        }
        KeyReference target = pointsTo.target();
        Optional<KeyReference> next = size() < LINKS ? questions.reread(target) : Optional.empty();
        if (next.isEmpty()) {
            add(Questions.undetermined(target, Cause.POINTS_NOWHERE, target.provider()));
        }
        return next;
    }

    private synchronized int size() {
        return links.size();
    }

    private synchronized boolean add(Asked asked) {
        if (!closed) {
            links.add(asked);
        }
        return !closed;
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
