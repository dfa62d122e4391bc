package io.github.cmkverify.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTest {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static void asTheJdkDoes(Instant time) {
        assertEquals(time.toString(), Utc.extended(time));
        assertEquals(BASIC.format(time), Utc.basic(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T12:00:00Z",
                "2026-11-22T12:00:01Z",
                "2026-11-22T00:00:00.000000001Z",
                "2026-11-22T23:59:59.120Z",
                "2026-11-22T23:59:00.000120Z",
                "1970-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void aTimeIsWrittenAsTheJdkWritesIt(String time) {
        assertEquals(time, Utc.extended(Instant.parse(time)));
        asTheJdkDoes(Instant.parse(time));
    }

    @Test
    void whatNoCalendarShowsIsWrittenAsTheJdkWritesIt() {
        for (Instant time : new Instant[] {
            Instant.MIN, Instant.MAX, Instant.ofEpochSecond(FIRST - 1), Instant.ofEpochSecond(LAST + 1)
        }) {
            assertEquals(time.toString(), Utc.extended(time));
        }
    }

    @Test
    void anyTimeIsWrittenAsTheJdkWritesIt() {
        Random random = new Random(1);
        int[] units = {1_000_000_000, 1_000_000, 1_000, 1};
        int[] steps = {60, 1};
        for (int i = 0; i < 100_000; i++) {
            long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
            int step = steps[random.nextInt(steps.length)];
            int unit = units[random.nextInt(units.length)];
            asTheJdkDoes(Instant.ofEpochSecond(
                    Math.floorDiv(second, step) * step, random.nextInt(1_000_000_000) / unit * (long) unit));
        }
    }
}
