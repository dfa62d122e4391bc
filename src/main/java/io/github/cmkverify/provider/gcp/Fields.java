package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, each of its documented type, {@code null} or absent. One of another type makes the whole
 * answer strange: nobody can know what else is not as it was.
 */
record Fields(JsonNode object) {
    /** The members of what should be an object. */
    static Fields of(JsonNode value, String what) throws StrangeJsonException {
        if (!value.isObject()) {
            throw new StrangeJsonException(what + " is no object");
        }
        return new Fields(value);
    }

    /** A text that must be there. */
    String required(String name) throws StrangeJsonException {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw new StrangeJsonException("no " + name);
        }
        return text;
    }

    @Nullable String text(String name) throws StrangeJsonException {
        String text = whole(name);
        return text == null ? null : ServerText.cut(text);
    }

    /** A text that is of use only as a whole. */
    @Nullable String whole(String name) throws StrangeJsonException {
        JsonNode value = value(name);
        if (value != null && !value.isTextual()) {
            throw new StrangeJsonException(name + " is no text");
        }
        return value == null ? null : value.textValue();
    }

    /** A time as RFC 3339 has it, in UTC with up to nine digits of a second. */
    @Nullable Instant time(String name) throws StrangeJsonException {
        String text = text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new StrangeJsonException(name + " is no time");
        }
    }

    @Nullable Fields object(String name) throws StrangeJsonException {
        JsonNode value = value(name);
        return value == null ? null : of(value, name);
    }

    /** The elements of an array; proto3 leaves an empty one out. */
    List<JsonNode> elements(String name) throws StrangeJsonException {
        JsonNode value = value(name);
        List<JsonNode> elements = new ArrayList<>();
        if (value != null) {
            if (!value.isArray()) {
                throw new StrangeJsonException(name + " is no array");
            }
            value.forEach(elements::add);
        }
        return elements;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
