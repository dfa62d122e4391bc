package io.github.cmkverify.provider;

import io.github.cmkverify.key.Cause;

/** There are no usable credentials. Names sources, never values. */
public final class CredentialException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    /**
     * @param cause {@link Cause#NO_CREDENTIALS} or {@link Cause#BROKEN_CREDENTIALS}, or what the login came to
     * @param said the sources that were tried, in order, or what is wrong with the one that was found
     */
    public CredentialException(Cause cause, String said) {
        super(said);
        this.cause = cause;
    }

    /** Why there are none. */
    public Cause reason() {
        return cause;
    }
}
