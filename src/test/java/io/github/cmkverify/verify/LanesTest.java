package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    /** What the workers were given and have not run yet. */
    private final Queue<Runnable> given = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(given::add, given::isEmpty);

    private void hand(String lane, int count) {
        for (int i = 0; i < count; i++) {
            String name = lane + " " + i;
            lanes.run(lane, () -> done.add(name));
        }
    }

    private void work() {
        for (Runnable next = given.poll(); next != null; next = given.poll()) {
            next.run();
        }
    }

    @Test
    void aLaneHasItsShareOfTheWorkersAndNoMore() {
        hand("slow", Lanes.SHARE + 5);
        assertEquals(Lanes.SHARE, given.size());

        hand("other", 3);
        assertEquals(Lanes.SHARE + 3, given.size());
    }

    @Test
    void everyTaskRunsInTheOrderOfItsLane() {
        hand("slow", 3 * Lanes.SHARE);
        work();

        assertEquals(
                IntStream.range(0, 3 * Lanes.SHARE).mapToObj(i -> "slow " + i).toList(), done);
    }

    @Test
    void theNextOfALaneStandsBehindThoseOfOthers() {
        hand("slow", Lanes.SHARE + 1);
        hand("other", 1);
        work();

        assertEquals(List.of("other 0", "slow " + Lanes.SHARE), done.subList(Lanes.SHARE, Lanes.SHARE + 2));
    }

    @Test
    void whereNobodyElseWaitsAWorkerGoesOnWithItsLane() {
        hand("slow", Lanes.SHARE + 2);
        for (int i = 1; i < Lanes.SHARE; i++) {
            given.remove(); // others have these
        }
        given.remove().run();

        assertEquals(List.of("slow " + (Lanes.SHARE - 1), "slow " + Lanes.SHARE, "slow " + (Lanes.SHARE + 1)), done);
        assertEquals(0, given.size());
    }

    @Test
    void aLaneThatIsEmptyHasItsWholeShareAgain() {
        hand("slow", Lanes.SHARE + 5);
        work();
        hand("slow", Lanes.SHARE + 5);

        assertEquals(Lanes.SHARE, given.size());
    }

    @Test
    void aTaskThatFailsMakesPlaceForTheNext() {
        for (int i = 0; i < Lanes.SHARE; i++) {
            lanes.run("slow", () -> {
                throw new IllegalStateException("as a defect would");
            });
        }
        hand("slow", 1);
        for (int i = 0; i < Lanes.SHARE; i++) {
            Runnable failing = given.remove();
            assertThrows(IllegalStateException.class, failing::run);
        }
        work();

        assertEquals(List.of("slow 0"), done);
    }
}
