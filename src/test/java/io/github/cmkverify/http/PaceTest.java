package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long START = 1_000_000_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final long AMPLE = 3600 * SECOND;

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final Pace pace = Pace.of("host", memory, START);

    @Test
    void untilTheHostThrottlesEachTurnIsNow() {
        send(1000, START);
        pace.answered();
        assertEquals(0, pace.ahead(START, AMPLE));
    }

    @Test
    void aThrottlingHalvesTheRateAndTurnsFollowOneAnother() {
        send(10, START);
        throttle(START);
        assertTurns(START, 200, 400, 600);
    }

    @Test
    void aTurnThatNobodyTookInTimeIsNotMadeUpFor() {
        send(10, START);
        throttle(START);
        assertTurns(START + 5 * SECOND, 0, 200, 400);
    }

    @Test
    void aRequestSentAfterTheCutCutsAgain() {
        send(10, START);
        throttle(START);
        pace.throttled(START + 1, START + SECOND, Duration.ZERO);
        assertTurns(START + SECOND, 400, 800);
    }

    @Test
    void requestsUnderWayAtTheCutDoNotCutAgain() {
        send(10, START);
        pace.throttled(START, START + 50 * MILLISECOND, Duration.ZERO);
        pace.throttled(START, START + 60 * MILLISECOND, Duration.ZERO);
        pace.throttled(START + 50 * MILLISECOND, START + 70 * MILLISECOND, Duration.ZERO);
        assertTurns(START + 50 * MILLISECOND, 200, 400);
    }

    @Test
    void howeverOftenItThrottlesOneRequestGoesEachSecond() {
        send(10, START);
        for (int time = 0; time < 10; time++) {
            throttle(START + time * SECOND);
        }
        assertTurns(START + 9 * SECOND, 1000, 2000);
    }

    @Test
    void eachAnswerAddsATenthOfARequestASecond() {
        send(10, START);
        throttle(START);
        pace.answered();
        long first = turn(START, AMPLE);
        assertEquals((long) (SECOND / 5.1), turn(START, AMPLE) - first);
        for (int answer = 1; answer < 50; answer++) {
            pace.answered();
        }
        long later = turn(START, AMPLE);
        assertEquals(SECOND / 10.0, (double) (turn(START, AMPLE) - later), 100.0);
    }

    @Test
    void beyondFiveThousandASecondNothingIsPaced() {
        send(9999, START);
        throttle(START);
        for (int answer = 1; answer < 5; answer++) {
            pace.answered();
        }
        turn(START + SECOND, AMPLE);
        assertTrue(pace.ahead(START + SECOND, AMPLE) > 0, "paced as long as the rate is 4999.9 a second");
        pace.answered();
        assertEquals(0, pace.ahead(START + SECOND, AMPLE));
    }

    @Test
    void theRateIsThatOfTheLastSecondNotOfTheClockSecond() {
        send(20, START);
        send(5, START + SECOND);
        throttle(START + SECOND + 250 * MILLISECOND);
        assertTurns(START + SECOND + 250 * MILLISECOND, 100, 200); // 5 and three quarters of 20, halved
    }

    @Test
    void whatWasSentLongAgoIsNotInTheRate() {
        send(20, START);
        send(10, START + 10 * SECOND);
        throttle(START + 10 * SECOND);
        assertTurns(START + 10 * SECOND, 200, 400);
    }

    @Test
    void aHostThatThrottlesAfterSilenceGetsOneRequestASecond() {
        send(20, START);
        throttle(START + 10 * SECOND);
        assertTurns(START + 10 * SECOND, 1000, 2000);
    }

    @Test
    void aRetryAfterHoldsForItsTime() {
        pace.throttled(START, START, Duration.ofSeconds(30));
        assertEquals(START + 30 * SECOND, pace.heldUntil());
        assertTurns(START, 30_000);
        assertTurns(START + 20 * SECOND, 11_000);
    }

    @Test
    void aShorterRetryAfterDoesNotShortenTheHold() {
        pace.throttled(START, START, Duration.ofSeconds(30));
        pace.throttled(START, START + SECOND, Duration.ofSeconds(5));
        assertEquals(START + 30 * SECOND, pace.heldUntil());
        pace.throttled(START, START + SECOND, Duration.ofSeconds(30));
        assertEquals(START + 31 * SECOND, pace.heldUntil());
    }

    @Test
    void aThrottlingWithoutRetryAfterHoldsNothing() {
        pace.throttled(START, START + SECOND, Duration.ZERO);
        assertEquals(START, pace.heldUntil());
    }

    @Test
    void aHoldIsADayAtMost() {
        pace.throttled(START, START, Duration.ofDays(365_000));
        assertEquals(START + Duration.ofDays(1).toNanos(), pace.heldUntil());
    }

    @Test
    void aHoldThatOutlastsTheDeadlineIsNotWaitedFor() {
        pace.throttled(START, START, Duration.ofSeconds(30));
        assertEquals(SECOND, pace.ahead(START, 30 * SECOND));
        assertEquals(30 * SECOND, pace.ahead(START, 30 * SECOND + 1));
    }

    @Test
    void aTurnThatComesTooLateIsNotTaken() {
        throttle(START);
        assertEquals(OptionalLong.empty(), pace.turn(START, SECOND));
        assertEquals(OptionalLong.of(SECOND), pace.turn(START, SECOND + 1));
    }

    @Test
    void aBuildHasOnePaceForAHostAndAnotherForAnotherHost() {
        throttle(START);
        assertEquals(SECOND, Pace.of("host", memory, START + SECOND).ahead(START, AMPLE));
        assertEquals(0, Pace.of("other", memory, START).ahead(START, AMPLE));
    }

    private void send(int requests, long now) {
        for (int request = 0; request < requests; request++) {
            assertEquals(0, turn(now, AMPLE));
        }
    }

    private void throttle(long now) {
        pace.throttled(now, now, Duration.ZERO);
    }

    private long turn(long now, long left) {
        return pace.turn(now, left).orElseThrow();
    }

    private void assertTurns(long now, long... milliseconds) {
        for (long wait : milliseconds) {
            assertEquals(wait * MILLISECOND, turn(now, AMPLE));
        }
    }
}
