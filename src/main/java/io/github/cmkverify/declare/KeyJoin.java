package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the keys of a module, wherever they were declared: repeats are folded, contradictions refused. */
public final class KeyJoin {
    private KeyJoin() {}

    /**
     * Joins keys. A repeat is folded into another declaration if that one asks the same question under the same rules
     * and expects at least as much.
     *
     * @param keys all declarations of a module
     * @return the declarations that are left, in their order
     * @throws InvalidInputsException if one reference has different options, or one name stands for two declarations
     */
    public static List<DeclaredKey> join(List<DeclaredKey> keys) throws InvalidInputsException {
        Problems problems = new Problems();
        Map<String, DeclaredKey> byText = new HashMap<>();
        Map<String, DeclaredKey> byName = new HashMap<>();
        for (DeclaredKey key : keys) {
            KeyReference reference = key.reference();
            DeclaredKey earlier = byText.putIfAbsent(reference.provider() + " " + reference.text(), key);
            if (earlier != null && !earlier.reference().equals(reference)) {
                problems.add(new InvalidInputException(
                        key.where(),
                        reference.text() + " with " + options(reference),
                        "one reference with the same options wherever it is declared; " + earlier.where() + " has "
                                + options(earlier.reference())));
            }
            DeclaredKey namesake = key.name() == null ? null : byName.putIfAbsent(key.name(), key);
            if (namesake != null && !sameDeclaration(namesake, key)) {
                problems.add(new InvalidInputException(
                        key.where(),
                        "<name>" + key.name() + "</name>",
                        "a name that no other key of the module has; " + namesake.where() + " has it for "
                                + namesake.reference().text()));
            }
        }
        problems.throwIfAny();
        return fold(keys);
    }

    private static List<DeclaredKey> fold(List<DeclaredKey> keys) {
        Map<Declaration, DeclaredKey> distinct = new LinkedHashMap<>();
        for (DeclaredKey key : keys) {
            distinct.putIfAbsent(new Declaration(key), key);
        }
        Map<KeyReference, List<DeclaredKey>> demanding = new HashMap<>();
        for (DeclaredKey key : distinct.values()) {
            if (!isPlain(key)) {
                demanding
                        .computeIfAbsent(key.reference(), reference -> new ArrayList<>())
                        .add(key);
            }
        }
        List<DeclaredKey> left = new ArrayList<>();
        for (DeclaredKey key : distinct.values()) {
            if (!isPlain(key) || !isAskedByAnother(key, demanding.getOrDefault(key.reference(), List.of()))) {
                left.add(key);
            }
        }
        return left;
    }

    /** Whether a declaration that expects more, or has a name, asks the question of a plain one under the same rules. */
    private static boolean isAskedByAnother(DeclaredKey plain, List<DeclaredKey> demanding) {
        for (DeclaredKey other : demanding) {
            if (other.rules().equals(plain.rules())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(DeclaredKey key) {
        return key.name() == null && key.expectations().isEmpty();
    }

    /** Executions that inherit a key judge it under rules of their own; it is the same declaration nevertheless. */
    private static boolean sameDeclaration(DeclaredKey one, DeclaredKey other) {
        return one.reference().equals(other.reference()) && one.expectations().equals(other.expectations());
    }

    private static String options(KeyReference reference) {
        return reference.options().isEmpty()
                ? "no options"
                : String.join(
                        ", ",
                        reference.options().entrySet().stream()
                                .map(option -> option.getKey() + "=" + option.getValue())
                                .toList());
    }

    /** All of a declaration but its place. */
    private record Declaration(DeclaredKey placeless) {
        Declaration {
            placeless = new DeclaredKey(
                    placeless.reference(), placeless.name(), placeless.expectations(), placeless.rules(), "");
        }

        /** Of the reference, which tells most declarations apart; the rest would have to be linked at run time first. */
        @Override
        public int hashCode() {
            return placeless.reference().hashCode();
        }
    }
}
