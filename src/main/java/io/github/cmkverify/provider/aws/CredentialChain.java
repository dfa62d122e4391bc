package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.provider.CredentialException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** AWS's own chain of sources. */
@FunctionalInterface
interface CredentialChain {
    /**
     * Credentials.
     *
     * @param identity the credentials
     * @param end when they end, where that is known
     */
    record Found(AwsIdentity identity, @Nullable Instant end) {}

    /**
     * The credentials of the first source that has some.
     *
     * @throws CredentialException if none has, or if there was no time to look
     */
    Found resolve(Deadline deadline) throws CredentialException;
}
