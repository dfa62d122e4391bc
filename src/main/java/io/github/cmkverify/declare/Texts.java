package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.List;

/** Elements that hold text alone, and what may stand at any element. */
final class Texts {
    /** What Maven's own tools put at an element of a configuration; says nothing about a key. */
    private static final List<String> MAVENS_ATTRIBUTES =
            List.of("combine.self", "combine.children", "combine.id", "combine.keys", "xml:space");

    private Texts() {}

    /** The text of an element without children, neither blank nor with an unresolved expression. */
    static String of(Node element) throws InvalidInputException {
        String where = "<" + element.name() + ">";
        checkAttributes(element, where);
        if (!element.children().isEmpty()) {
            throw new InvalidInputException(
                    where, element.children().get(0).written(), "text, without elements inside");
        }
        return checked(element.text(), where);
    }

    /** A text that is neither blank nor holds an unresolved expression or a line break. */
    static String checked(String text, String where) throws InvalidInputException {
        if (text.isBlank()) {
            throw new InvalidInputException(where, "", "a value that is not empty");
        }
        if (text.contains("${")) {
            throw new InvalidInputException(
                    where, text, "a value, or an expression of a property that is set when this goal runs");
        }
        if (hasControl(text)) {
            throw new InvalidInputException(where, text, "one line without control characters");
        }
        return text;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static void checkAttributes(Node element, String where) throws InvalidInputException {
        for (String attribute : element.attributes().keySet()) {
            if (!MAVENS_ATTRIBUTES.contains(attribute)) {
                throw new InvalidInputException(
                        where,
                        attribute + "=\"" + element.attributes().get(attribute) + "\"",
                        "child elements; of attributes only Maven's own " + String.join(", ", MAVENS_ATTRIBUTES));
            }
        }
    }
}
