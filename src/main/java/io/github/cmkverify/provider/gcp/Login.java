package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.provider.CredentialException;
import java.time.Instant;

/** Makes a token of a file with credentials. */
@FunctionalInterface
interface Login {
    /**
     * A token.
     *
     * @param value what is sent; never shown
     * @param end when it ends
     */
    record Grant(String value, Instant end) {
        @Override
        public String toString() {
            return "a token until " + end;
        }
    }

    /**
     * Logs in.
     *
     * @throws CredentialException if no token could be had
     */
    Grant token(CredentialFile file, Universe universe, Deadline deadline) throws CredentialException;
}
