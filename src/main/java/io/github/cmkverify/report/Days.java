package io.github.cmkverify.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates as people read them, always in UTC. */
final class Days {
    private Days() {}

    /** {@code 2026-12-03}. */
    static String date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    /** {@code 2026-12-03 04:10 UTC}. */
    static String minute(Instant time) {
        LocalTime minute = LocalTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return date(time) + " " + minute + " UTC";
    }

    /** {@code 2026-12-03 04:10 UTC, in 11 days}. */
    static String ahead(Instant time, Instant now) {
        return minute(time) + ", " + left(time, now);
    }

    /** {@code in 11 days}, {@code in 3 hours}, {@code that is past}. */
    static String left(Instant time, Instant now) {
        Duration left = Duration.between(now, time);
        if (left.isNegative() || left.isZero()) {
            return "that is past";
        }
        if (left.toHours() < 1) {
            return "within the hour";
        }
        return left.toDays() < 1 ? "in " + counted(left.toHours(), "hour") : "in " + counted(left.toDays(), "day");
    }

    /** {@code 1 key}, {@code 2 keys}. */
    static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
