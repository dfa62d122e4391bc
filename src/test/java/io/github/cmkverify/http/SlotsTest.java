package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlotsTest {
    private final Slots slots = Slots.of("host", new ConcurrentHashMap<>());
    private final Closing closing = new Closing();

    @Test
    void thereAreSoManyAndNotOneMore() {
        fill();
        assertFalse(slots.tryEnter());
        slots.leave();
        assertTrue(slots.tryEnter());
        assertFalse(slots.tryEnter());
    }

    @Test
    void nobodyEntersAfterTheDeadline() {
        assertFalse(slots.enter(Deadline.in(Duration.ZERO), closing));
        fill();
    }

    @Test
    void nobodyEntersAClosedDoor() {
        closing.begin();
        assertFalse(slots.enter(Doors.ample(), closing));
        fill();
    }

    @Test
    void whoWaitsForASlotEndsWithTheDeadline() {
        fill();
        assertFalse(slots.enter(Deadline.in(Duration.ofMillis(5)), closing));
    }

    @Test
    void whoWaitsForASlotGetsTheOneThatIsGivenBack() throws Exception {
        fill();
        CompletableFuture<Boolean> entered = whileOneWaits(slots::leave);
        assertEquals(true, entered.get(10, TimeUnit.SECONDS));
        assertFalse(slots.tryEnter());
    }

    @Test
    void whoWaitsForASlotEndsWithTheDoor() throws Exception {
        fill();
        CompletableFuture<Boolean> entered = whileOneWaits(closing::begin);
        assertEquals(false, entered.get(10, TimeUnit.SECONDS));
    }

    @Test
    void whoWaitsForASlotEndsWithTheThreadAndLeavesItInterrupted() {
        fill();
        Thread.currentThread().interrupt();
        boolean entered = slots.enter(Doors.ample(), closing);
        assertTrue(Thread.interrupted());
        assertFalse(entered);
    }

    private void fill() {
        for (int slot = 0; slot < Slots.MOST; slot++) {
            assertTrue(slots.tryEnter());
        }
    }

    private CompletableFuture<Boolean> whileOneWaits(Runnable then) {
        CompletableFuture<Boolean> entered = new CompletableFuture<>();
        Thread waiting = new Thread(() -> entered.complete(slots.enter(Doors.ample(), closing)), "waits for a slot");
        waiting.setDaemon(true);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        then.run();
        return entered;
    }
}
