package io.github.cmkverify.declare;

import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code <expect>}. */
final class ExpectReader {
    private static final Set<String> YES_OR_NO = new TreeSet<>(Set.of("true", "false"));

    private ExpectReader() {}

    /**
     * Reads what is expected of a key.
     *
     * @param answering who answers it: the provider of the key first
     * @throws InvalidInputException if it is nothing, nothing known, or nothing that these providers can answer: an
     *     expectation that nobody holds against the answer would look like one that is met
     */
    static Expectations read(Node expect, List<KeySyntax> answering) throws InvalidInputException {
        List<String> accepted = Expectations.NAMES.stream()
                .filter(name -> answering.stream()
                        .anyMatch(syntax -> syntax.expectations().contains(name)))
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
                            "what " + answering.get(0).provider() + " can answer: "
                                    + Suggestion.elements("", accepted));
                }
                String value = Texts.of(child).strip();
                check(child.name(), value, answering);
                values.put(child.name(), value);
            }
            return new Expectations(values);
        } catch (InvalidInputException e) {
            throw e.in("<expect>");
        }
    }

    /** Whether some key that these providers answer for could meet it. */
    private static void check(String name, String value, List<KeySyntax> answering) throws InvalidInputException {
        List<KeySyntax> able = answering.stream()
                .filter(syntax -> syntax.expectations().contains(name))
                .toList();
        if (name.equals("rotation")) {
            checkWords(name, value, YES_OR_NO);
        } else if (able.stream().allMatch(syntax -> syntax.words().containsKey(name))) {
            Set<String> words = new TreeSet<>();
            able.forEach(syntax -> words.addAll(syntax.words().getOrDefault(name, Set.of())));
            checkWords(name, value, words);
        }
        InvalidInputException first = null;
        for (KeySyntax syntax : able) {
            try {
                syntax.checkExpectation(name, value);
                return;
            } catch (InvalidInputException e) {
                first = first == null || syntax.claims(value) ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static void checkWords(String name, String value, Set<String> words) throws InvalidInputException {
        for (String written : Arrays.asList(value.split("[,\\s]+"))) {
            if (words.stream().noneMatch(written::equalsIgnoreCase)) {
                throw new InvalidInputException("<" + name + ">", value, Suggestion.words(written, words));
            }
        }
    }
}
