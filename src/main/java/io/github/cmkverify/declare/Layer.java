package io.github.cmkverify.declare;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <configuration>} of this plugin as somebody wrote it, before Maven merges it with others.
 *
 * @param label its place, for messages: {@code org.acme:parent:1 (/acme/pom.xml) <pluginManagement> execution 'gate'}
 * @param file the POM that it stands in, where it is at hand
 * @param configuration what is written
 */
record Layer(String label, @Nullable Path file, Node configuration) {
    /** What the place of a layer in {@code <pluginManagement>} begins with, or what follows its profile. */
    static final String MANAGED = " <pluginManagement>";

    private static final String SELF = "combine.self";
    /** The values that say that what is below is meant to go. */
    private static final Set<String> DROPPING = Set.of("override", "remove");

    /** What the place of a layer in a profile begins with. */
    static String inProfile(String id) {
        return " profile '" + id + "'";
    }

    /** What the place of a layer in an execution ends with. */
    static String inExecution(String id) {
        return " execution '" + id + "'";
    }

    /** Where in its file it stands: {@code  profile 'ci' <pluginManagement> execution 'gate'}; empty without a file. */
    String place() {
        String pom = "(" + file + ")";
        int start = label.indexOf(pom);
        return start < 0 ? "" : label.substring(start + pom.length());
    }

    /** The elements inside of a parameter, {@code <keys>} or another; none where it has none. */
    List<Node> elements(String parameter) {
        Node list = configuration.child(parameter);
        return list == null ? List.of() : list.children();
    }

    /** The first of these layers, the weakest first, whose elements are not all meant to be dropped by a stronger one. */
    static int weakestThatCounts(List<Layer> layers, String parameter) {
        for (int i = layers.size() - 1; i > 0; i--) {
            if (layers.get(i).dropsBelow(parameter)) {
                return i;
            }
        }
        return 0;
    }

    private boolean dropsBelow(String parameter) {
        Node list = configuration.child(parameter);
        return drops(configuration) || (list != null && drops(list));
    }

    /** Whether it says that the element of this name and order, counted from 0, is meant to be dropped below. */
    boolean dropsBelow(String parameter, String name, int ordinal) {
        List<Node> namesakes = elements(parameter).stream()
                .filter(element -> element.name().equals(name))
                .toList();
        return ordinal < namesakes.size() && drops(namesakes.get(ordinal));
    }

    private static boolean drops(Node element) {
        return DROPPING.contains(element.attributes().getOrDefault(SELF, ""));
    }

    /** Of the label, which tells most layers apart; that of all fields would have to be linked at run time first. */
    @Override
    public int hashCode() {
        return label.hashCode();
    }
}
