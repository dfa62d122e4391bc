package io.github.cmkverify.key;

import java.util.List;

/**
 * One question and what came of it.
 *
 * @param reference what was asked
 * @param answer what came of it
 * @param evidence the requests that were made, in order
 */
public record Asked(KeyReference reference, KeyAnswer answer, List<Evidence> evidence) {
    public Asked {
        evidence = List.copyOf(evidence);
    }
}
