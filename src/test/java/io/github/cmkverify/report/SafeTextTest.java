package io.github.cmkverify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @Test
    void plainTextStaysAsItIs() {
        String plain = "Schlüssel 'größer' €5 [x] {y} 100% 鍵 🔑";

        assertEquals(plain, SafeText.line(plain));
    }

    @Test
    void nothingBecomesAnEmptyText() {
        assertEquals("", SafeText.line(null));
        assertNull(SafeText.orNull(" \n "));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x85, 0x2028, 0x2029, 0x00, 0x07, 0x08, 0x7F, 0x9B, 0x9D, 0xA0})
    void lineBreaksAndControlsBecomeOneBlank(int codePoint) {
        assertEquals("a b", SafeText.line("a" + Character.toString(codePoint).repeat(3) + "b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202E, 0x2066, 0x2069, 0x200B, 0x200D, 0x200E, 0x2060, 0xFEFF, 0xAD, 0xE0041, 0xD800})
    void invisibleCharactersVanish(int codePoint) {
        assertEquals("ab", SafeText.line("a" + Character.toString(codePoint) + "b"));
    }

    @Test
    void terminalSequencesVanishWhole() {
        assertEquals("red", SafeText.line("\u001b[31mred\u001b[0m"));
        assertEquals("]8;;http://evil link", SafeText.line("\u001b]8;;http://evil\u0007link"));
    }

    @ParameterizedTest
    @CsvSource({
        "::error::x, : :error: :x",
        "a ::add-mask::x, a : :add-mask: :x",
        "##vso[task.x], # #vso[task.x]",
        "##[error]x, # #[error]x",
        "###[error]x, # # #[error]x",
        ":::error, : : :error",
        "x::, x: :"
    })
    void workflowCommandsAreTakenApart(String text, String expected) {
        assertEquals(expected, SafeText.line(text));
    }

    @Test
    void commandsThatComeTogetherWhenSomethingVanishesAreTakenApartToo() {
        assertEquals("# #vso[x]", SafeText.line("#\u200b#vso[x]"));
        assertEquals(": :error: :", SafeText.line(":\u202e:error:\u001b[1m:"));
    }

    @Test
    void anEllipsisStaysAndHidesNothing() {
        assertEquals("access key AKIDEX…", SafeText.line("access key AKIDEX…"));
        assertEquals("… : :error: :", SafeText.line("…\n::error::"));
        assertEquals("…", SafeText.line("\u001b[1m…\u202e"));
    }

    @Test
    void theArnOfAUserStaysReadable() {
        assertEquals("arn:aws:iam::111122223333:user/ci", SafeText.line("arn:aws:iam::111122223333:user/ci"));
        assertEquals("[::1]", SafeText.line("[::1]"));
    }

    @Test
    void longTextIsCutWithAnEllipsis() {
        String cut = SafeText.cut("x".repeat(301));

        assertEquals(300, cut.length());
        assertTrue(cut.endsWith("x…"));
        assertEquals("x".repeat(300), SafeText.cut("x".repeat(300)));
    }

    @Test
    void aCharacterIsNotCutInHalf() {
        String cut = SafeText.cut("x".repeat(298) + "🔑🔑");

        assertFalse(cut.chars().anyMatch(c -> Character.isSurrogate((char) c)));
    }
}
