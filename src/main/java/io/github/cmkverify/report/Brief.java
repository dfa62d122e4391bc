package io.github.cmkverify.report;

import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.util.stream.Collectors;

/** A verdict in a few words, for the end of a line. */
final class Brief {
    private Brief() {}

    /** The key as it was declared, safe to print. */
    static String title(Verdict verdict) {
        String reference = SafeText.line(verdict.key().reference().text());
        String name = SafeText.cut(verdict.key().name());
        return name.isEmpty() ? reference : name + " (" + reference + ")";
    }

    /** {@code enabled, AES_256} or {@code scheduled-for-deletion 2026-12-03, mismatch of alias}. */
    static String of(Verdict verdict) {
        return verdict.findings().isEmpty()
                ? enabled(verdict)
                : verdict.findings().stream()
                        .map(finding -> of(verdict, finding))
                        .collect(Collectors.joining(", "));
    }

    private static String enabled(Verdict verdict) {
        KeyFacts facts = verdict.facts();
        String provider =
                verdict.chain().get(verdict.chain().size() - 1).reference().provider();
        boolean followed = verdict.chain().get(0).answer() instanceof KeyAnswer.PointsTo;
        String at = followed ? " at " + Place.provider(provider) : "";
        String spec = SafeText.cut(facts.spec());
        return "enabled" + at + (spec.isEmpty() ? "" : ", " + spec);
    }

    private static String of(Verdict verdict, Finding finding) {
        String waived = finding.waiver() == null
                ? ""
                : " (waived until " + finding.waiver().until() + ")";
        return what(verdict, finding) + waived;
    }

    private static String what(Verdict verdict, Finding finding) {
        return switch (finding.id()) {
            case UNDETERMINED ->
                finding.id().id() + ": " + Doubt.in(verdict.linkOf(finding)).brief();
            case MISMATCH ->
                finding.id().id() + (finding.subject() == null ? "" : " of " + SafeText.cut(finding.subject()));
            case MISSING,
                    DESTROYED,
                    SCHEDULED_FOR_DELETION,
                    DISABLED,
                    NOT_READY,
                    UNAVAILABLE,
                    EXPIRED,
                    NOT_CUSTOMER_MANAGED,
                    EXPIRING,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED,
                    ROTATION_OFF ->
                finding.id().id() + (finding.deadline() == null ? "" : " " + Days.date(finding.deadline()));
        };
    }
}
