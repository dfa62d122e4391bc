package io.github.cmkverify.key;

import org.jspecify.annotations.Nullable;

/** What came of asking a provider about a key. That nobody could tell is a value, too. */
public sealed interface KeyAnswer {
    /** The provider described the key. */
    record Described(KeyFacts facts) implements KeyAnswer {}

    /**
     * The provider holds a reference to a key elsewhere and knows nothing of its state; the target has to be asked.
     *
     * @param facts what the provider said; its state is {@link KeyState#UNKNOWN}
     * @param target the key behind
     */
    record PointsTo(KeyFacts facts, KeyReference target) implements KeyAnswer {}

    /**
     * The provider itself says that there is no such key.
     *
     * @param code the provider's own error code
     * @param said the provider's own words, as they came, possibly empty
     * @param malformedId whether the provider calls the id one that it cannot know, rather than one that is gone
     */
    record Missing(String code, String said, boolean malformedId) implements KeyAnswer {}

    /**
     * Nobody could tell.
     *
     * @param cause why
     * @param code the provider's own error code or raw state, where there is one
     * @param said what was seen, as it came (a server's words, a list of sources tried); never a secret
     */
    record Undetermined(Cause cause, @Nullable String code, String said) implements KeyAnswer {}
}
