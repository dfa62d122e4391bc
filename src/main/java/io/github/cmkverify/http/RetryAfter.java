package io.github.cmkverify.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in the form of RFC 1123. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int DIGITS_OF_A_LONG = 18;

    private RetryAfter() {}

    /** How long to wait; zero where the header is absent, past, negative or not understood. */
    static Duration read(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return Duration.ZERO;
        }
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return text.length() > DIGITS_OF_A_LONG
                    ? ChronoUnit.FOREVER.getDuration()
                    : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
