package io.github.cmkverify.policy;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of one key, and the exceptions from them that hold for it now. */
final class Exceptions {
    private final Rules rules;
    private final List<Waiver> waivers;

    Exceptions(DeclaredKey key, Instant now) {
        rules = key.rules();
        waivers = new ArrayList<>();
        for (Waiver waiver : rules.waivers()) {
            if (waiver.isFor(key) && waiver.holds(now)) {
                waivers.add(waiver);
            }
        }
    }

    /** The waiver that makes a warning of a finding which would fail, the longest one; {@code null} without one. */
    @Nullable Waiver waiver(FindingId id, @Nullable String subject) {
        if (rules.severity(id) != Severity.FAIL) {
            return null;
        }
        return waivers.stream()
                .filter(waiver -> covers(waiver, id, subject))
                .max(Comparator.comparing(Waiver::until))
                .orElse(null);
    }

    /** The severity of a finding, exceptions considered. */
    Severity severity(FindingId id, @Nullable String subject) {
        return waiver(id, subject) == null ? rules.severity(id) : Severity.WARN;
    }

    /** A mismatch is waived by its expectation; what contradicts itself has none, and is never waived. */
    static boolean covers(Waiver waiver, FindingId id, @Nullable String subject) {
        return id.waivable()
                && waiver.finding() == id
                && Objects.equals(waiver.subject(), subject)
                && (id != FindingId.MISMATCH || subject != null);
    }
}
