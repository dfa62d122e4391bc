package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.List;

/** Where the token that is exchanged comes from, read when it is needed. */
@FunctionalInterface
interface SubjectToken {
    /**
     * Reads or fetches it.
     *
     * @param evidence gets an entry for each request that this takes
     * @throws CredentialException if it is not there or broken
     * @throws DoubtException if nobody gave it
     */
    Secret get(Deadline deadline, List<Evidence> evidence) throws CredentialException, DoubtException;
}
