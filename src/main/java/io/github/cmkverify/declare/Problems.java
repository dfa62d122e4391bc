package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects mistakes, so that all of them are told together. */
final class Problems {
    private final List<InvalidInputException> all = new ArrayList<>();

    /** Something that may meet mistakes. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws InvalidInputException, InvalidInputsException;
    }

    /** What is read, or nothing where a mistake was met, which is kept. */
    <T> Optional<T> collect(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (InvalidInputException e) {
            all.add(e);
        } catch (InvalidInputsException e) {
            all.addAll(e.all());
        }
        return Optional.empty();
    }

    /** Something that finds a mistake or nothing. */
    @FunctionalInterface
    interface Check {
        void check() throws InvalidInputException, InvalidInputsException;
    }

    /** Keeps the mistakes that a check finds. */
    void check(Check check) {
        collect(() -> {
            check.check();
            return true;
        });
    }

    /** Whether there is none so far. */
    boolean none() {
        return all.isEmpty();
    }

    void add(InvalidInputException problem) {
        all.add(problem);
    }

    /** All mistakes, at least one. */
    InvalidInputsException asException() {
        return new InvalidInputsException(all);
    }

    /** Ends the reading if there was any mistake. */
    void throwIfAny() throws InvalidInputsException {
        if (!all.isEmpty()) {
            throw asException();
        }
    }
}
