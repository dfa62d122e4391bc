package io.github.cmkverify.declare;

import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that a merge left, by what tells them apart: of ten thousand, each is looked up and not searched for. */
final class Survivors {
    private final Map<String, List<Map<String, String>>> byKey = new HashMap<>();
    private final Map<String, List<Map<String, String>>> byName = new HashMap<>();

    /**
     * One more.
     *
     * @param element as Maven merged it
     * @param key that it means; {@code null} where it is not complete
     */
    void add(Node element, @Nullable KeyReference key) {
        Map<String, String> leaves = element.leaves();
        if (key != null) {
            put(byKey, element.name() + " " + key.text(), leaves);
        }
        for (String name : MergeGuard.NAMES) {
            String value = leaves.get(name);
            if (value != null) {
                put(byName, element.name() + name + " " + value, leaves);
            }
        }
    }

    /** Whether a key is still there, with every field that it was written with. */
    boolean hasKey(Node written, KeyReference key) {
        return has(byKey, written.name() + " " + key.text(), written.leaves());
    }

    /** Whether what an element says of the key it means is still there, of which there is something. */
    boolean hasNames(String element, Map<String, String> names) {
        Map.Entry<String, String> one = names.entrySet().iterator().next();
        return has(byName, element + one.getKey() + " " + one.getValue(), names);
    }

    private static void put(Map<String, List<Map<String, String>>> index, String entry, Map<String, String> leaves) {
        List<Map<String, String>> same = index.get(entry);
        if (same == null) {
            same = new ArrayList<>();
            index.put(entry, same);
        }
        same.add(leaves);
    }

    private static boolean has(
            Map<String, List<Map<String, String>>> index, String entry, Map<String, String> written) {
        for (Map<String, String> leaves : index.getOrDefault(entry, List.of())) {
            if (leaves.entrySet().containsAll(written.entrySet())) {
                return true;
            }
        }
        return false;
    }
}
