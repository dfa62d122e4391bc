package io.github.cmkverify.policy;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing found out about a key.
 *
 * @param id what
 * @param severity how much it matters under the rules of the declaration
 * @param link index of the link of the chain that it was found in
 * @param subject of a mismatch: the name of the expectation, or {@code null} for a contradiction; of what is undetermined:
 *     the expectation that nobody could hold against anything, or {@code null} for the key
 * @param expected of an expectation: what was expected
 * @param seen of a mismatch: what was seen instead, {@code null} where the provider did not say it; or the contradiction
 * @param deadline the last moment to act, where there is one
 * @param waiver the waiver that made it a warning, or {@code null}
 */
public record Finding(
        FindingId id,
        Severity severity,
        int link,
        @Nullable String subject,
        @Nullable String expected,
        @Nullable String seen,
        @Nullable Instant deadline,
        @Nullable Waiver waiver) {
    public Finding {
        if (waiver != null && (severity != Severity.WARN || !id.waivable())) {
            throw new IllegalArgumentException(id.id() + " cannot be waived to " + severity.word());
        }
    }

    /** Whether it stops the build. */
    public boolean stops() {
        return switch (severity) {
            case FAIL, ERROR -> true;
            case WARN, IGNORE -> false;
        };
    }
}
