package io.github.cmkverify.key;

/**
 * Something that a person wrote is wrong. Raised before anything is asked.
 *
 * <p>Carries values; {@code report} makes the sentence: what was written, where, and what is accepted.
 */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String written;
    private final String accepted;

    /**
     * @param where the element, option, parameter or file and line: {@code <huawei> <region>}
     * @param written what was found there, as it was written; empty where something is absent
     * @param accepted what would be right, in words or as a pattern with an example
     */
    public InvalidInputException(String where, String written, String accepted) {
        super(where + ": '" + written + "'; accepted: " + accepted);
        this.where = where;
        this.written = written;
        this.accepted = accepted;
    }

    /** The place of the mistake. */
    public String where() {
        return where;
    }

    /** What was written there. */
    public String written() {
        return written;
    }

    /** What is accepted there. */
    public String accepted() {
        return accepted;
    }

    /** The same mistake, seen from further out: {@code outer} goes in front of the place. */
    public InvalidInputException in(String outer) {
        InvalidInputException located = new InvalidInputException(outer + " " + where, written, accepted);
        located.setStackTrace(getStackTrace());
        return located;
    }
}
