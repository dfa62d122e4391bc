package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token of GitHub Actions to be exchanged. Jobs have it for other clouds, too: it counts where
 * {@code DATABRICKS_CLIENT_ID} is set, or {@code DATABRICKS_AUTH_TYPE} names it.
 */
record GitHubOidc(HttpDoor door) implements CredentialSource {
    private static final String AUDIENCE = "TOKEN_AUDIENCE";

    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        Environment environment = request.environment();
        String url = environment.variable(FederatedVariables.GITHUB_URL);
        String token = environment.variable(FederatedVariables.GITHUB_TOKEN);
        boolean meant = request.named() || environment.variable(ClientVariables.ID) != null;
        if ((url == null && token == null) || !meant) {
            return null;
        }
        if (url == null || token == null) {
            throw CredentialRequest.broken("of " + FederatedVariables.GITHUB_URL + " and "
                    + FederatedVariables.GITHUB_TOKEN + " only one is set");
        }
        String audience = environment.variable(AUDIENCE);
        GitHubToken fetched = new GitHubToken(
                door,
                url,
                CredentialRequest.token(FederatedVariables.GITHUB_TOKEN, new Secret(token)),
                audience == null ? request.accountId() : audience);
        return FederatedVariables.credentials(request, "GitHub Actions", fetched);
    }

    @Override
    public String authType() {
        return "github-oidc";
    }

    @Override
    public String place(CredentialRequest request) {
        return "the OIDC token of a GitHub Actions job, with " + ClientVariables.ID;
    }
}
