package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields of an answer by their documented types. A field of another type makes the whole answer strange. */
record BundleFields(JsonNode object) {
    /** Beyond the year 9999 there are no keys. */
    private static final long LATEST = 253_402_300_799L;

    /** An object within. */
    BundleFields within(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (!value.isObject()) {
            throw new StrangeJsonException(value.isMissingNode() ? "no " + name : name + " is no object");
        }
        return new BundleFields(value);
    }

    /** A text that may be absent. */
    @Nullable String text(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw new StrangeJsonException(name + " is no text");
        }
        return ServerText.cut(value.textValue());
    }

    /** A text that must be there. */
    String required(String name) throws StrangeJsonException {
        String value = text(name);
        if (value == null || value.isBlank()) {
            throw new StrangeJsonException("no " + name);
        }
        return value;
    }

    /** A flag that must be there. */
    boolean flag(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            throw new StrangeJsonException(value.isMissingNode() ? "no " + name : name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A time in whole seconds since 1970 that may be absent. */
    @Nullable Instant time(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LATEST) {
            throw new StrangeJsonException(name + " is no time in seconds");
        }
        return Instant.ofEpochSecond(value.longValue());
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
