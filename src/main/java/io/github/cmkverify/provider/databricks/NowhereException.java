package io.github.cmkverify.provider.databricks;

/** A configuration names no key that could be asked. */
final class NowhereException extends Exception {
    private static final long serialVersionUID = 1L;

    NowhereException(String said) {
        super(said);
    }
}
