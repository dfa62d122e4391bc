package io.github.cmkverify.report;

import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.Waiver;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.WaiverNotice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day on which something happens to a key.
 *
 * @param time when
 * @param kind what
 * @param title the key, or what a waiver calls it
 * @param anchor the key's place on the page; {@code null} of a waiver that covers none
 */
record KeyDate(
        Instant time, Kind kind, String title, @Nullable String anchor) {
    /** What can happen to a key, the gravest first. */
    enum Kind {
        DELETION("Deletion"),
        VERSION_DESTROYED("Destruction of an older version"),
        EXPIRY("Expiry"),
        WAIVER_END("End of a waiver");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** All dates of some runs, the next one first. */
    static List<KeyDate> of(List<RunReport> runs) {
        Map<KeyDate, KeyDate> dates = new LinkedHashMap<>();
        for (KeyRow row : KeyRow.of(runs)) {
            KeyFacts facts = row.verdict().facts();
            add(dates, facts.deletionAt(), Kind.DELETION, row);
            add(dates, facts.versionsEndAt(), Kind.VERSION_DESTROYED, row);
            add(dates, facts.end(), Kind.EXPIRY, row);
            for (Finding finding : row.verdict().findings()) {
                if (finding.waiver() != null) {
                    add(dates, end(finding.waiver()), Kind.WAIVER_END, row);
                }
            }
        }
        List<KeyDate> sorted = new ArrayList<>(dates.values());
        for (RunReport run : runs) {
            for (WaiverNotice notice : run.notices()) {
                KeyDate date = new KeyDate(
                        end(notice.waiver()),
                        Kind.WAIVER_END,
                        SafeText.cut(notice.waiver().key()),
                        null);
                if (notice.kind() != WaiverNotice.Kind.ENDS_SOON) { // else it covers a finding, and is there
                    sorted.add(date);
                }
            }
        }
        sorted.sort(Comparator.comparing(KeyDate::time).thenComparing(KeyDate::kind));
        return sorted;
    }

    private static void add(Map<KeyDate, KeyDate> dates, @Nullable Instant time, Kind kind, KeyRow row) {
        if (time != null) {
            String title = Brief.title(row.verdict());
            // What several modules declare happens once.
            dates.putIfAbsent(new KeyDate(time, kind, title, null), new KeyDate(time, kind, title, row.anchor()));
        }
    }

    /** A waiver holds through its last day in UTC. */
    private static Instant end(Waiver waiver) {
        return waiver.until()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
    }
}
