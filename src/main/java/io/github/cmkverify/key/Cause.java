package io.github.cmkverify.key;

/** Why nobody can tell the state of a key. {@code report} has a sentence and a cure for each. */
public enum Cause {
    /** None of the documented sources holds credentials. */
    NO_CREDENTIALS,
    /** A source of credentials is there, but broken: half a pair, an unreadable file, a character that cannot be sent. */
    BROKEN_CREDENTIALS,
    /** The provider does not know who asks: wrong, expired or unsigned credentials. */
    AUTHENTICATION_REFUSED,
    /** An earlier request of this build with the same credentials was refused; this one was not sent. */
    NOT_ASKED_AGAIN,
    /** The provider knows who asks, and denies it. */
    ACCESS_DENIED,
    /** The account or project is unknown, or does not belong to who asks; says nothing of the key. */
    ACCOUNT_UNKNOWN,
    /** The machine that asks is kept out: an address list, a private link. */
    NETWORK_DENIED,
    /** The service behind the host does not know this API, or the host is not the provider's at all. */
    WRONG_SERVICE,
    /** The key was asked for in a region that it does not belong to. */
    WRONG_REGION,
    /** The provider calls the request itself wrong. */
    REQUEST_REFUSED,
    /** The host is neither the provider's nor allowed from outside the project. */
    HOST_NOT_ALLOWED,
    /** The name of the host could not be resolved. */
    HOST_UNKNOWN,
    /** No connection, or it broke, in every attempt. */
    NOT_REACHED,
    /** The TLS handshake failed. */
    TLS_FAILED,
    /** No answer within the time for a request. */
    TIMED_OUT,
    /** The time for the whole verification ran out. */
    OUT_OF_TIME,
    /** The provider asks to come back later, in every attempt. */
    THROTTLED,
    /** The provider reports a fault of its own, in every attempt. */
    SERVICE_FAULT,
    /** Sent elsewhere; never followed. */
    REDIRECTED,
    /** An answer that is not the documented one: no JSON, fields missing, doubled or of another type, too large. */
    STRANGE_ANSWER,
    /** An answer about another key or account than the one asked for. */
    OTHER_KEY,
    /** A state that is not among the documented ones; shown as it came. */
    UNKNOWN_STATE,
    /** The key is between two states and stayed there. */
    TRANSIENT_STATE,
    /** The configuration points nowhere, or at a key that cannot be asked. */
    POINTS_NOWHERE,
    /** The by-id answer and the list contradict each other. */
    LIST_DISAGREES,
    /** Something went wrong on our side; a defect. */
    INTERNAL_FAULT
}
