package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.SourceLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the keys of a module are written: in the strongest layer that names the key, because whoever wants
 * another key changes it there. Costs the reading of each POM, so it is done only where somebody wants to know.
 */
final class KeySources {
    private final PluginLayers layers;
    private final String artifactId;
    private final UnaryOperator<String> interpolation;
    private final Map<Path, PomLines> poms = new HashMap<>();

    KeySources(PluginLayers layers, String artifactId, UnaryOperator<String> interpolation) {
        this.layers = layers;
        this.artifactId = artifactId;
        this.interpolation = interpolation;
    }

    /**
     * The keys with their places, as far as these are known.
     *
     * @param keys what was read from {@code elements}, one of each
     * @param elements the elements of {@code <keys>} as Maven merged them
     * @param execution of which they are, {@code null} for the plugin itself
     */
    List<DeclaredKey> located(List<DeclaredKey> keys, List<Node> elements, @Nullable String execution) {
        List<DeclaredKey> located = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            located.add(keys.get(i).at(find(elements.get(i).withTexts(interpolation), layers.chain(execution))));
        }
        return located;
    }

    private @Nullable SourceLine find(Node key, List<Layer> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            Layer layer = chain.get(i);
            List<Node> elements = layer.elements("keys").stream()
                    .map(element -> element.withTexts(interpolation))
                    .toList();
            List<Integer> namesakes = new ArrayList<>();
            List<Integer> wholes = new ArrayList<>();
            for (int index = 0; index < elements.size(); index++) {
                if (names(elements.get(index), key)) {
                    namesakes.add(index);
                    if (isIn(elements.get(index), key)) {
                        wholes.add(index);
                    }
                }
            }
            if (!namesakes.isEmpty()) {
                return place(layer, wholes.isEmpty() ? namesakes : wholes);
            }
        }
        return null;
    }

    private @Nullable SourceLine place(Layer layer, List<Integer> candidates) {
        Path file = layer.file();
        if (file == null) {
            return null; // a parent from a repository
        }
        PomLines pom = poms.computeIfAbsent(file, path -> PomLines.of(path, artifactId));
        int line = candidates.size() == 1 ? pom.line(layer, candidates.get(0)) : SourceLine.UNKNOWN;
        return new SourceLine(file.toAbsolutePath().toString(), line);
    }

    /** Whether an element as it is written names the key. */
    private static boolean names(Node written, Node key) {
        Map<String, String> names = new HashMap<>(written.leaves());
        names.keySet().retainAll(MergeGuard.NAMES);
        return written.name().equals(key.name())
                && !names.isEmpty()
                && key.leaves().entrySet().containsAll(names.entrySet());
    }

    private static boolean isIn(Node written, Node key) {
        Set<Map.Entry<String, String>> all = key.leaves().entrySet();
        return all.containsAll(written.leaves().entrySet());
    }
}
