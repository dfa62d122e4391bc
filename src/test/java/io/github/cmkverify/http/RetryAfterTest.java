package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    @Test
    void secondsBeyondALongAreForever() {
        assertEquals(Duration.ofSeconds(999_999_999_999_999_999L), read("9".repeat(18)));
        assertEquals(ChronoUnit.FOREVER.getDuration(), read("9".repeat(19)));
    }

    private static Duration read(String header) {
        return RetryAfter.read(header, Instant.EPOCH);
    }
}
