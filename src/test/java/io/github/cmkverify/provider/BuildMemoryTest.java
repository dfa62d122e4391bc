package io.github.cmkverify.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class BuildMemoryTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BuildMemory memory = new BuildMemory(new ConcurrentHashMap<>());

    @Test
    void whatSomebodyFoundOutIsKnown() {
        memory.once("key", MINUTE, value -> false, () -> Map.of("is", "there"));

        assertEquals(Map.of("is", "there"), memory.known("key"));
        assertNull(memory.known("another"));
    }

    @Test
    void whatIsBeingFoundOutIsNotKnownYet() {
        memory.once("key", MINUTE, value -> false, () -> {
            assertNull(memory.known("key"));
            return Map.of();
        });
    }

    @Test
    void whatNobodyCouldFindOutIsNotKnown() {
        assertThrows(
                IllegalStateException.class,
                () -> memory.once("key", MINUTE, value -> false, () -> {
                    throw new IllegalStateException("no");
                }));

        assertNull(memory.known("key"));
    }
}
