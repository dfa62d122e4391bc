package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client with a secret in {@code AZURE_CLIENT_ID} and {@code AZURE_CLIENT_SECRET}. */
record ClientSecrets(Environment environment, TokenService service) implements TokenSource {
    static final String CLIENT = "AZURE_CLIENT_ID";
    static final String TENANT = "AZURE_TENANT_ID";
    private static final String SECRET = "AZURE_CLIENT_SECRET";
    private static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";

    @Override
    public String name() {
        return "environment " + CLIENT + " and " + SECRET;
    }

    @Override
    public String credential() {
        return "EnvironmentCredential";
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        String secret = environment.variable(SECRET);
        if (secret == null) {
            if (environment.variable(CERTIFICATE) != null) {
                throw Sendable.broken("environment " + CERTIFICATE
                        + " is set: certificates are not read; sign in with the Azure CLI, or use a federated token");
            }
            return null;
        }
        String client = Sendable.client("environment " + CLIENT, environment.variable(CLIENT));
        String tenant = Sendable.tenant("environment " + TENANT, environment.variable(TENANT), wish);
        Secret checked = Sendable.secret("environment " + SECRET, new Secret(secret));
        return service.signIn(
                authority(environment),
                tenant,
                client,
                Map.of("client_secret", checked.reveal()),
                checked,
                "environment " + CLIENT + ", client " + Sendable.shown(client),
                wish);
    }

    /** The sign-in of the environment. */
    static Authority authority(Environment environment) throws CredentialException {
        try {
            return Authority.of(environment.variable(Authority.VARIABLE), "environment " + Authority.VARIABLE);
        } catch (InvalidInputException e) {
            throw Sendable.broken("" + e.getMessage());
        }
    }
}
