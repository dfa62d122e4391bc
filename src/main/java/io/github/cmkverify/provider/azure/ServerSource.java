package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.Servers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client with a secret in a server of settings.xml: user name and password, and in its {@code <configuration>} perhaps
 * {@code <tenantId>} and {@code <authorityHost>}.
 */
record ServerSource(Servers servers, TokenService service) implements TokenSource {
    @Override
    public String name() {
        return "the server of settings.xml";
    }

    @Override
    public String credential() {
        return "";
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        ServerEntry server = servers.find(wish.serverId());
        if (server == null) {
            return null;
        }
        String place = "server " + wish.serverId() + " of settings.xml";
        String client = Sendable.client(
                place + ": <username>",
                server.username() == null ? null : server.username().strip());
        Secret secret = Sendable.secret(place + ": <password>", server.password());
        String tenant = Sendable.tenant(place + ": <tenantId>", child(server, "tenantId"), wish);
        return service.signIn(
                authority(server, place + ": <authorityHost>"),
                tenant,
                client,
                Map.of("client_secret", secret.reveal()),
                secret,
                place + ", client " + Sendable.shown(client),
                wish);
    }

    private static Authority authority(ServerEntry server, String place) throws CredentialException {
        try {
            return Authority.of(child(server, "authorityHost"), place);
        } catch (InvalidInputException e) {
            throw Sendable.broken("" + e.getMessage());
        }
    }

    private static @Nullable String child(ServerEntry server, String name) {
        Secret value = server.configuration().get(name);
        return value == null || value.isBlank() ? null : value.reveal();
    }
}
