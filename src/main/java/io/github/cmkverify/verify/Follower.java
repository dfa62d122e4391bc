package io.github.cmkverify.verify;

import io.github.cmkverify.key.KeyReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Follows chains link by link, each link in the lane of the address that is asked about it. */
final class Follower {
    private final Questions questions;
    private final Lanes lanes;
    private final Supplier<Duration> left;
    private final CountDownLatch open;

    /**
     * @param left what is left of the time
     * @param open counted down at the end of each chain
     */
    Follower(Questions questions, Lanes lanes, Supplier<Duration> left, CountDownLatch open) {
        this.questions = questions;
        this.lanes = lanes;
        this.left = left;
        this.open = open;
    }

    /** Follows a chain from a link on, in time. */
    void follow(Chain chain, KeyReference link) {
        lanes.run(questions.address(link), () -> {
            Optional<KeyReference> next = Optional.empty();
            try {
                next = chain.ask(link, questions, left);
            } finally {
                next.ifPresentOrElse(behind -> follow(chain, behind), open::countDown);
            }
        });
    }
}
