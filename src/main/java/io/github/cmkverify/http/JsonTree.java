package io.github.cmkverify.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Builds a tree from tokens, without an {@code ObjectMapper}, whose start-up costs more than all requests of a build. */
final class JsonTree {
    /** Levels of arrays and objects; the deepest documented answer has six. */
    static final int DEEPEST = 64;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The one value, with nothing behind it. */
    JsonNode document() throws IOException, StrangeJsonException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new StrangeJsonException("empty");
        }
        JsonNode value = value(first, 1);
        if (parser.nextToken() != null) {
            throw strange("something behind the value");
        }
        return value;
    }

    private JsonNode value(@Nullable JsonToken token, int level) throws IOException, StrangeJsonException {
        if (token == null) {
            throw strange("ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(deeper(level));
            case START_ARRAY -> array(deeper(level));
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> throw strange("not JSON");
        };
    }

    private int deeper(int level) throws StrangeJsonException {
        if (level > DEEPEST) {
            throw strange("deeper than " + DEEPEST + " levels");
        }
        return level + 1;
    }

    private ObjectNode object(int level) throws IOException, StrangeJsonException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (object.has(name)) {
                throw strange("a field that is there twice");
            }
            object.set(name, value(parser.nextToken(), level));
        }
        return object;
    }

    private ArrayNode array(int level) throws IOException, StrangeJsonException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, level));
        }
        return array;
    }

    private JsonNode whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER -> NODES.numberNode(parser.getBigIntegerValue());
            case FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getDecimalValue());
        };
    }

    private StrangeJsonException strange(String reason) {
        return new StrangeJsonException(reason + Json.at(parser.currentLocation()));
    }
}
