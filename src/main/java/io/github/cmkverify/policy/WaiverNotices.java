package io.github.cmkverify.policy;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.WaiverNotice.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds out what the owners of waivers should know. A pure function. */
public final class WaiverNotices {
    /** Days before its end from which on a waiver is told to end. */
    private static final int SOON = 14;

    private WaiverNotices() {}

    /**
     * Looks at the waivers of all keys that were judged, in their order.
     *
     * <p>One that covers nothing is told only where it is sure to: not while nobody can tell the state of its key, nor
     * while that state hides what the waiver is for; and only if the module's own POM declares it.
     */
    public static List<WaiverNotice> of(List<Verdict> verdicts, Instant now) {
        Set<Waiver> waivers = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            waivers.addAll(verdict.key().rules().waivers());
        }
        LocalDate soon = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(SOON);
        List<WaiverNotice> notices = new ArrayList<>();
        for (Waiver waiver : waivers) {
            if (!waiver.holds(now)) {
                notices.add(new WaiverNotice(waiver, Kind.ENDED));
            } else if (waiver.own() && verdicts.stream().noneMatch(verdict -> mayMatter(waiver, verdict))) {
                notices.add(new WaiverNotice(waiver, Kind.UNUSED));
            } else if (!waiver.until().isAfter(soon)
                    && verdicts.stream().anyMatch(verdict -> mayMatter(waiver, verdict))) {
                notices.add(new WaiverNotice(waiver, Kind.ENDS_SOON));
            }
        }
        return List.copyOf(notices);
    }

    /** Whether a waiver covers a finding of a key, or might as soon as more is known of the key. */
    private static boolean mayMatter(Waiver waiver, Verdict verdict) {
        DeclaredKey key = verdict.key();
        return waiver.isFor(key)
                && key.rules().waivers().contains(waiver)
                && verdict.findings().stream()
                        .anyMatch(finding -> Exceptions.covers(waiver, finding.id(), finding.subject())
                                || hides(finding, waiver, verdict));
    }

    private static boolean hides(Finding finding, Waiver waiver, Verdict verdict) {
        return finding.id() == FindingId.UNDETERMINED
                || (finding.id() == States.finding(verdict.facts().state())
                        && States.explains(verdict.facts().state(), waiver.finding())
                        && finding.id() != waiver.finding());
    }
}
