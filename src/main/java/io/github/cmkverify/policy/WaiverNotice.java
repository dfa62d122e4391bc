package io.github.cmkverify.policy;

import io.github.cmkverify.key.Waiver;

/**
 * Something that the owner of a waiver should know; a warning, never part of a verdict.
 *
 * @param waiver which
 * @param kind what
 */
public record WaiverNotice(Waiver waiver, Kind kind) {
    /** What there is to know about a waiver. */
    public enum Kind {
        /** It covers a finding, and ends soon. */
        ENDS_SOON,
        /** It has ended. */
        ENDED,
        /** It covers nothing. */
        UNUSED
    }
}
