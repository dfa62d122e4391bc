package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no declared key is lost on the way. Maven merges two layers of configuration by blending elements of
 * the same name field by field and dropping repeats. It says nothing of it, and a key that is gone cannot fail.
 *
 * <p>A key that is complete in its own layer must be found in what came of the merge, with every field that it was
 * written with. Fields from other layers may have been added, as long as it stays the same key.
 */
final class MergeGuard {
    private static final String KEYS = "keys";

    /** Where an element says which key it means, as {@link Node#leaves()} has it: its text, or one of two children. */
    static final Set<String> NAMES = Set.of("", "/keyId1", "/reference1");

    private final KeysReader reader;
    private final UnaryOperator<String> interpolation;

    MergeGuard(KeysReader reader, UnaryOperator<String> interpolation) {
        this.reader = reader;
        this.interpolation = interpolation;
    }

    /**
     * Compares what was written with what came of it.
     *
     * @param layers what was written, the weakest first
     * @param effective {@code <keys>} as Maven merged it, or {@code null} where nothing is left
     * @throws InvalidInputsException if a key is gone or changed
     */
    void check(List<Layer> layers, @Nullable Node effective) throws InvalidInputsException {
        Problems problems = new Problems();
        Survivors survivors = survivors(effective);
        for (int i = Layer.weakestThatCounts(layers, KEYS); i < layers.size(); i++) {
            Map<String, Integer> seen = new HashMap<>();
            for (Node written : layers.get(i).elements(KEYS)) {
                int ordinal = seen.getOrDefault(written.name(), 0) + 1;
                seen.put(written.name(), ordinal);
                if (isLost(written.withTexts(interpolation), survivors)
                        && !isMeant(written.name(), ordinal - 1, layers.subList(i + 1, layers.size()))) {
                    problems.add(lost(written, ordinal, i, layers));
                }
            }
        }
        problems.throwIfAny();
    }

    private static boolean isMeant(String name, int ordinal, List<Layer> stronger) {
        return stronger.stream().anyMatch(layer -> layer.dropsBelow(KEYS, name, ordinal));
    }

    private Survivors survivors(@Nullable Node effective) {
        Survivors survivors = new Survivors();
        if (effective != null) {
            for (Node survivor : effective.withTexts(interpolation).children()) {
                survivors.add(survivor, complete(survivor));
            }
        }
        return survivors;
    }

    private boolean isLost(Node written, Survivors survivors) {
        KeyReference key = complete(written);
        if (key != null) {
            return !survivors.hasKey(written, key);
        }
        // A mistyped key is no common field: if another took its place, nobody would ever see the mistake.
        Map<String, String> names = new HashMap<>(written.leaves());
        names.keySet().retainAll(NAMES);
        return !names.isEmpty() && !survivors.hasNames(written.name(), names);
    }

    /** The key that an element is by itself; none if it only gives fields to the keys of other layers. */
    private @Nullable KeyReference complete(Node element) {
        try {
            return reader.read(element).reference();
        } catch (InvalidInputException e) {
            return null; // what is left of it after the merge is read strictly, and told then
        }
    }

    private static InvalidInputException lost(Node written, int ordinal, int layer, List<Layer> layers) {
        String where = layers.get(layer).label() + " <keys> " + KeysReader.label(written, ordinal);
        String winner = layers.subList(layer + 1, layers.size()).stream()
                .filter(stronger -> stronger.elements(KEYS).stream()
                        .anyMatch(key -> key.name().equals(written.name())))
                .map(Layer::label)
                .findFirst()
                .orElse("the layers above it");
        return new InvalidInputException(
                where,
                written.written(),
                "a key that Maven's merge leaves as it is; the <" + written.name() + "> of " + winner
                        + " takes its place. Write <keys combine.children=\"append\"> there to keep both, or"
                        + " <keys combine.self=\"override\"> if it is meant to go");
    }
}
