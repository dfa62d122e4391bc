package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import java.util.Optional;

/** One place where credentials may be. */
interface CredentialSource {
    /** The place, for a list of what was looked at. */
    String name();

    /**
     * Looks.
     *
     * @return empty where there is nothing
     * @throws CredentialException if something is there that cannot be used
     */
    Optional<Credentials> find() throws CredentialException;
}
