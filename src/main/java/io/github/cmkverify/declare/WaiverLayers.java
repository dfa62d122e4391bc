package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The waivers of a module as they stand in its POMs. Maven merges two layers of them by blending the first with the
 * first, field by field: one that carries the key of the one and the reason of the other is signed by nobody.
 */
final class WaiverLayers {
    private static final String WAIVERS = "waivers";
    private static final String APPEND =
            "Write <waivers combine.children=\"append\"> in the stronger one to keep both, or"
                    + " <waivers combine.self=\"override\"> if the other is meant to go";

    /**
     * One waiver as it is written.
     *
     * @param element with its expressions resolved
     * @param layer where
     * @param ordinal its number there, counted from 1
     */
    record Written(Node element, Layer layer, int ordinal) {
        String where() {
            return WaiversReader.label(layer.label() + " <" + WAIVERS + ">", ordinal);
        }
    }

    private final List<Layer> layers;
    private final UnaryOperator<String> interpolation;
    private final List<Written> all = new ArrayList<>();

    /**
     * @param layers what was written, the weakest first
     */
    WaiverLayers(List<Layer> layers, UnaryOperator<String> interpolation) {
        this.layers = layers.subList(Layer.weakestThatCounts(layers, WAIVERS), layers.size());
        this.interpolation = interpolation;
        for (Layer layer : this.layers) {
            Map<String, Integer> seen = new HashMap<>();
            for (Node element : layer.elements(WAIVERS)) {
                all.add(new Written(
                        element.withTexts(interpolation), layer, seen.merge(element.name(), 1, Integer::sum)));
            }
        }
    }

    /**
     * Compares what was written with what came of it.
     *
     * @param effective {@code <waivers>} as Maven merged it
     * @throws InvalidInputsException if a waiver is gone, or stands in no POM as it is
     */
    void check(Node effective) throws InvalidInputsException {
        Problems problems = new Problems();
        for (Node survivor : effective.children()) {
            if (writtenAs(survivor).isEmpty()) {
                problems.add(new InvalidInputException(
                        "<" + WAIVERS + ">",
                        survivor.withTexts(interpolation).written(),
                        "a waiver that one POM gives as a whole; Maven's merge made this one of several. " + APPEND));
            }
        }
        for (Written written : all) {
            if (WaiversReader.isComplete(written.element())
                    && effective.children().stream().noneMatch(survivor -> isSame(written, survivor))
                    && !isMeantToGo(written)) {
                problems.add(new InvalidInputException(
                        written.where(),
                        written.element().written(),
                        "a waiver that Maven's merge leaves as it is; one of another layer takes its place. "
                                + APPEND));
            }
        }
        problems.throwIfAny();
    }

    /** Where a waiver that came of the merge is written as it is; the strongest place of several. */
    Optional<Written> writtenAs(Node survivor) {
        return all.stream().filter(written -> isSame(written, survivor)).reduce((weaker, stronger) -> stronger);
    }

    private boolean isSame(Written written, Node survivor) {
        Node resolved = survivor.withTexts(interpolation);
        return written.element().name().equals(resolved.name())
                && written.element().leaves().equals(resolved.leaves());
    }

    private boolean isMeantToGo(Written written) {
        int layer = layers.indexOf(written.layer());
        return layers.subList(layer + 1, layers.size()).stream()
                .anyMatch(stronger ->
                        stronger.dropsBelow(WAIVERS, written.element().name(), written.ordinal() - 1));
    }
}
