package io.github.cmkverify.key;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Instants as ISO 8601 writes them. The formatters of the JDK, which {@link Instant#toString} uses as well, load 50 classes
 * and compile a score of patterns when the first of them is needed.
 */
public final class Utc {
    private static final int WITHOUT_SECONDS = "2026-11-22T12:00".length();
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private Utc() {}

    /** {@code 2026-11-22T12:00:00.123Z}: what {@link Instant#toString} says. */
    public static String extended(Instant time) {
        if (time.getEpochSecond() < YEAR_0 || time.getEpochSecond() >= YEAR_10000) {
            return time.toString();
        }
        String local = LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
        return local + (local.length() == WITHOUT_SECONDS ? ":00Z" : "Z");
    }

    /** {@code 20261122T120000Z}, without what is below a second. */
    public static String basic(Instant time) {
        return extended(time.truncatedTo(ChronoUnit.SECONDS)).replace("-", "").replace(":", "");
    }
}
