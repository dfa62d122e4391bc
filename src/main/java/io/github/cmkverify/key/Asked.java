package io.github.cmkverify.key;

import java.util.List;

/**
 * One question and what came of it.
 *
 * @param reference what was asked
 * @param answer what came of it
 * @param evidence the requests that were made, in order
 * @param reused whether an earlier build was told it, and this one did not ask
 */
public record Asked(KeyReference reference, KeyAnswer answer, List<Evidence> evidence, boolean reused) {
    public Asked {
        evidence = List.copyOf(evidence);
    }

    /** A question of this build. */
    public Asked(KeyReference reference, KeyAnswer answer, List<Evidence> evidence) {
        this(reference, answer, evidence, false);
    }
}
