package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.CredentialException;
import org.jspecify.annotations.Nullable;

/** A place where a token can be had. */
interface TokenSource {
    /** What people call it; listed where no source has any. */
    String name();

    /** What {@code AZURE_TOKEN_CREDENTIALS} calls it, as the vendor's own chain does; empty where it does not. */
    String credential();

    /**
     * Gets a token.
     *
     * @return {@code null} where the source is not there
     * @throws CredentialException if it is there, and gives none; this ends the search
     */
    @Nullable AzureToken find(TokenWish wish) throws CredentialException;
}
