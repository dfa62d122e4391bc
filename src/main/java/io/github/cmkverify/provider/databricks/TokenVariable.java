package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import org.jspecify.annotations.Nullable;

/** {@code DATABRICKS_TOKEN}, which belongs to {@code DATABRICKS_HOST} where that is set and is sent nowhere else. */
record TokenVariable() implements CredentialSource {
    private static final String TOKEN = "DATABRICKS_TOKEN";

    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        String token = request.environment().variable(TOKEN);
        if (token == null || !request.endpoint().isHostOfTheEnvironment()) {
            return null;
        }
        return new Credentials.Token("environment " + TOKEN, CredentialRequest.token(TOKEN, new Secret(token)));
    }

    @Override
    public String authType() {
        return "pat";
    }

    @Override
    public String place(CredentialRequest request) {
        return "environment " + TOKEN + " (sent to the host in DATABRICKS_HOST alone, where that is set)";
    }
}
