package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(100);
    private static final Asked ASKED =
            new Asked(Cloud.key("key"), Cloud.enabled(), List.of(request(BEFORE), request(NOW.minusSeconds(1))));

    private static Evidence request(Instant askedAt) {
        return new Evidence("https://a", "DescribeKey", 200, "r", askedAt, "env", 1, false);
    }

    @Test
    void itIsAsOldAsTheOldestRequestThatWasMadeForIt() {
        assertEquals(BEFORE, SharedAnswer.of(ASKED, NOW).askedAt());
    }

    @Test
    void toItsOwnClassLoaderItIsTheAnswerItself() {
        SharedAnswer shared = SharedAnswer.of(ASKED, NOW);

        assertSame(shared, SharedAnswer.read(shared));
        assertSame(ASKED, shared.asked());
    }

    /** A copy has nothing of ours but the types of the JDK, which is what another class loader sees. */
    @Test
    void toAnotherClassLoaderItIsAMapThatSaysTheSame() {
        SharedAnswer read = SharedAnswer.read(new HashMap<>(SharedAnswer.of(ASKED, NOW)));

        assertEquals(ASKED, read.asked());
        assertEquals(BEFORE, read.askedAt());
    }
}
