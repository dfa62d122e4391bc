package io.github.cmkverify.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/** Whatever a server asks for, the time to wait is one. */
@Timeout(10)
class RetryAfterFuzzTest {
    @FuzzTest
    void header(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        Duration wait = RetryAfter.read(header, Promise.NOW);
        if (wait.isNegative()) {
            throw new AssertionError(header + " is " + wait);
        }
        if (!wait.isZero() && header.chars().noneMatch(Character::isDigit)) {
            throw new AssertionError(header + " without a number is " + wait);
        }
    }
}
