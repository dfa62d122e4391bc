package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void whatIsCutOffIsToldFromWhatIsNotJson() {
        assertStrange("ends too early", "{\"a\":");
        assertStrange("not JSON", "<html>");
    }

    @Test
    void everyKindOfValueIsRead() throws StrangeJsonException {
        JsonNode read = read("""
                {"text":"a\\u00e4\\n\u20ac","whole":42,"negative":-1,"big":1695000000000,
                 "yes":true,"no":false,"none":null,"list":[1,[],{}],"object":{"a":{"b":"c"}}}""");
        assertEquals("a\u00e4\n\u20ac", read.get("text").textValue());
        assertEquals(42, read.get("whole").intValue());
        assertEquals(-1, read.get("negative").longValue());
        assertEquals(1_695_000_000_000L, read.get("big").longValue());
        assertTrue(read.get("yes").booleanValue());
        assertTrue(read.get("no").isBoolean());
        assertTrue(read.get("none").isNull());
        assertEquals(3, read.get("list").size());
        assertEquals("c", read.get("object").get("a").get("b").textValue());
    }

    @Test
    void numbersKeepTheirValueExactly() throws StrangeJsonException {
        assertEquals(
                new BigInteger("123456789012345678901234567890"),
                read("123456789012345678901234567890").bigIntegerValue());
        assertEquals(
                new BigDecimal("0.10000000000000000000000000001"),
                read("0.10000000000000000000000000001").decimalValue());
        assertEquals("1.50", read("1.50").asText());
        assertEquals(Long.MAX_VALUE, read("9223372036854775807").longValue());
        assertEquals("1E+999999999", read("1e999999999").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,[],{},null,true,false],\"b\":{\"c\":\"d\"}}",
                "\"\\u0000\\n\\\"\\\\\u20ac\\ud83d\\ude00\"",
                "-9223372036854775809",
                "0.10000000000000000000000000001",
                "1e999999999",
                "1.50"
            })
    void whatWasReadIsWrittenSoThatItIsReadAsTheSame(String text) throws StrangeJsonException {
        JsonNode read = read(text);
        assertEquals(read, read(Json.write(read)));
        assertEquals(read.toString(), Json.write(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"text\"", " 1 ", "[]", "\r\n{}\t\n"})
    void anyOneValueIsAValue(String text) throws StrangeJsonException {
        assertFalse(read(text).isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key_state\":\"4\",\"key_state\":\"2\"}",
                "{\"key_state\":\"2\",\"other\":1,\"key_state\":\"2\"}",
                "{\"a\":{\"key_state\":\"4\",\"key\\u005fstate\":\"2\"}}",
                "[{\"a\":null,\"a\":\"2\"}]",
            })
    void aFieldThatIsThereTwiceIsStrange(String text) {
        assertStrange("twice", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{}{",
                "{}]",
                "{}x",
                "null null",
                "1 2",
                "{\"a\":1}\u0000",
                "{},",
                "[]//comment",
            })
    void whatFollowsTheValueIsStrange(String text) {
        assertStrange("", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\uFEFF", "\uFEFF "})
    void noValueIsStrange(String text) {
        assertStrange("empty", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[1",
                "[1,",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "\"text",
                "\"te\\",
                "tru",
                "-",
                "1.",
                "1e",
            })
    void anEndBeforeTheEndIsStrange(String text) {
        assertStrange("", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                ".5",
                "/* c */ 1",
                "# c\n1",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12\"",
                "TRUE",
                "<!DOCTYPE html><html></html>",
                "\u00a0{}",
                "]",
                "}",
                ":",
                "\uFEFF\uFEFF{}",
            })
    void whatIsNotQuiteJsonIsStrange(String text) {
        assertStrange("", text);
    }

    @Test
    void oneByteOrderMarkIsTolerated() throws StrangeJsonException {
        assertEquals(1, read("\uFEFF{\"a\":1}").get("a").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreStrange(String charset) {
        byte[] body = "{\"a\":1}".getBytes(Charset.forName(charset));
        assertThrows(StrangeJsonException.class, () -> Json.read(body));
    }

    @Test
    void malformedUtf8IsStrange() {
        byte[] latin1 = "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(StrangeJsonException.class, () -> Json.read(latin1));
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        assertThrows(StrangeJsonException.class, () -> Json.read(overlong));
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        assertThrows(StrangeJsonException.class, () -> Json.read(surrogate));
    }

    @Test
    void theDepthIsBounded() throws StrangeJsonException {
        assertTrue(read("[".repeat(64) + "]".repeat(64)).isArray());
        assertStrange("deeper", "[".repeat(65) + "]".repeat(65));
        assertStrange("deeper", "{\"a\":".repeat(65) + "1" + "}".repeat(65));
        assertStrange("deeper", "[".repeat(200_000));
        assertStrange("deeper", "{\"a\":".repeat(200_000));
    }

    @Test
    void theLengthOfANumberIsBounded() throws StrangeJsonException {
        assertTrue(read("1".repeat(100)).isNumber());
        assertStrange("too long", "1".repeat(101));
        assertStrange("too long", "[1." + "1".repeat(1_000_000) + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":s3cr3t}",
                "{\"s3cr3t\":1,\"s3cr3t\":2}",
                "\"\\s3cr3t\"",
                "{} s3cr3t",
                "s3cr3t",
                "{\"a\":\"s3cr3t",
                "[1s3cr3t]",
            })
    void whatIsSaidHoldsThePlaceAndNothingOfTheBody(String text) {
        StrangeJsonException strange = assertStrange("line 1", text);
        assertFalse(String.valueOf(strange.getMessage()).contains("s3cr3t"), strange.getMessage());
        assertNull(strange.getCause());
    }

    private static StrangeJsonException assertStrange(String reason, String text) {
        StrangeJsonException strange = assertThrows(StrangeJsonException.class, () -> read(text));
        assertTrue(String.valueOf(strange.getMessage()).contains(reason), strange.getMessage());
        return strange;
    }

    private static JsonNode read(String text) throws StrangeJsonException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
