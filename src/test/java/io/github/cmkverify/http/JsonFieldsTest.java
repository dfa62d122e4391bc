package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    @Test
    void textIsAStringOrANumber() throws StrangeJsonException {
        JsonNode object = read("{\"s\":\"2\",\"n\":2,\"t\":1695000000000,\"e\":\"\",\"b\":true,\"o\":{},\"z\":null}");
        assertEquals("2", JsonFields.text(object, "s"));
        assertEquals("2", JsonFields.text(object, "n"));
        assertEquals("1695000000000", JsonFields.text(object, "t"));
        assertEquals("", JsonFields.text(object, "e"));
        assertNull(JsonFields.text(object, "b"));
        assertNull(JsonFields.text(object, "o"));
        assertNull(JsonFields.text(object, "z"));
        assertNull(JsonFields.text(object, "absent"));
    }

    @Test
    void aFlagIsTrueOrFalseAndNoString() throws StrangeJsonException {
        JsonNode object = read("{\"t\":true,\"f\":false,\"s\":\"true\",\"n\":1,\"z\":null}");
        assertEquals(true, JsonFields.flag(object, "t"));
        assertEquals(false, JsonFields.flag(object, "f"));
        assertNull(JsonFields.flag(object, "s"));
        assertNull(JsonFields.flag(object, "n"));
        assertNull(JsonFields.flag(object, "z"));
        assertNull(JsonFields.flag(object, "absent"));
    }

    @Test
    void objectsAndArraysAreTakenForWhatTheyAre() throws StrangeJsonException {
        JsonNode object = read("{\"o\":{},\"a\":[],\"s\":\"{}\"}");
        assertNotNull(JsonFields.object(object, "o"));
        assertNotNull(JsonFields.array(object, "a"));
        assertNull(JsonFields.object(object, "a"));
        assertNull(JsonFields.array(object, "o"));
        assertNull(JsonFields.object(object, "s"));
        assertNull(JsonFields.object(object, "absent"));
    }

    @Test
    void whatIsNoObjectHasNoFields() throws StrangeJsonException {
        for (String text : new String[] {"null", "[]", "\"s\"", "1"}) {
            assertNull(JsonFields.text(read(text), "s"));
            assertNull(JsonFields.object(read(text), "s"));
        }
    }

    private static JsonNode read(String text) throws StrangeJsonException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
