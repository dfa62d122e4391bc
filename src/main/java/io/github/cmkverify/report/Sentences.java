package io.github.cmkverify.report;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Puts findings into words. Every part is one line and safe to print. */
final class Sentences {
    private final Function<String, Remedies> remedies;
    private final Instant now;

    /**
     * @param remedies the remedies of a provider, by its id
     * @param now the time that deadlines are counted from
     */
    Sentences(Function<String, Remedies> remedies, Instant now) {
        this.remedies = remedies;
        this.now = now;
    }

    /** A finding of a verdict in words. */
    Told tell(Verdict verdict, Finding finding) {
        Asked link = verdict.linkOf(finding);
        Remedies own = of(link);
        String cure = finding.id() == FindingId.UNDETERMINED
                ? DoubtCures.cure(Doubt.in(link), own)
                : Cures.cure(verdict, finding, now);
        String commands = String.join(" && ", commands(verdict, finding));
        String where = Place.request(link);
        String what = what(verdict, finding) + Losses.of(verdict, finding);
        if (commands.isEmpty()) {
            return new Told(what, where, cure, "");
        }
        return Cures.isDoneByCommands(finding.id())
                ? new Told(what, where, cure.replaceFirst("\\.$", ""), ": " + commands)
                : new Told(what, where, cure, " To look: " + commands);
    }

    /** The provider's own commands about a finding, in the order in which they are to be typed. */
    List<String> commands(Verdict verdict, Finding finding) {
        Asked link = verdict.linkOf(finding);
        return of(link).commands(finding.id(), link).stream()
                .map(SafeText::line)
                .toList();
    }

    private Remedies of(Asked link) {
        return remedies.apply(link.reference().provider());
    }

    private String what(Verdict verdict, Finding finding) {
        String key = Place.subject(verdict, finding);
        KeyFacts facts = verdict.facts();
        String state = Doubt.quoted(facts.rawState().isBlank() ? "" : "state " + SafeText.cut(facts.rawState()), "");
        return switch (finding.id()) {
            case MISSING -> missing(verdict, finding);
            case DESTROYED -> key + " is destroyed: its material is gone for good" + state;
            case SCHEDULED_FOR_DELETION -> key + " is scheduled for deletion" + on(finding) + state;
            case DISABLED -> key + " is disabled" + state;
            case NOT_READY -> key + " is not ready for use: not activated, or without key material" + state;
            case UNAVAILABLE -> key + " exists, but cannot be used: its store or account is cut off" + state;
            case EXPIRED ->
                key + " is past its end" + (facts.expiresAt() == null ? state : ", " + Days.minute(facts.expiresAt()));
            case MISMATCH -> mismatch(verdict, finding);
            case UNDETERMINED ->
                Place.prefix(verdict, finding) + DoubtSentences.what(Doubt.in(verdict.linkOf(finding)));
            case NOT_CUSTOMER_MANAGED -> key + " is managed by the provider, not by you";
            case EXPIRING -> key + " ends" + (finding.deadline() == null ? " soon" : on(finding));
            case EXTERNAL_UNVERIFIED -> key + " lives in a store outside; the provider cannot see whether it works";
            case OLDER_VERSION_AT_RISK ->
                key + " has versions in danger that old data may need" + list(facts.versionsAtRisk()) + on(finding);
            case NOT_PURGE_PROTECTED -> key + " could be purged at once";
            case ROTATION_OFF -> key + " is not rotated automatically";
        };
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "" : ": " + SafeText.cut(String.join(", ", items));
    }

    private String on(Finding finding) {
        return finding.deadline() == null ? "" : " on " + Days.ahead(finding.deadline(), now);
    }

    private static String missing(Verdict verdict, Finding finding) {
        Asked link = verdict.linkOf(finding);
        String provider = Place.provider(link.reference().provider());
        if (link.answer() instanceof KeyAnswer.Missing missing) {
            String words = Doubt.quoted(SafeText.cut(missing.code()), SafeText.cut(missing.said()));
            return Place.prefix(verdict, finding)
                    + (missing.malformedId()
                            ? provider + " says that this is not the id of a key"
                            : provider + " says that there is no such key")
                    + words;
        }
        return Place.prefix(verdict, finding) + provider + " says that there is no such key";
    }

    private static String mismatch(Verdict verdict, Finding finding) {
        String prefix = Place.prefix(verdict, finding);
        if (finding.subject() == null) {
            return prefix + "what the provider says contradicts itself: " + SafeText.cut(finding.seen());
        }
        String expected = finding.subject() + " should be '" + SafeText.cut(finding.expected()) + "'";
        if (Place.isAlias(verdict, finding.link())) {
            return expected
                    + (finding.seen() == null
                            ? ", and there is no such alias"
                            : ", and that one stands for another key, " + SafeText.cut(finding.seen()));
        }
        return prefix
                + (finding.seen() == null
                        ? expected + ", and the provider did not say it"
                        : expected + " and is '" + SafeText.cut(finding.seen()) + "'");
    }
}
