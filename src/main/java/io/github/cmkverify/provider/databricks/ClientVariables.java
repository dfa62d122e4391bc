package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABRICKS_CLIENT_ID} and {@code DATABRICKS_CLIENT_SECRET}. The id alone is no mistake where a token is there
 * to be exchanged in its name.
 */
record ClientVariables() implements CredentialSource {
    static final String ID = "DATABRICKS_CLIENT_ID";
    static final String SECRET = "DATABRICKS_CLIENT_SECRET";

    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        Environment environment = request.environment();
        String clientId = environment.variable(ID);
        String secret = environment.variable(SECRET);
        if (clientId == null && secret == null) {
            return null;
        }
        if (secret == null && !request.named() && FederatedVariables.anyIn(environment)) {
            return null;
        }
        if (clientId == null || secret == null) {
            throw CredentialRequest.broken(
                    (clientId == null ? SECRET : ID) + " is set, but " + (clientId == null ? ID : SECRET) + " is not");
        }
        return new Credentials.Client(
                "environment " + ID + ", client " + CredentialRequest.shown(clientId),
                CredentialRequest.clientId(ID, clientId),
                CredentialRequest.clientSecret(SECRET, new Secret(secret)));
    }

    @Override
    public String authType() {
        return "oauth-m2m";
    }

    @Override
    public String place(CredentialRequest request) {
        return "environment " + ID + " and " + SECRET;
    }
}
