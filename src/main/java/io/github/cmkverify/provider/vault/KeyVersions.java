package io.github.cmkverify.provider.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.StrangeJsonException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a key and what may be done with them (provider document vault, D).
 *
 * @param latest the version that encrypts unless another one is named
 * @param minDecryption older ones do not decrypt; 0 and 1 bar none
 * @param minEncryption older ones do not encrypt; 0 means the latest
 * @param minAvailable older ones are trimmed: gone for good; 0 where none are
 * @param createdAt when the first version was made, if it is still there
 */
record KeyVersions(
        long latest,
        long minDecryption,
        long minEncryption,
        long minAvailable,
        @Nullable Instant createdAt) {
    /** Types of which neither server lists the versions. */
    private static final Pattern UNLISTED = Pattern.compile("hmac|aes[0-9]{3}-cmac|managed_key");

    private static final String LATEST = "latest_version";
    private static final String MIN_DECRYPTION = "min_decryption_version";
    private static final String MIN_ENCRYPTION = "min_encryption_version";
    private static final String MIN_AVAILABLE = "min_available_version";

    /**
     * Reads them.
     *
     * @throws StrangeJsonException if a field is absent or not a version, or the material of the latest version is not
     *     listed
     */
    static KeyVersions of(ObjectNode data) throws StrangeJsonException {
        long latest = version(data, LATEST);
        if (latest == 0) {
            throw new StrangeJsonException("no version at all");
        }
        JsonNode keys = data.path("keys");
        boolean unlisted = keys.isMissingNode()
                && UNLISTED.matcher(data.path("type").asText()).matches();
        if (!unlisted && !isMaterial(keys.path(String.valueOf(latest)))) {
            throw new StrangeJsonException("the latest version is not among the keys");
        }
        return new KeyVersions(
                latest,
                version(data, MIN_DECRYPTION),
                version(data, MIN_ENCRYPTION),
                data.hasNonNull(MIN_AVAILABLE) ? version(data, MIN_AVAILABLE) : 0,
                created(keys.path("1")));
    }

    /** The time of a symmetric version, the public half of another one, or the name of one that lives elsewhere. */
    private static boolean isMaterial(JsonNode version) {
        return version.isIntegralNumber() || version.isObject() || version.isTextual();
    }

    private static long version(ObjectNode data, String field) throws StrangeJsonException {
        JsonNode value = data.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new StrangeJsonException("no " + field);
        }
        return value.intValue();
    }

    /** Of a symmetric key a number of seconds, of another one an object with a date. */
    private static @Nullable Instant created(JsonNode version) {
        if (version.isIntegralNumber() && version.canConvertToInt()) {
            return Instant.ofEpochSecond(version.intValue());
        }
        try {
            String written = version.path("creation_time").textValue();
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Why no version can be used, though there is a key; {@code null} where the latest one can. */
    @Nullable String unusable() {
        if (minAvailable > latest) {
            return MIN_AVAILABLE + " " + minAvailable + " > " + LATEST + " " + latest;
        }
        if (minDecryption > latest) {
            return MIN_DECRYPTION + " " + minDecryption + " > " + LATEST + " " + latest;
        }
        return minEncryption > latest ? MIN_ENCRYPTION + " " + minEncryption + " > " + LATEST + " " + latest : null;
    }

    /** The versions that are still there and no longer decrypt. */
    List<String> closed() {
        long first = Math.max(1, minAvailable);
        long last = minDecryption - 1;
        if (last < first) {
            return List.of();
        }
        String which = first == last ? "version " + first : "versions " + first + " to " + last;
        return List.of(which + " (below " + MIN_DECRYPTION + " " + minDecryption + ")");
    }
}
