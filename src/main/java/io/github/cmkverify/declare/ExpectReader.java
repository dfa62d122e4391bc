package io.github.cmkverify.declare;

import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code <expect>}. */
final class ExpectReader {
    private ExpectReader() {}

    /**
     * Reads what is expected of a key.
     *
     * @throws InvalidInputException if it is nothing, nothing known, or nothing that this provider can answer: an
     *     expectation that nobody holds against the answer would look like one that is met
     */
    static Expectations read(Node expect, KeySyntax syntax) throws InvalidInputException {
        List<String> accepted = Expectations.NAMES.stream()
                .filter(syntax.expectations()::contains)
                .toList();
        try {
            Texts.checkAttributes(expect, "attribute");
            ElementReader.checkNoText(expect, Suggestion.elements("", accepted));
            Map<String, Node> children = ElementReader.children(expect, Expectations.NAMES);
            if (children.isEmpty()) {
                throw new InvalidInputException("content", "", Suggestion.elements("", accepted));
            }
            TreeMap<String, String> values = new TreeMap<>();
            for (Node child : children.values()) {
                if (!accepted.contains(child.name())) {
                    throw new InvalidInputException(
                            "<" + child.name() + ">",
                            child.written(),
                            "what " + syntax.provider() + " can answer: " + Suggestion.elements("", accepted));
                }
                values.put(child.name(), Texts.of(child));
            }
            return new Expectations(values);
        } catch (InvalidInputException e) {
            throw e.in("<expect>");
        }
    }
}
