package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.util.function.IntPredicate;

/**
 * What credentials are looked for.
 *
 * @param accountId the account
 * @param endpoint where it is asked
 * @param serverId the server of settings.xml that may hold them
 * @param environment variables and home folder
 * @param named whether {@code DATABRICKS_AUTH_TYPE} names the source that is looked at
 */
record CredentialRequest(
        String accountId, AccountEndpoint endpoint, String serverId, Environment environment, boolean named) {
    /** The same request to a source that was named. */
    CredentialRequest toNamed() {
        return new CredentialRequest(accountId, endpoint, serverId, environment, true);
    }

    /**
     * A token that can stand in a header.
     *
     * @param where the place it comes from, for a message
     */
    static Secret token(String where, Secret token) throws CredentialException {
        return checked(where, token, c -> c > 0x20 && c < 0x7f);
    }

    /** A client secret, which is encoded before it is sent. */
    static Secret clientSecret(String where, Secret secret) throws CredentialException {
        return checked(where, secret, c -> !Character.isISOControl(c));
    }

    /** A client id, which must not hold the colon that ends it in the header. */
    static String clientId(String where, String clientId) throws CredentialException {
        checked(where, new Secret(clientId), c -> c > 0x20 && c < 0x7f && c != ':');
        return clientId;
    }

    /** A client id as far as it may be shown: all of a UUID, and the beginning of anything put in its place. */
    static String shown(String clientId) {
        return Ids.isUuid(clientId) || clientId.length() < 4 ? clientId : clientId.substring(0, 4) + "…";
    }

    private static Secret checked(String where, Secret secret, IntPredicate sendable) throws CredentialException {
        if (secret.isBlank()) {
            throw broken(where + " is empty");
        }
        if (secret.reveal().startsWith("${")) {
            throw broken(where + " holds ${…}, which has no value here");
        }
        if (!secret.reveal().chars().allMatch(sendable)) {
            throw broken(where + " holds a character that cannot be sent");
        }
        return secret;
    }

    static CredentialException broken(String said) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, said);
    }
}
