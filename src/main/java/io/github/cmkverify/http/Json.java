package io.github.cmkverify.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The strict reader: one JSON value in UTF-8, no doubled fields, nothing behind it, bounded depth and size. How Jackson
 * is used stays in here.
 */
public final class Json {
    /** Characters of a number; the longest documented ones are time stamps. */
    private static final int LONGEST_NUMBER = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads a body. Numbers keep their value exactly; a byte order mark is skipped.
     *
     * @throws StrangeJsonException if it is anything but exactly one strict JSON value
     */
    public static JsonNode read(byte[] body) throws StrangeJsonException {
        CharBuffer text = decoded(body);
        // Jackson would guess the encoding of bytes, UTF-16 and UTF-32 included.
        try (JsonParser parser = FACTORY.createParser(text.array(), text.position(), text.remaining())) {
            return new JsonTree(parser).document();
        } catch (JsonProcessingException e) {
            throw new StrangeJsonException(reason(e) + at(e.getLocation()));
        } catch (NumberFormatException e) {
            // An exponent beyond what BigDecimal can hold.
            throw new StrangeJsonException("a number out of range");
        } catch (IOException e) {
            throw new StrangeJsonException("not readable");
        }
    }

    /**
     * A value as {@link #read} reads it again. What a node has for that itself starts an {@code ObjectMapper}, which costs
     * more than all requests of a build.
     */
    public static String write(JsonNode value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written outside of memory
        }
        return text.toString();
    }

    private static void write(JsonNode value, JsonGenerator json) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> field : value.properties()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : value) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(value.textValue());
            case NUMBER -> json.writeNumber(value.asText());
            case BOOLEAN -> json.writeBoolean(value.booleanValue());
            case NULL -> json.writeNull();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("never read: " + value.getNodeType());
        }
    }

    private static CharBuffer decoded(byte[] body) throws StrangeJsonException {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (text.hasRemaining() && text.get(text.position()) == BYTE_ORDER_MARK) {
                text.get();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new StrangeJsonException("not UTF-8");
        }
    }

    /** Of our own making: Jackson quotes the body. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "a number or a name that is too long";
        }
        return e instanceof JsonEOFException ? "ends too early" : "not JSON";
    }

    static String at(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
