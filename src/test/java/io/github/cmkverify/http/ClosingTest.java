package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final Closing closing = new Closing();
    private final List<String> cut = new ArrayList<>();

    @Test
    void whatIsUnderWayIsCutAndWhatHasEndedIsNot() {
        closing.whenBegun(() -> cut.add("under way"));
        Runnable over = () -> cut.add("over");
        closing.whenBegun(over);
        closing.over(over);
        assertFalse(closing.begun());

        closing.begin();

        assertTrue(closing.begun());
        assertEquals(List.of("under way"), cut);
    }

    @Test
    void whatComesAfterTheEndIsCutAtOnce() {
        closing.begin();
        closing.whenBegun(() -> cut.add("late"));

        assertEquals(List.of("late"), cut);
    }

    @Test
    void aPauseIsWholeUnlessTheDoorIsClosed() {
        assertTrue(closing.sleep(Duration.ofMillis(1)));
        closing.begin();
        assertFalse(closing.sleep(Duration.ofHours(1)));
    }

    @Test
    void aPauseEndsWithTheThreadAndLeavesItInterrupted() {
        Thread.currentThread().interrupt();

        assertFalse(closing.sleep(Duration.ofHours(1)));
        assertTrue(Thread.interrupted());
    }
}
