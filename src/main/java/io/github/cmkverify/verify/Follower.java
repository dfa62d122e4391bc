package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyReference;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Follows chains link by link, each link in the lane of the address that is asked about it. */
final class Follower {
    private final Questions questions;
    private final Lanes lanes;
    private final long end;
    private final CountDownLatch open;

    /**
     * @param end of the time, as {@link System#nanoTime} counts it
     * @param open counted down at the end of each chain
     */
    Follower(Questions questions, Lanes lanes, long end, CountDownLatch open) {
        this.questions = questions;
        this.lanes = lanes;
        this.end = end;
        this.open = open;
    }

    /** Follows a chain from a link on, in time; at once where another module was told all of it. */
    void follow(Chain chain, KeyReference link) {
        Asked known = chain.expectsAliases() ? null : questions.known(link);
        if (known == null) {
            lanes.run(questions.address(link), () -> ask(chain, link));
        } else {
            goOn(chain, chain.take(known, questions));
        }
    }

    private void ask(Chain chain, KeyReference link) {
        Optional<KeyReference> next = Optional.empty();
        try {
            next = chain.ask(link, questions, end);
        } finally {
            goOn(chain, next);
        }
    }

    private void goOn(Chain chain, Optional<KeyReference> next) {
        if (next.isPresent()) {
            follow(chain, next.get());
        } else {
            open.countDown();
        }
    }
}
