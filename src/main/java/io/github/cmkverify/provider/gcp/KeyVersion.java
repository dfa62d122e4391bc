package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code CryptoKeyVersion} (provider document gcp, B): what has a state at Google Cloud KMS.
 *
 * @param name its resource name
 * @param number its number in the key
 * @param rawState Google's word for its state
 * @param algorithm purpose, algorithm and length in one word
 * @param protectionLevel what holds the material
 * @param destroyTime when it will be destroyed
 * @param destroyEventTime when it was destroyed
 * @param imported whether its material was made elsewhere: Google names the import of such a version alone
 */
record KeyVersion(
        String name,
        String number,
        String rawState,
        @Nullable String algorithm,
        @Nullable String protectionLevel,
        @Nullable Instant destroyTime,
        @Nullable Instant destroyEventTime,
        boolean imported) {
    private static final String OUTSIDE = "EXTERNAL";

    /**
     * Reads one.
     *
     * @throws StrangeJsonException if it is not the documented object
     * @throws AnsweredException if it is a version of another key
     */
    static KeyVersion read(GcpKey key, Fields fields) throws StrangeJsonException, AnsweredException {
        String name = fields.required("name");
        String number = key.versionNumber(name);
        if (number == null) {
            throw new AnsweredException(
                    Cause.OTHER_KEY, "asked for " + key.asked() + ", answered about a version " + name);
        }
        return new KeyVersion(
                name,
                number,
                fields.required("state"),
                fields.text("algorithm"),
                fields.text("protectionLevel"),
                fields.time("destroyTime"),
                fields.time("destroyEventTime"),
                fields.text("importJob") != null || fields.time("importTime") != null);
    }

    /**
     * Its state in our vocabulary. The two of external destruction are those of versions that Google calls destroyed
     * already: they may not be used or enabled again.
     */
    KeyState state() {
        return switch (rawState) {
            case "ENABLED" -> KeyState.ENABLED;
            case "DISABLED" -> KeyState.DISABLED;
            case "DESTROY_SCHEDULED" -> KeyState.PENDING_DELETION;
            case "DESTROYED", "PENDING_EXTERNAL_DESTRUCTION", "EXTERNAL_DESTRUCTION_FAILED" -> KeyState.DESTROYED;
            case "PENDING_GENERATION", "PENDING_IMPORT", "IMPORT_FAILED", "GENERATION_FAILED" -> KeyState.NOT_READY;
            default -> KeyState.UNKNOWN;
        };
    }

    /** Whether its material is in a store that Google cannot see into, however it is reached. */
    boolean isExternal() {
        return protectionLevel != null && protectionLevel.startsWith(OUTSIDE);
    }

    /** Whether it is said to be usable and to be destroyed, which cannot both be. */
    boolean isEnabledAndDying() {
        return state() == KeyState.ENABLED && (destroyTime != null || destroyEventTime != null);
    }

    /** Whether data may be encrypted with it that cannot be read now, or soon: it was usable once, and is not destroyed. */
    boolean isAtRisk() {
        return switch (state()) {
            case DISABLED, PENDING_DELETION, UNKNOWN -> true;
            case ENABLED, DESTROYED, NOT_READY, UNAVAILABLE, EXPIRED, MISSING -> false;
        };
    }

    /** How it is named in a list of versions at risk; {@link GcpRemedies} reads it. */
    String shown() {
        return "version " + number + " (" + rawState + (destroyTime == null ? "" : ", " + destroyTime) + ")";
    }
}
