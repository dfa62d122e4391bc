package io.github.cmkverify.report;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who loses which data with a key that cannot be used, as far as the provider says who uses it. */
final class Losses {
    /** More are counted; all are in the report. */
    private static final int SHOWN = 3;

    /** What a use case protects (provider document databricks, 1.3). */
    private static final Map<String, String> PROTECTED = Map.of(
            "MANAGED_SERVICES", "notebooks, secrets, SQL queries and their history, dashboards, Git credentials",
            "STORAGE",
                    "the root bucket with DBFS, job and SQL results, and the disks of clusters where it is used for them");

    private Losses() {}

    /** The end of a sentence about a finding; empty where it costs nobody data, or nobody knows whom. */
    static String of(Verdict verdict, Finding finding) {
        KeyFacts facts = verdict.facts();
        List<String> usedBy = facts.usedBy();
        if (usedBy == null || !isLoss(finding.id())) {
            return "";
        }
        if (usedBy.isEmpty()) {
            return "; no workspace of the account uses the configuration";
        }
        String more = usedBy.size() > SHOWN ? " and " + (usedBy.size() - SHOWN) + " more" : "";
        String who = usedBy.stream().limit(SHOWN).map(SafeText::cut).collect(Collectors.joining("; "));
        String what = PROTECTED.entrySet().stream()
                .filter(use -> facts.useCases().contains(use.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(use -> use.getKey() + " protects " + use.getValue())
                .collect(Collectors.joining("; "));
        return "; workspaces that lose data: " + who + more + (what.isEmpty() ? "" : " (" + what + ")");
    }

    private static boolean isLoss(FindingId id) {
        return switch (id) {
            case MISSING, DESTROYED, SCHEDULED_FOR_DELETION, DISABLED, NOT_READY, UNAVAILABLE, EXPIRED -> true;
            case MISMATCH,
                    UNDETERMINED,
                    NOT_CUSTOMER_MANAGED,
                    EXPIRING,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED,
                    ROTATION_OFF -> false;
        };
    }
}
