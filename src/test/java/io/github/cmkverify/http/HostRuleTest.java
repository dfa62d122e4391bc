package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HostRuleTest {
    private static final HostRule RULE = new HostRule(Set.of("a.com", "b.com"), Set.of("c"), true, false);

    @Test
    void rulesThatSayTheSameAreOne() {
        HostRule again = new HostRule(Set.of("b.com", "a.com"), Set.of("c"), true, false);

        assertEquals(RULE, again);
        assertEquals(RULE.hashCode(), again.hashCode());
    }

    /** A check that was made by another rule says nothing of this one. */
    @Test
    void whatDiffersInAnythingIsAnotherRule() {
        assertNotEquals(RULE, new HostRule(Set.of("a.com"), Set.of("c"), true, false));
        assertNotEquals(RULE, new HostRule(Set.of("a.com", "b.com"), Set.of(), true, false));
        assertNotEquals(RULE, new HostRule(Set.of("a.com", "b.com"), Set.of("c"), false, false));
        assertNotEquals(RULE, new HostRule(Set.of("a.com", "b.com"), Set.of("c"), true, true));
        assertNotEquals((Object) RULE, "a.com");
    }
}
