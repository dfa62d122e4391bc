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
    private static final String SELF = "combine.self";
    /** The values that say that what is below is meant to go. */
    private static final Set<String> DROPPING = Set.of("override", "remove");

    /** The elements of its {@code <keys>}; none where it has none. */
    List<Node> keys() {
        Node keys = configuration.child("keys");
        return keys == null ? List.of() : keys.children();
    }

    /** Whether it says that the keys of all layers below are meant to be dropped. */
    boolean dropsBelow() {
        Node keys = configuration.child("keys");
        return drops(configuration) || (keys != null && drops(keys));
    }

    /** Whether it says that the element of this name and order, counted from 0, is meant to be dropped below. */
    boolean dropsBelow(String name, int ordinal) {
        List<Node> namesakes =
                keys().stream().filter(key -> key.name().equals(name)).toList();
        return ordinal < namesakes.size() && drops(namesakes.get(ordinal));
    }

    private static boolean drops(Node element) {
        return DROPPING.contains(element.attributes().getOrDefault(SELF, ""));
    }
}
