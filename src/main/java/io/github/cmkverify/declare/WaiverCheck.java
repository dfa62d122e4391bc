package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds waivers against the keys that they are for: none covers a key by accident, and no two contradict each other. */
final class WaiverCheck {
    private WaiverCheck() {}

    /**
     * Checks the waivers in the rules of all keys.
     *
     * @param syntaxes to tell a name from a reference
     * @param problems what is wrong is added to them
     */
    static void check(List<DeclaredKey> keys, List<KeySyntax> syntaxes, Problems problems) {
        Map<Rules, List<DeclaredKey>> judged = new LinkedHashMap<>();
        for (DeclaredKey key : keys) {
            if (!key.rules().waivers().isEmpty()) {
                judged.computeIfAbsent(key.rules(), rules -> new ArrayList<>()).add(key);
            }
            for (Waiver waiver : key.rules().waivers()) {
                if (isMistakenFor(key, waiver, syntaxes)) {
                    problems.add(new InvalidInputException(
                            key.where(),
                            "<name>" + key.name() + "</name>",
                            "a name that is not the reference of another key: " + waiver.where() + " means "
                                    + waiver.key()));
                }
            }
        }
        Set<List<Waiver>> pairs = new LinkedHashSet<>();
        for (Map.Entry<Rules, List<DeclaredKey>> ofRules : judged.entrySet()) {
            pairs.addAll(contradictions(ofRules.getKey().waivers(), ofRules.getValue()));
        }
        for (List<Waiver> pair : pairs) {
            problems.add(contradiction(pair.get(0), pair.get(1)));
        }
    }

    private static boolean isMistakenFor(DeclaredKey key, Waiver waiver, List<KeySyntax> syntaxes) {
        return waiver.key().equals(key.name())
                && !waiver.key().equals(key.reference().text())
                && syntaxes.stream().anyMatch(syntax -> syntax.claims(waiver.key()));
    }

    private static List<List<Waiver>> contradictions(List<Waiver> waivers, List<DeclaredKey> keys) {
        Map<String, List<Waiver>> byKey =
                waivers.stream().collect(Collectors.groupingBy(Waiver::key, LinkedHashMap::new, Collectors.toList()));
        List<List<Waiver>> pairs = new ArrayList<>();
        byKey.values().forEach(same -> addContradictions(same, same, pairs));
        for (DeclaredKey key : keys) {
            List<Waiver> named = key.name() == null ? List.of() : byKey.getOrDefault(key.name(), List.of());
            addContradictions(named, byKey.getOrDefault(key.reference().text(), List.of()), pairs);
        }
        return pairs;
    }

    private static void addContradictions(List<Waiver> some, List<Waiver> others, List<List<Waiver>> pairs) {
        for (Waiver one : some) {
            for (Waiver other : others) {
                if (one.covers().equals(other.covers())
                        && !(one.until().equals(other.until()) && one.reason().equals(other.reason()))
                        && !pairs.contains(List.of(other, one))) {
                    pairs.add(List.of(one, other));
                }
            }
        }
    }

    private static InvalidInputException contradiction(Waiver one, Waiver other) {
        return new InvalidInputException(
                other.where(),
                other.covers() + " of " + other.key() + " until " + other.until(),
                "one waiver for a finding of a key; " + one.where() + " has another, until " + one.until());
    }
}
