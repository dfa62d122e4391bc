package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * Looks for parameters that no goal of this plugin knows. Maven 3.6 and 3.8 drop them without a word, later ones warn.
 */
final class ParameterCheck {
    /**
     * Parameters that a POM may not set, with the property that does: Maven would let the POM's value hide the one of
     * the command line, and with it keys that somebody asked for.
     */
    private static final Map<String, String> COMMAND_LINE_ONLY =
            Map.of("references", "cmk.keys", "keysFile", "cmk.keysFile", "severityOverrides", "cmk.severities");

    private final Set<String> known = new TreeSet<>();

    /** Knows what the goals of this plugin declare; the generated {@code help} is none that a POM configures. */
    ParameterCheck(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            if (goal.getGoal().equals("help")) {
                continue;
            }
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable()) {
                    known.add(parameter.getName());
                }
            }
        }
        known.removeAll(COMMAND_LINE_ONLY.keySet());
    }

    /**
     * Checks a configuration.
     *
     * @param where its place, for messages
     * @param problems what is wrong is added to them
     */
    void check(Node configuration, String where, Problems problems) {
        String place = where + " <configuration>";
        if (!configuration.text().isEmpty()) {
            problems.add(new InvalidInputException(place, configuration.text(), "elements"));
        }
        Set<String> seen = new HashSet<>();
        for (Node parameter : configuration.children()) {
            String property = COMMAND_LINE_ONLY.get(parameter.name());
            if (property != null) {
                problems.add(new InvalidInputException(
                        place,
                        "<" + parameter.name() + ">",
                        "-D" + property + " on the command line; a POM has <keys> and <severities>"));
            } else if (!known.contains(parameter.name())) {
                problems.add(new InvalidInputException(
                        place, "<" + parameter.name() + ">", Suggestion.elements(parameter.name(), known)));
            } else if (!seen.add(parameter.name())) {
                problems.add(new InvalidInputException(place, "<" + parameter.name() + ">", "each parameter once"));
            }
        }
    }
}
