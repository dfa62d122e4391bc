package io.github.cmkverify.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Typed looks at the fields of an object. A field of another type is no such field: what a provider's answer lacks is
 * never guessed.
 */
public final class JsonFields {
    private JsonFields() {}

    /** A string as it is, or a number as text ({@code 2} for 2; services differ, and change); else {@code null}. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value != null && (value.isTextual() || value.isNumber()) ? value.asText() : null;
    }

    /** {@code true} or {@code false}; {@code null} for anything else, the strings included. */
    public static @Nullable Boolean flag(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isBoolean()) {
            return null;
        }
        return value.booleanValue();
    }

    /** An object within an object, or {@code null}. */
    public static @Nullable ObjectNode object(JsonNode object, String field) {
        return object.get(field) instanceof ObjectNode value ? value : null;
    }

    /** An array within an object, or {@code null}. */
    public static @Nullable ArrayNode array(JsonNode object, String field) {
        return object.get(field) instanceof ArrayNode value ? value : null;
    }
}
