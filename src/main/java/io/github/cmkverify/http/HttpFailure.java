package io.github.cmkverify.http;

/**
 * No answer.
 *
 * @param kind why
 * @param detail what was seen: a host, a system's error text; never a header or a body
 * @param trace how it was sent
 */
public record HttpFailure(Kind kind, String detail, Trace trace) implements HttpResult {
    /** Why there is no answer. */
    public enum Kind {
        /** The host check refused the host; nothing was sent. */
        HOST_NOT_ALLOWED,
        /** The name could not be resolved. */
        HOST_UNKNOWN,
        /** No connection, or it broke before the answer was complete. */
        NOT_REACHED,
        /** The TLS handshake failed. */
        TLS_FAILED,
        /** No complete answer within the time for one request. */
        TIMED_OUT,
        /** The deadline passed. */
        OUT_OF_TIME,
        /** More body than the limit. */
        TOO_LARGE,
        /** A header value holds characters that cannot be sent; nothing was sent. */
        UNSENDABLE,
        /** The identity was refused before; nothing was sent. */
        IDENTITY_REFUSED,
        /** A defect of ours. */
        INTERNAL
    }
}
