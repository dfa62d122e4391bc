package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code <keys>}: {@code <huawei>…</huawei>}, {@code <key>arn:…</key>}. */
final class ElementReader {
    private static final String KEY = "key";
    private static final String REFERENCE = "reference";
    private static final String NAME = "name";
    private static final String EXPECT = "expect";

    private final Map<String, KeySyntax> syntaxes = new LinkedHashMap<>();
    private final ReferenceReader references;

    ElementReader(List<KeySyntax> syntaxes) {
        for (KeySyntax syntax : syntaxes) {
            this.syntaxes.put(syntax.provider(), syntax);
        }
        references = new ReferenceReader(syntaxes);
    }

    /** All elements that are known, for messages. */
    String names() {
        return Suggestion.elements("", known());
    }

    /**
     * Reads an element.
     *
     * @param where its place, for messages
     */
    DeclaredKey read(Node element, Rules rules, String where) throws InvalidInputException {
        if (!known().contains(element.name())) {
            throw new InvalidInputException(
                    where, "<" + element.name() + ">", Suggestion.elements(element.name(), known()));
        }
        Texts.checkAttributes(element, where);
        try {
            return element.name().equals(KEY) ? readKey(element, rules, where) : readOwn(element, rules, where);
        } catch (InvalidInputException e) {
            throw located(e, element.name(), where);
        }
    }

    /** A mistake inside of an element, whether or not whoever found it named the element. */
    private static InvalidInputException located(InvalidInputException e, String element, String where) {
        String prefix = "<" + element + "> ";
        return e.where().startsWith(prefix)
                ? new InvalidInputException(
                        where + " " + e.where().substring(prefix.length()), e.written(), e.accepted())
                : e.in(where);
    }

    private DeclaredKey readKey(Node element, Rules rules, String where) throws InvalidInputException {
        if (element.children().isEmpty()) {
            KeyReference reference = references.read(Texts.checked(element.text(), "text"));
            return new DeclaredKey(reference, null, Expectations.NONE, rules, where);
        }
        checkNoText(element, "a reference as text, or with other elements beside it as <reference>");
        Map<String, Node> children = children(element, List.of(REFERENCE, NAME, KeyReference.SERVER_ID, EXPECT));
        Node written = children.get(REFERENCE);
        if (written == null) {
            throw new InvalidInputException("<reference>", "", "a key reference, beside the other elements");
        }
        KeyReference reference = references.read(Texts.of(written));
        if (children.containsKey(KeyReference.SERVER_ID) && reference.options().containsKey(KeyReference.SERVER_ID)) {
            throw new InvalidInputException(
                    "<serverId>", Texts.of(written), "the server once: as an element or in the query");
        }
        return declared(reference, children, rules, where);
    }

    private DeclaredKey readOwn(Node element, Rules rules, String where) throws InvalidInputException {
        KeySyntax syntax = syntaxOf(element.name());
        if (!element.text().isEmpty() && element.children().isEmpty()) {
            throw new InvalidInputException(
                    "text",
                    element.text(),
                    Suggestion.elements("", syntax.children()) + "; a reference as text belongs into <key>");
        }
        checkNoText(element, Suggestion.elements("", syntax.children()));
        if (element.children().isEmpty()) {
            throw new InvalidInputException("content", "", Suggestion.elements("", syntax.children()));
        }
        List<String> names = new ArrayList<>(syntax.children());
        names.addAll(List.of(NAME, KeyReference.SERVER_ID, EXPECT));
        Map<String, Node> children = children(element, names);
        Map<String, String> own = new LinkedHashMap<>();
        for (Node child : children.values()) {
            if (syntax.children().contains(child.name())) {
                own.put(child.name(), Texts.of(child));
            }
        }
        return declared(syntax.fromElement(own), children, rules, where);
    }

    private DeclaredKey declared(KeyReference reference, Map<String, Node> children, Rules rules, String where)
            throws InvalidInputException {
        KeyReference served = ServerIds.apply(reference, text(children.get(KeyReference.SERVER_ID)), "<serverId>");
        Node expect = children.get(EXPECT);
        Expectations expectations = expect == null
                ? Expectations.NONE
                : ExpectReader.read(expect, answering(syntaxOf(reference.provider())));
        return new DeclaredKey(served, text(children.get(NAME)), expectations, rules, where);
    }

    /** Who answers what is expected of a key: its provider first, and those of the keys that it may point to. */
    private List<KeySyntax> answering(KeySyntax declared) {
        List<KeySyntax> answering = new ArrayList<>(List.of(declared));
        declared.pointsTo().stream().map(syntaxes::get).filter(Objects::nonNull).forEach(answering::add);
        return answering;
    }

    private KeySyntax syntaxOf(String provider) {
        KeySyntax syntax = syntaxes.get(provider);
        if (syntax == null) {
            throw new IllegalStateException("a reference of the unknown provider " + provider);
        }
        return syntax;
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(syntaxes.keySet());
        known.add(KEY);
        return known;
    }

    /** The children by name, each known and there once. */
    static Map<String, Node> children(Node element, List<String> accepted) throws InvalidInputException {
        Map<String, Node> children = new LinkedHashMap<>();
        for (Node child : element.children()) {
            String where = "<" + child.name() + ">";
            if (!accepted.contains(child.name())) {
                throw new InvalidInputException(where, where, Suggestion.elements(child.name(), accepted));
            }
            if (children.put(child.name(), child) != null) {
                throw new InvalidInputException(where, where, "each element once");
            }
        }
        return children;
    }

    static void checkNoText(Node element, String accepted) throws InvalidInputException {
        if (!element.text().isEmpty()) {
            throw new InvalidInputException("text", element.text(), accepted);
        }
    }

    private static @Nullable String text(@Nullable Node child) throws InvalidInputException {
        return child == null ? null : Texts.of(child);
    }
}
