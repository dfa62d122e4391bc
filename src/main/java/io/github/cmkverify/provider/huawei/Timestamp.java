package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as the KMS writes it: documented as seconds, answered as milliseconds, as text or as a number; not set is an
 * empty text (provider document huawei, 1.3 and 1.4).
 *
 * @param raw as it came; empty where it is not set
 * @param time {@code null} where it is not set or cannot be read
 */
record Timestamp(String raw, @Nullable Instant time) {
    private static final Timestamp NOT_SET = new Timestamp("", null);
    private static final Pattern NOTHING = Pattern.compile("0?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,11}");
    /** Three digits more than a date of the year 5138 are microseconds or nonsense. */
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,14}");

    /** Reads a field. */
    static Timestamp of(JsonNode field) {
        if (field.isMissingNode() || field.isNull()) {
            return NOT_SET;
        }
        String raw = field.isTextual() ? field.textValue().strip() : Json.write(field);
        if (NOTHING.matcher(raw).matches()) {
            return NOT_SET;
        }
        if (SECONDS.matcher(raw).matches()) {
            return new Timestamp(raw, Instant.ofEpochSecond(Long.parseLong(raw)));
        }
        if (MILLISECONDS.matcher(raw).matches()) {
            return new Timestamp(raw, Instant.ofEpochMilli(Long.parseLong(raw)));
        }
        return new Timestamp(Texts.limited(raw), null);
    }

    /** Whether something was said, readable or not. */
    boolean isSet() {
        return !raw.isEmpty();
    }

    /** Whether something was said that is no time. */
    boolean isUnreadable() {
        return isSet() && time == null;
    }
}
