package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import org.jspecify.annotations.Nullable;

/** One place where credentials may be. */
interface CredentialSource {
    /**
     * Looks, and asks nobody.
     *
     * @return {@code null} if there is nothing here for this question
     * @throws CredentialException if there is something, but broken
     */
    @Nullable Credentials find(CredentialRequest request) throws CredentialException;

    /** What it is called in {@code DATABRICKS_AUTH_TYPE}; empty if it is no method of its own. */
    String authType();

    /** Where it looks for this question, for a message. */
    String place(CredentialRequest request);
}
