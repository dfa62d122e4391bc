package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyJoinTest {
    private static final Rules STRICTER = new Rules(Map.of(), Duration.ofDays(90));

    @Test
    void foldsARepeatIntoTheFirst() throws Exception {
        DeclaredKey first = key("arn:1", null, "first");

        assertEquals(List.of(first), KeyJoin.join(List.of(first, key("arn:1", null, "second"))));
    }

    @Test
    void foldsAPlainRepeatIntoTheOneThatSaysMore() throws Exception {
        DeclaredKey named = key("arn:1", "payments", "second");

        assertEquals(List.of(named), KeyJoin.join(List.of(key("arn:1", null, "first"), named)));
    }

    @Test
    void keepsEachDeclarationThatExpectsSomethingElse() throws Exception {
        DeclaredKey one = expecting(key("arn:1", null, "a"), "usage", "SIGN_VERIFY");
        DeclaredKey other = expecting(key("arn:1", null, "b"), "usage", "ENCRYPT_DECRYPT");

        assertEquals(List.of(one, other), KeyJoin.join(List.of(one, other)));
    }

    @Test
    void keepsADeclarationUnderOtherRules() throws Exception {
        DeclaredKey plugin = key("arn:1", "payments", "<keys>");
        DeclaredKey execution =
                new DeclaredKey(plugin.reference(), "payments", Expectations.NONE, STRICTER, "execution 'gate' <keys>");

        assertEquals(List.of(plugin, execution), KeyJoin.join(List.of(plugin, execution)));
    }

    @Test
    void refusesOneReferenceWithOtherOptionsAndNamesBothPlaces() {
        DeclaredKey plain = key("arn:1", null, "here");
        DeclaredKey other = new DeclaredKey(
                plain.reference().with("endpoint", "https://h"), null, Expectations.NONE, Rules.USUAL, "there");

        InvalidInputException mistake = mistake(plain, other);

        assertEquals("there", mistake.where());
        assertTrue(mistake.written().contains("endpoint=https://h"), mistake.written());
        assertTrue(mistake.accepted().contains("here has no options"), mistake.accepted());
    }

    @Test
    void refusesANameForTwoReferences() {
        InvalidInputException mistake = mistake(key("arn:1", "n", "here"), key("arn:2", "n", "there"));

        assertEquals("there", mistake.where());
        assertTrue(mistake.accepted().contains("here has it for arn:1"), mistake.accepted());
    }

    @Test
    void refusesANameForTwoDeclarationsOfOneReference() {
        DeclaredKey one = key("arn:1", "n", "here");

        assertEquals(
                "<name>n</name>", mistake(one, expecting(one, "usage", "x")).written());
    }

    private static InvalidInputException mistake(DeclaredKey... keys) {
        return assertThrows(InvalidInputsException.class, () -> KeyJoin.join(List.of(keys)))
                .all()
                .get(0);
    }

    private static DeclaredKey key(String text, @Nullable String name, String where) {
        return new DeclaredKey(new KeyReference("aws", text), name, Expectations.NONE, Rules.USUAL, where);
    }

    private static DeclaredKey expecting(DeclaredKey key, String name, String value) {
        Expectations expectations = new Expectations(new TreeMap<>(Map.of(name, value)));
        return new DeclaredKey(key.reference(), key.name(), expectations, key.rules(), key.where());
    }
}
