package io.github.cmkverify.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A known exception that somebody signed for: until its end, a finding of a key warns where it would fail.
 *
 * @param key the reference of the key, as reports show it, or its name
 * @param finding what it covers
 * @param subject of a {@code mismatch}: the expectation that it covers, and no other; otherwise {@code null}
 * @param until the last day that it holds, to its end in UTC
 * @param reason why
 * @param where the place of the declaration, for messages
 * @param own whether the module's own POM declares it for keys that are judged together; one that others share need not
 *     cover anything here
 */
public record Waiver(
        String key,
        FindingId finding,
        @Nullable String subject,
        LocalDate until,
        String reason,
        String where,
        boolean own) {
    /** A waiver that many modules share. */
    public Waiver(
            String key, FindingId finding, @Nullable String subject, LocalDate until, String reason, String where) {
        this(key, finding, subject, until, reason, where, false);
    }

    /** What it covers as people write it: {@code disabled}, {@code mismatch:alias}. */
    public String covers() {
        return subject == null ? finding.id() : finding.id() + ":" + subject;
    }

    /** Whether it is about a key, by its name or its reference. */
    public boolean isFor(DeclaredKey declared) {
        return key.equals(declared.name()) || key.equals(declared.reference().text());
    }

    /** Whether it has not ended. */
    public boolean holds(Instant now) {
        return !LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(until);
    }
}
