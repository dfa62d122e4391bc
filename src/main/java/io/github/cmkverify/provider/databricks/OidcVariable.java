package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import org.jspecify.annotations.Nullable;

/** A token to be exchanged, in {@code DATABRICKS_OIDC_TOKEN} or the variable that {@code …_ENV} names. */
record OidcVariable() implements CredentialSource {
    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        String variable = FederatedVariables.tokenVariable(request.environment());
        String value = request.environment().variable(variable);
        if (value == null) {
            return null;
        }
        Secret token = CredentialRequest.token(variable, new Secret(value));
        return FederatedVariables.credentials(request, "environment " + variable, (deadline, evidence) -> token);
    }

    @Override
    public String authType() {
        return "env-oidc";
    }

    @Override
    public String place(CredentialRequest request) {
        return "environment " + FederatedVariables.tokenVariable(request.environment());
    }
}
