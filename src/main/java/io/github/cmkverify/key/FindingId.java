package io.github.cmkverify.key;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key can turn out to be, in the order in which findings are told. The contract names each one. */
public enum FindingId {
    /** The provider itself says that the key is not there. */
    MISSING(Severity.FAIL, Latitude.NONE),
    /** Material gone for good. */
    DESTROYED(Severity.FAIL, Latitude.NONE),
    /** Pending deletion, or soft-deleted. */
    SCHEDULED_FOR_DELETION(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** Disabled. */
    DISABLED(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** Being created, waiting for import or activation. */
    NOT_READY(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** Key store disconnected, account frozen, all uses denied. */
    UNAVAILABLE(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** Key or material past its end. */
    EXPIRED(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** An expectation does not hold, or what the provider says contradicts itself. */
    MISMATCH(Severity.FAIL, Latitude.FAIL_OR_WARN),
    /** Nobody could tell. */
    UNDETERMINED(Severity.ERROR, Latitude.ERROR_OR_WARN),
    /** A provider-managed or default key. */
    NOT_CUSTOMER_MANAGED(Severity.FAIL, Latitude.ANY),
    /** Ends within the expiry window. */
    EXPIRING(Severity.WARN, Latitude.ANY),
    /** The material lives in a store outside. */
    EXTERNAL_UNVERIFIED(Severity.WARN, Latitude.ANY),
    /** A version that old data needs is in danger. */
    OLDER_VERSION_AT_RISK(Severity.WARN, Latitude.ANY),
    /** The key could be purged at once. */
    NOT_PURGE_PROTECTED(Severity.IGNORE, Latitude.ANY),
    /** The key is not rotated. */
    ROTATION_OFF(Severity.IGNORE, Latitude.ANY);

    private final Severity usual;
    private final Latitude latitude;

    FindingId(Severity usual, Latitude latitude) {
        this.usual = usual;
        this.latitude = latitude;
    }

    /** The severity where nobody sets another. */
    public Severity usual() {
        return usual;
    }

    /** The severities that may be set; one alone means that it cannot be changed. */
    public Set<Severity> accepted() {
        return switch (latitude) {
            case NONE -> EnumSet.of(usual);
            case FAIL_OR_WARN -> EnumSet.of(Severity.FAIL, Severity.WARN);
            case ERROR_OR_WARN -> EnumSet.of(Severity.ERROR, Severity.WARN);
            case ANY -> EnumSet.of(Severity.FAIL, Severity.WARN, Severity.IGNORE);
        };
    }

    /** Whether a waiver may make a warning of it: what always fails, and what nobody could tell, stays what it is. */
    public boolean waivable() {
        return accepted().containsAll(EnumSet.of(Severity.FAIL, Severity.WARN));
    }

    /** The id as people write it: {@code scheduled-for-deletion}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The finding with this id, if there is one. */
    public static Optional<FindingId> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }

    private enum Latitude {
        NONE,
        FAIL_OR_WARN,
        ERROR_OR_WARN,
        ANY
    }
}
