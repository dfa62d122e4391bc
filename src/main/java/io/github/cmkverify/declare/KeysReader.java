package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code <keys>}: every element becomes a key or a mistake, none is passed over. */
public final class KeysReader {
    private final ElementReader elements;

    /**
     * @param syntaxes the providers' syntaxes, in the order in which they are to be named
     */
    public KeysReader(List<KeySyntax> syntaxes) {
        elements = new ElementReader(syntaxes);
    }

    /**
     * Reads all keys.
     *
     * @param keys the element {@code <keys>}
     * @param rules how the findings of these keys are judged
     * @param where the place of {@code <keys>}, for messages: {@code <keys>}, {@code execution 'gate' <keys>}
     * @throws InvalidInputsException if anything in it is not a key
     */
    public List<DeclaredKey> read(Node keys, Rules rules, String where) throws InvalidInputsException {
        Problems problems = new Problems();
        if (!keys.text().isEmpty()) {
            problems.add(new InvalidInputException(where, keys.text(), "elements: " + elements.names()));
        }
        // Attributes of <keys> itself are left alone: Maven adds its own from the plugin's descriptor.
        List<DeclaredKey> read = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node element : keys.children()) {
            int ordinal = seen.getOrDefault(element.name(), 0) + 1;
            seen.put(element.name(), ordinal);
            try {
                read.add(elements.read(element, rules, where + " " + label(element, ordinal)));
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return read;
    }

    /** Reads one element of {@code <keys>}. */
    DeclaredKey read(Node element) throws InvalidInputException {
        return elements.read(element, Rules.USUAL, label(element, 1));
    }

    /** How an element of {@code <keys>} is told from others: {@code <huawei> #2 'archive'}. */
    static String label(Node element, int ordinal) {
        Node name = element.child("name");
        String named = name == null || name.text().isEmpty() ? "" : " '" + name.text() + "'";
        return "<" + element.name() + "> #" + ordinal + named;
    }
}
