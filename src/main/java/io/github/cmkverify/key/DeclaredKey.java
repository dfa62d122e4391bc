package io.github.cmkverify.key;

import org.jspecify.annotations.Nullable;

/**
 * A key as somebody declared it: the question, and what the answer is held against.
 *
 * @param reference the question
 * @param name the name that was given, unique in a module
 * @param expectations what the key must be
 * @param rules how its findings are judged
 * @param where the place of the declaration, for messages: {@code <keys> of execution 'gate'}
 * @param source the file and line of the declaration; {@code null} on the command line and where it is not known
 */
public record DeclaredKey(
        KeyReference reference,
        @Nullable String name,
        Expectations expectations,
        Rules rules,
        String where,
        @Nullable SourceLine source) {
    /** A key whose file is not known. */
    public DeclaredKey(
            KeyReference reference, @Nullable String name, Expectations expectations, Rules rules, String where) {
        this(reference, name, expectations, rules, where, null);
    }

    /** The same key with its place. */
    public DeclaredKey at(@Nullable SourceLine place) {
        return new DeclaredKey(reference, name, expectations, rules, where, place);
    }

    /** The name and the reference, or the reference alone. */
    public String title() {
        return name == null ? reference.text() : name + " (" + reference.text() + ")";
    }
}
