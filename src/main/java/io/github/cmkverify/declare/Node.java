package io.github.cmkverify.declare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * An element of a configuration, whether Maven handed it over as a parameter or it stands in a model.
 *
 * @param name name of the element
 * @param text its text without surrounding white space; empty where there is none. Maven itself drops text that
 *     stands beside children ({@link StrayText} looks for it)
 * @param attributes by name
 * @param children in the order in which they are written
 */
public record Node(String name, String text, Map<String, String> attributes, List<Node> children) {
    public Node {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** A parameter as Maven hands it over. */
    public static Node of(PlexusConfiguration configuration) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : configuration.getAttributeNames()) {
            attributes.put(attribute, configuration.getAttribute(attribute, ""));
        }
        List<Node> children = new ArrayList<>();
        for (PlexusConfiguration child : configuration.getChildren()) {
            children.add(of(child));
        }
        return new Node(configuration.getName(), strip(configuration.getValue()), attributes, children);
    }

    /** An element of a model. */
    public static Node of(Xpp3Dom dom) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : dom.getAttributeNames()) {
            attributes.put(attribute, dom.getAttribute(attribute));
        }
        List<Node> children = new ArrayList<>();
        for (Xpp3Dom child : dom.getChildren()) {
            children.add(of(child));
        }
        return new Node(dom.getName(), strip(dom.getValue()), attributes, children);
    }

    /** The {@code <configuration>} of a plugin or an execution in a model; without children where there is none. */
    static Node ofConfiguration(@Nullable Object configuration) {
        return configuration instanceof Xpp3Dom dom ? of(dom) : new Node("configuration", "", Map.of(), List.of());
    }

    /** The last child of this name, which is the one that Maven takes. */
    @Nullable Node child(String childName) {
        Node found = null;
        for (Node child : children) {
            if (child.name.equals(childName)) {
                found = child;
            }
        }
        return found;
    }

    /** The same element with every text passed through {@code change}. */
    Node withTexts(UnaryOperator<String> change) {
        List<Node> changed = new ArrayList<>();
        for (Node child : children) {
            changed.add(child.withTexts(change));
        }
        return new Node(name, strip(change.apply(text)), attributes, changed);
    }

    /** All texts by their path inside of this element; elements of one name are told apart by their order. */
    Map<String, String> leaves() {
        Map<String, String> leaves = new TreeMap<>();
        collectLeaves("", leaves);
        return leaves;
    }

    private void collectLeaves(String path, Map<String, String> leaves) {
        if (!text.isEmpty()) {
            leaves.put(path, text);
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Node child : children) {
            int ordinal = seen.getOrDefault(child.name, 0) + 1;
            seen.put(child.name, ordinal);
            child.collectLeaves(path + "/" + child.name + ordinal, leaves);
        }
    }

    /** The element as it is written in a POM, on one line and without attributes. */
    String written() {
        if (text.isEmpty() && children.isEmpty()) {
            return "<" + name + "/>";
        }
        StringBuilder inside = new StringBuilder(text);
        children.forEach(child -> inside.append(child.written()));
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
