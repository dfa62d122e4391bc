package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import java.util.Optional;

/** A place where credentials can be. */
interface CredentialSource {
    /** What people call it; listed where no source holds any. */
    String name();

    /**
     * Looks.
     *
     * @return empty where the source is not there
     * @throws CredentialException if it is there and broken, which ends the search
     */
    Optional<Credentials> find() throws CredentialException;
}
