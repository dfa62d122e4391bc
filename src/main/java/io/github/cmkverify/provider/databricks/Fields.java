package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of an object, read strictly: {@code null} and absent are the same, another type is an error. */
final class Fields {
    /** The end of the year 9999 in milliseconds; nothing later can be written as a date. */
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    private Fields() {}

    /** A text; {@code null} where it is absent or empty. */
    static @Nullable String text(JsonNode object, String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new StrangeJsonException(name + " is not a text");
        }
        return value.asText().isEmpty() ? null : ServerText.cut(value.asText());
    }

    /** A text that has to be there. */
    static String required(JsonNode object, String name) throws StrangeJsonException {
        String value = text(object, name);
        if (value == null) {
            throw new StrangeJsonException(name + " is absent");
        }
        return value;
    }

    /** An object; {@code null} where it is absent. */
    static @Nullable JsonNode object(JsonNode object, String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new StrangeJsonException(name + " is not an object");
        }
        return value;
    }

    /** Texts; none where the field is absent. */
    static List<String> texts(JsonNode object, String name) throws StrangeJsonException {
        JsonNode values = object.path(name);
        List<String> texts = new ArrayList<>();
        if (values.isMissingNode() || values.isNull()) {
            return texts;
        }
        if (!values.isArray()) {
            throw new StrangeJsonException(name + " is not a list");
        }
        for (JsonNode value : values) {
            if (!value.isTextual()) {
                throw new StrangeJsonException(name + " holds something that is not a text");
            }
            texts.add(ServerText.cut(value.asText()));
        }
        return texts;
    }

    /** A whole number, written as a number or as digits; {@code null} where it is absent. */
    static @Nullable Long number(JsonNode object, String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isTextual() && value.asText().matches("\\d{1,18}")) {
            return Long.valueOf(value.asText());
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw new StrangeJsonException(name + " is not a whole number");
        }
        return value.asLong();
    }

    /** A time in milliseconds since 1970; {@code null} where it is absent. */
    static @Nullable Instant time(JsonNode object, String name) throws StrangeJsonException {
        Long milliseconds = number(object, name);
        if (milliseconds == null) {
            return null;
        }
        if (milliseconds < 0 || milliseconds > LAST_MILLISECOND) {
            throw new StrangeJsonException(name + " is not a time in milliseconds");
        }
        return Instant.ofEpochMilli(milliseconds);
    }
}
