package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with what people wrote, so that it can be put right in one go. */
public final class InvalidInputsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<InvalidInputException> all;

    /** Several mistakes, at least one, in the order in which they are to be told. */
    public InvalidInputsException(List<InvalidInputException> all) {
        super(all.stream().map(InvalidInputException::getMessage).collect(Collectors.joining("\n")), all.get(0));
        this.all = List.copyOf(all);
    }

    /** The mistakes, at least one. */
    public List<InvalidInputException> all() {
        return all;
    }
}
