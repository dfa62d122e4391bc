package io.github.cmkverify.policy;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one key under its rules. */
final class Findings {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(Finding::id).thenComparing(Finding::link);

    private final Rules rules;
    private final List<Finding> found = new ArrayList<>();

    Findings(Rules rules) {
        this.rules = rules;
    }

    void add(FindingId id, int link, @Nullable Instant deadline) {
        add(new Finding(id, rules.severity(id), link, null, null, null, deadline, null));
    }

    /** A mismatch: of an expectation, or, without a subject, a contradiction. */
    void addMismatch(int link, @Nullable String subject, @Nullable String expected, @Nullable String seen) {
        FindingId id = FindingId.MISMATCH;
        add(new Finding(id, rules.severity(id), link, subject, expected, seen, null, null));
    }

    private void add(Finding finding) {
        if (finding.severity() != Severity.IGNORE) {
            found.add(finding);
        }
    }

    List<Finding> worstFirst() {
        return found.stream().sorted(WORST_FIRST).toList();
    }
}
