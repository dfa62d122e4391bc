package io.github.cmkverify.policy;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one key under its rules and the exceptions from them. */
final class Findings {
    private final Exceptions exceptions;
    private final List<Finding> found = new ArrayList<>();

    Findings(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    void add(FindingId id, int link, @Nullable Instant deadline) {
        add(id, link, null, null, null, deadline);
    }

    /** A mismatch: of an expectation, or, without a subject, a contradiction. */
    void addMismatch(int link, @Nullable String subject, @Nullable String expected, @Nullable String seen) {
        add(FindingId.MISMATCH, link, subject, expected, seen, null);
    }

    /** An expectation of which nobody could tell whether it holds. */
    void addDoubt(int link, String subject, String expected) {
        add(FindingId.UNDETERMINED, link, subject, expected, null, null);
    }

    private void add(
            FindingId id,
            int link,
            @Nullable String subject,
            @Nullable String expected,
            @Nullable String seen,
            @Nullable Instant deadline) {
        Severity severity = exceptions.severity(id, subject);
        if (severity != Severity.IGNORE) {
            found.add(
                    new Finding(id, severity, link, subject, expected, seen, deadline, exceptions.waiver(id, subject)));
        }
    }

    List<Finding> worstFirst() {
        if (found.isEmpty()) {
            return List.of();
        }
        return found.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(Finding::id)
                        .thenComparing(Finding::link))
                .toList();
    }
}
