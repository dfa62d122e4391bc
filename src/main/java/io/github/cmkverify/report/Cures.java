package io.github.cmkverify.report;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.time.Instant;

/** What to do about a finding that a provider's answer gave. The provider's commands follow the text. */
final class Cures {
    private Cures() {}

    static String cure(Verdict verdict, Finding finding, Instant now) {
        return switch (finding.id()) {
            case MISSING -> missing(verdict, finding);
            case DESTROYED ->
                "Nothing brings it back. Restore what it encrypted from a copy under another key, and declare that key.";
            case SCHEDULED_FOR_DELETION -> cancel(finding, now);
            case DISABLED -> "Find out why it was disabled, then enable it.";
            case NOT_READY -> "Activate it or import its key material.";
            case UNAVAILABLE -> "Reconnect its key store, or settle what froze the account.";
            case EXPIRED -> "Import its key material again, with a later end.";
            case MISMATCH ->
                finding.subject() == null
                        ? "Look the key up in the provider's console; do not rely on it until both agree."
                        : "Correct the key, or the <" + SafeText.line(finding.subject())
                                + "> of its <expect> if that is out of date.";
            case UNDETERMINED -> "";
            case NOT_CUSTOMER_MANAGED -> "Create a key of your own, use it instead, and declare that.";
            case EXPIRING -> before(finding) + "import its key material again, with a later end.";
            case EXTERNAL_UNVERIFIED ->
                "Ask the store itself, or accept it: <external-unverified>ignore</external-unverified> in <severities>.";
            case OLDER_VERSION_AT_RISK -> "Keep the version until nothing is encrypted with it any more.";
            case NOT_PURGE_PROTECTED -> "Switch purge protection on.";
            case ROTATION_OFF -> "Switch automatic rotation on.";
        };
    }

    /** Whether the provider's commands do what the cure says; otherwise they only show more. */
    static boolean isDoneByCommands(FindingId id) {
        return switch (id) {
            case SCHEDULED_FOR_DELETION,
                    DISABLED,
                    NOT_READY,
                    UNAVAILABLE,
                    EXPIRED,
                    EXPIRING,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED,
                    ROTATION_OFF -> true;
            case MISSING, DESTROYED, MISMATCH, UNDETERMINED, NOT_CUSTOMER_MANAGED, EXTERNAL_UNVERIFIED -> false;
        };
    }

    private static String missing(Verdict verdict, Finding finding) {
        if (verdict.linkOf(finding).answer() instanceof KeyAnswer.Missing missing && missing.malformedId()) {
            return "Check the id for a slip, a key's name in place of its id, or a key of another region or cloud.";
        }
        return finding.link() == 0
                ? "Check its id and region. If they are right, it is deleted: restore what it encrypted from another copy."
                : "It was deleted behind the configuration: restore what it encrypted from another copy.";
    }

    private static String cancel(Finding finding, Instant now) {
        if (finding.deadline() == null) {
            return "Cancel the deletion now, then enable it.";
        }
        return finding.deadline().isAfter(now)
                ? "Cancel before " + Days.date(finding.deadline()) + ", then enable it."
                : "Cancel at once, if it still can be, then enable it.";
    }

    private static String before(Finding finding) {
        return finding.deadline() == null ? "Soon " : "Before " + Days.date(finding.deadline()) + " ";
    }
}
