package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostLoadBoundsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final AtomicLong ticks = new AtomicLong(1_000_000_000_000_000L);
    private final HostLoad load = new HostLoad("host", memory, ticks::get, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Slots slots = Slots.of("host", memory);
    private final Closing closing = new Closing();
    private final List<Duration> paused = new ArrayList<>();

    @Test
    void whoEntersHoldsASlotUntilItLeaves() {
        for (int request = 0; request < Slots.MOST; request++) {
            assertTrue(load.enter(Doors.ample(), closing, this::pause));
        }
        assertFalse(slots.tryEnter());
        load.leave();
        assertTrue(slots.tryEnter());
    }

    @Test
    void withoutASlotThereIsNoTurn() {
        for (int slot = 0; slot < Slots.MOST; slot++) {
            slots.tryEnter();
        }
        assertFalse(load.enter(Deadline.in(Duration.ZERO), closing, this::pause));
        slots.leave();
        assertTrue(slots.tryEnter());
        assertFalse(slots.tryEnter());
    }

    @Test
    void whoseTurnIsCutShortGivesItsSlotBack() {
        learn(429, Map.of());
        assertFalse(load.enter(Doors.ample(), closing, (time, door) -> false));
        assertAllSlotsAreFree();
    }

    @Test
    void whoseTurnComesTooLateGivesItsSlotBack() {
        learn(429, Map.of());
        for (int turn = 0; turn < 100; turn++) {
            Pace.of("host", memory, ticks.get()).turn(ticks.get(), Long.MAX_VALUE);
        }
        assertFalse(load.enter(Deadline.in(Duration.ofSeconds(50)), closing, this::pause));
        assertEquals(List.of(), paused);
        assertAllSlotsAreFree();
    }

    @Test
    void whoWaitsWhileTheHostAsksToBeLeftAloneWaitsForThatToo() {
        learn(429, Map.of());
        assertTrue(load.enter(Doors.ample(), closing, (time, door) -> {
            if (paused.isEmpty()) {
                learn(429, Map.of("retry-after", "20"));
            }
            return pause(time, door);
        }));
        assertEquals(List.of(SECOND, Duration.ofSeconds(19)), paused);
    }

    @Test
    void aTurnThatIsAsFarAsTheDeadlineIsNotWithinIt() {
        learn(429, Map.of());
        assertFalse(load.hasTurnWithin(SECOND));
        assertTrue(load.hasTurnWithin(SECOND.plusNanos(1)));
    }

    private boolean pause(Duration time, Closing door) {
        paused.add(time);
        ticks.addAndGet(time.toNanos());
        return !door.begun();
    }

    private void learn(int status, Map<String, String> headers) {
        Trace trace = new Trace("https://host", 1, NOW, false);
        HttpAnswer answer = new HttpAnswer(status, headers, new byte[0], trace);
        load.learn(new Attempt(answer, Disposition.RETRY), 1, ticks.get());
    }

    private void assertAllSlotsAreFree() {
        for (int slot = 0; slot < Slots.MOST; slot++) {
            assertTrue(slots.tryEnter());
        }
        assertFalse(slots.tryEnter());
    }
}
