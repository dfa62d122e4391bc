package io.github.cmkverify.report;

import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.WaiverNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Puts waivers into words. Every part is one line and safe to print. */
final class WaiverText {
    private WaiverText() {}

    /** {@code ; waived until 2026-12-31: reason}, or nothing for a finding that is not waived. */
    static String of(Finding finding) {
        Waiver waiver = finding.waiver();
        return waiver == null ? "" : "; " + of(waiver);
    }

    /** {@code waived until 2026-12-31: reason}. */
    static String of(Waiver waiver) {
        return "waived until " + waiver.until() + ": " + SafeText.cut(waiver.reason());
    }

    /** What the owner of a waiver should know, and where it is declared. */
    static String of(WaiverNotice notice, Instant now) {
        Waiver waiver = notice.waiver();
        return "The waiver of " + SafeText.line(waiver.covers()) + " for " + SafeText.line(waiver.key()) + " "
                + what(notice, LocalDate.ofInstant(now, ZoneOffset.UTC)) + "; declared in "
                + SafeText.line(waiver.where());
    }

    /** {@code ends-soon}, {@code ended} or {@code unused}. */
    static String id(WaiverNotice.Kind kind) {
        return switch (kind) {
            case ENDS_SOON -> "ends-soon";
            case ENDED -> "ended";
            case UNUSED -> "unused";
        };
    }

    private static String what(WaiverNotice notice, LocalDate today) {
        Waiver waiver = notice.waiver();
        return switch (notice.kind()) {
            case ENDS_SOON -> ends(ChronoUnit.DAYS.between(today, waiver.until()), waiver.until());
            case ENDED -> "ended on " + waiver.until() + " and covers nothing any more: remove it";
            case UNUSED ->
                "covers nothing: no key of this name or reference is declared here, or it has no such finding";
        };
    }

    private static String ends(long days, LocalDate until) {
        return (days == 0 ? "ends today, " + until : "ends on " + until + ", in " + Days.counted(days, "day"))
                + "; after that day the finding fails";
    }
}
