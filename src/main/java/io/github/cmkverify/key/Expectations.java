package io.github.cmkverify.key;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a key must be, as {@code <expect>} says it: names of {@link #NAMES} with the value as it was written.
 *
 * @param values by name
 */
public record Expectations(SortedMap<String, String> values) {
    /** All that can be expected. */
    public static final List<String> NAMES =
            List.of("usage", "spec", "alias", "region", "origin", "rotation", "useCases", "keyId");

    /** Nothing is expected. */
    public static final Expectations NONE = new Expectations(new TreeMap<>());

    public Expectations {
        values = values.isEmpty()
                ? Collections.emptySortedMap() // one for all keys that have none
                : Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Whether nothing is expected. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
