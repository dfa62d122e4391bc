package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody else's token that a client trusts, in the file {@code AZURE_FEDERATED_TOKEN_FILE}; read for each sign-in. */
record WorkloadIdentity(Environment environment, TokenService service) implements TokenSource {
    private static final String FILE = "AZURE_FEDERATED_TOKEN_FILE";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final long LONGEST = 65_536;

    @Override
    public String name() {
        return "environment " + FILE;
    }

    @Override
    public String credential() {
        return "WorkloadIdentityCredential";
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        String file = environment.variable(FILE);
        if (file == null) {
            return null;
        }
        String client =
                Sendable.client("environment " + ClientSecrets.CLIENT, environment.variable(ClientSecrets.CLIENT));
        String tenant = Sendable.tenant(
                "environment " + ClientSecrets.TENANT, environment.variable(ClientSecrets.TENANT), wish);
        Secret assertion = Sendable.secret("the file of " + FILE, read(file));
        return service.signIn(
                ClientSecrets.authority(environment),
                tenant,
                client,
                Map.of("client_assertion_type", ASSERTION, "client_assertion", assertion.reveal()),
                assertion,
                "environment " + FILE + ", client " + Sendable.shown(client),
                wish);
    }

    private static Secret read(String file) throws CredentialException {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > LONGEST) {
                throw Sendable.broken("the file of " + FILE + " is not there, or no token");
            }
            return new Secret(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException e) {
            throw Sendable.broken("the file of " + FILE + " cannot be read");
        }
    }
}
