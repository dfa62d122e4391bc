package io.github.cmkverify.provider.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The members of {@code KeyMetadata}, each of its documented type, {@code null} or absent. */
final class MetadataFields {
    /** 9999-12-31T23:59:59Z. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);
    /** Digits behind the point of a time beyond which a number is no time, and costly to compute with. */
    private static final int MOST_DIGITS = 30;

    private final JsonNode object;

    /** The members of an object. */
    MetadataFields(JsonNode object) throws StrangeJsonException {
        if (!object.isObject()) {
            throw new StrangeJsonException("no object KeyMetadata");
        }
        this.object = object;
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
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw new StrangeJsonException(name + " is no text");
        }
        return ServerText.cut(value.textValue());
    }

    @Nullable Boolean bool(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new StrangeJsonException(name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A time in seconds since 1970, possibly with a fraction or an exponent. */
    @Nullable Instant time(String name) throws StrangeJsonException {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isNumber()) {
            throw new StrangeJsonException(name + " is no number of seconds");
        }
        try {
            return instant(value.decimalValue());
        } catch (DateTimeException | NumberFormatException e) {
            throw new StrangeJsonException(name + " is no time");
        }
    }

    private static Instant instant(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(LATEST) > 0 || seconds.scale() > MOST_DIGITS) {
            throw new DateTimeException("out of range");
        }
        long millis = seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact();
        return Instant.ofEpochMilli(millis);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
