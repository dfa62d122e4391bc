package io.github.cmkverify.policy;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyState;
import org.jspecify.annotations.Nullable;

/** What follows from the state of a key. */
final class States {
    private States() {}

    /** The finding that a state makes; {@code null} for the one state that is usable. */
    static @Nullable FindingId finding(KeyState state) {
        return switch (state) {
            case ENABLED -> null;
            case DISABLED -> FindingId.DISABLED;
            case PENDING_DELETION -> FindingId.SCHEDULED_FOR_DELETION;
            case DESTROYED -> FindingId.DESTROYED;
            case NOT_READY -> FindingId.NOT_READY;
            case UNAVAILABLE -> FindingId.UNAVAILABLE;
            case EXPIRED -> FindingId.EXPIRED;
            case MISSING -> FindingId.MISSING;
            case UNKNOWN -> FindingId.UNDETERMINED;
        };
    }

    /**
     * Whether a further finding says nothing that the state's own finding does not say already. What is dying or gone
     * need not be rotated, renewed or the customer's; material that is not there has no end; and a store outside that is
     * trusted to be up is only worth a word while the key is enabled.
     */
    static boolean explains(KeyState state, FindingId further) {
        return switch (state) {
            case ENABLED -> false;
            case DISABLED, UNAVAILABLE, UNKNOWN ->
                further == FindingId.ROTATION_OFF || further == FindingId.EXTERNAL_UNVERIFIED;
            case NOT_READY, EXPIRED -> further != FindingId.NOT_CUSTOMER_MANAGED;
            case PENDING_DELETION, DESTROYED, MISSING -> true;
        };
    }
}
