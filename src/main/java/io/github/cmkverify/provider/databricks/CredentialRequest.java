package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;

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
        filled(where, token);
        if (!isPrintable(token.reveal())) {
            throw unsendable(where);
        }
        return token;
    }

    /** A client secret, which is encoded before it is sent. */
    static Secret clientSecret(String where, Secret secret) throws CredentialException {
        filled(where, secret);
        String text = secret.reveal();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw unsendable(where);
            }
        }
        return secret;
    }

    /** A client id, which must not hold the colon that ends it in the header. */
    static String clientId(String where, String clientId) throws CredentialException {
        filled(where, new Secret(clientId));
        if (!isPrintable(clientId) || clientId.contains(":")) {
            throw unsendable(where);
        }
        return clientId;
    }

    /** A client id as far as it may be shown: all of a UUID, and the beginning of anything put in its place. */
    static String shown(String clientId) {
        return Ids.isUuid(clientId) || clientId.length() < 4 ? clientId : clientId.substring(0, 4) + "…";
    }

    private static void filled(String where, Secret secret) throws CredentialException {
        if (secret.isBlank()) {
            throw broken(where + " is empty");
        }
        if (secret.reveal().startsWith("${")) {
            throw broken(where + " holds ${…}, which has no value here");
        }
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static CredentialException unsendable(String where) {
        return broken(where + " holds a character that cannot be sent");
    }

    static CredentialException broken(String said) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, said);
    }
}
