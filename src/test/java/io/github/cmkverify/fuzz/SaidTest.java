package io.github.cmkverify.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fuzzed answers are held against must itself be right. */
class SaidTest {
    private static Said said(String body) {
        return new Said(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsPlacesAndKindsApart() {
        Said said = said("{\"a\":{\"b\":\"x\",\"c\":[1,{\"d\":true}]},\"b\":null,\"d\":\"true\"}");

        assertEquals(Set.of("\"x\""), said.at("a", "b"));
        assertEquals(Set.of("1"), said.at("a", "c", "*"));
        assertEquals(Set.of("true"), said.at("a", "c", "*", "d"));
        assertEquals(Set.of("\"true\""), said.at("d"));
        assertEquals(Set.of(), said.at("b"));
        assertTrue(said.hasWithin("a", "c"));
        assertFalse(said.hasWithin("c"));
    }

    @Test
    void seesBothOfADoubledFieldAndThroughEscapes() {
        assertEquals(
                Set.of("\"Enabled\"", "\"Disabled\""),
                said("{\"s\":\"Disabled\",\"\\u0073\":\"\\u0045nabled\"}").at("s"));
    }

    @Test
    void readsOnWhereNoJsonIsLeft() {
        assertEquals(Set.of("\"x\""), said("]}oops{\"a\" 1 :\"b\":,\"a\":\"x").at("a"));
    }
}
