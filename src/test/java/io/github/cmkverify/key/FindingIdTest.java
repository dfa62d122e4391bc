package io.github.cmkverify.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingIdTest {
    /** The table that users are promised. */
    @ParameterizedTest
    @CsvSource({
        "missing, fail, fail",
        "destroyed, fail, fail",
        "scheduled-for-deletion, fail, fail warn",
        "disabled, fail, fail warn",
        "not-ready, fail, fail warn",
        "unavailable, fail, fail warn",
        "expired, fail, fail warn",
        "mismatch, fail, fail warn",
        "undetermined, error, error warn",
        "not-customer-managed, fail, fail ignore warn",
        "expiring, warn, fail ignore warn",
        "external-unverified, warn, fail ignore warn",
        "older-version-at-risk, warn, fail ignore warn",
        "not-purge-protected, ignore, fail ignore warn",
        "rotation-off, ignore, fail ignore warn",
    })
    void aFindingHasThePromisedSeverityAndMayHaveThePromisedOnes(String id, String usual, String accepted) {
        FindingId finding = FindingId.of(id).orElseThrow();

        assertEquals(usual, finding.usual().word());
        assertEquals(
                new TreeSet<>(Arrays.asList(accepted.split(" ", -1))),
                finding.accepted().stream().map(Severity::word).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void thereAreNoOthers() {
        assertEquals(15, FindingId.values().length);
        assertEquals(Optional.empty(), FindingId.of("MISSING"));
        assertEquals(Optional.empty(), FindingId.of("other"));
    }

    @Test
    void rulesThatAreNotAcceptedCannotBeMade() {
        for (FindingId fatal : List.of(FindingId.MISSING, FindingId.DESTROYED)) {
            for (Severity lower : Set.of(Severity.WARN, Severity.ERROR, Severity.IGNORE)) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Rules(Map.of(fatal, lower), Rules.USUAL_WINDOW),
                        fatal + " " + lower);
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rules(Map.of(FindingId.UNDETERMINED, Severity.IGNORE), Rules.USUAL_WINDOW));
    }
}
