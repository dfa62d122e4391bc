package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Collects mistakes, so that all of them are told together. */
final class Problems {
    private final List<InvalidInputException> all = new ArrayList<>();

    /** Whether there is none so far. */
    boolean none() {
        return all.isEmpty();
    }

    void add(InvalidInputException problem) {
        all.add(problem);
    }

    /** Adds the mistakes of a part. */
    void add(InvalidInputsException problems) {
        all.addAll(problems.all());
    }

    /** Ends the reading if there was any mistake. */
    void throwIfAny() throws InvalidInputsException {
        if (!all.isEmpty()) {
            throw new InvalidInputsException(all);
        }
    }
}
