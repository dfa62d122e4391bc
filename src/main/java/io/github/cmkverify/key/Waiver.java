package io.github.cmkverify.key;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A known exception that somebody signed for: until its end, a finding of a key warns where it would fail.
 *
 * @param key the reference or the name of the key
 * @param finding what it covers
 * @param subject of a {@code mismatch}: the expectation that it covers, and no other; otherwise {@code null}
 * @param until the last day that it holds, to its end in UTC
 * @param reason why
 * @param where the place of the declaration, for messages
 */
public record Waiver(
        String key, FindingId finding, @Nullable String subject, LocalDate until, String reason, String where) {}
