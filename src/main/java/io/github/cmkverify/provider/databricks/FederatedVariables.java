package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import org.jspecify.annotations.Nullable;

/** The variables of OIDC token exchange (provider document databricks, 3.1). */
final class FederatedVariables {
    static final String FILE = "DATABRICKS_OIDC_TOKEN_FILEPATH";
    static final String GITHUB_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
    static final String GITHUB_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    private FederatedVariables() {}

    /** The name of the variable that holds the token: {@code DATABRICKS_OIDC_TOKEN} unless another is named. */
    static String tokenVariable(Environment environment) {
        String named = environment.variable("DATABRICKS_OIDC_TOKEN_ENV");
        return named == null ? "DATABRICKS_OIDC_TOKEN" : named;
    }

    /** Whether there is a token to be exchanged, from anywhere. */
    static boolean anyIn(Environment environment) {
        return environment.variable(tokenVariable(environment)) != null
                || environment.variable(FILE) != null
                || environment.variable(GITHUB_URL) != null;
    }

    /** Credentials of this source in the name of {@code DATABRICKS_CLIENT_ID}, if that is set. */
    static Credentials credentials(CredentialRequest request, String source, SubjectToken subject)
            throws CredentialException {
        @Nullable String clientId = request.environment().variable(ClientVariables.ID);
        if (clientId == null) {
            return new Credentials.Federated(source, null, subject);
        }
        return new Credentials.Federated(
                source + ", client " + CredentialRequest.shown(clientId),
                CredentialRequest.clientId(ClientVariables.ID, clientId),
                subject);
    }
}
