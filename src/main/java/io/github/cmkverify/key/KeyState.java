package io.github.cmkverify.key;

/** The state of a key in one vocabulary for all providers; each provider maps its own words to it. */
public enum KeyState {
    /** The provider itself reports the key as usable. The only state that can pass. */
    ENABLED,
    /** Switched off; the data is there but cannot be read. */
    DISABLED,
    /** Scheduled for deletion or soft-deleted; can still be saved. */
    PENDING_DELETION,
    /** The key material is gone for good. */
    DESTROYED,
    /** Being created, waiting for activation or for key material, or never created properly. */
    NOT_READY,
    /** Exists, but its store is disconnected, its account frozen or every use denied. */
    UNAVAILABLE,
    /** The key or its material is past its end. */
    EXPIRED,
    /** The provider itself says that there is no such key. */
    MISSING,
    /** The provider said nothing that can be understood. */
    UNKNOWN
}
