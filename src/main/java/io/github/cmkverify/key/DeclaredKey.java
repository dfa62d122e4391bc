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
 */
public record DeclaredKey(
        KeyReference reference, @Nullable String name, Expectations expectations, Rules rules, String where) {
    /** The name and the reference, or the reference alone. */
    public String title() {
        return name == null ? reference.text() : name + " (" + reference.text() + ")";
    }
}
