package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.Servers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The server of settings.xml: {@code password} alone is a token; {@code roleId} and {@code secretId} (or {@code username}
 * and {@code password}) are an AppRole, {@code role} and {@code jwt} a login by JWT.
 */
record ServerSource(Servers servers, String id) implements CredentialSource {
    private static final String ROLE_ID = "roleId";
    private static final String SECRET_ID = "secretId";
    private static final String ROLE = "role";
    private static final String JWT = "jwt";
    private static final String AUTH_PATH = "authPath";
    private static final Set<String> ACCEPTED = Set.of(ROLE_ID, SECRET_ID, ROLE, JWT, AUTH_PATH);

    @Override
    public String name() {
        return "server " + id + " of settings.xml";
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        ServerEntry server = servers.find(id);
        return server == null ? Optional.empty() : Optional.of(credentials(server));
    }

    private Credentials credentials(ServerEntry server) throws CredentialException {
        Map<String, Secret> configuration = server.configuration();
        for (String child : new TreeSet<>(configuration.keySet())) {
            if (!ACCEPTED.contains(child)) {
                throw Sendable.broken(name() + ": <" + child + "> in <configuration>; accepted: "
                        + String.join(", ", new TreeSet<>(ACCEPTED)));
            }
        }
        String username = server.username();
        Secret user = username == null || username.isBlank() ? null : new Secret(username);
        Secret password = server.password();
        Secret filled = password == null || password.isBlank() ? null : password;
        Secret roleId = one(ROLE_ID, configuration.get(ROLE_ID), user);
        if (configuration.containsKey(ROLE) || configuration.containsKey(JWT)) {
            if (roleId != null || filled != null || configuration.containsKey(SECRET_ID)) {
                throw Sendable.broken(name() + " holds a login by JWT and something else; one of them is meant");
            }
            return Credentials.Login.jwt(
                    name() + ", JWT",
                    path("jwt", configuration),
                    needed(ROLE, configuration.get(ROLE)),
                    needed(JWT, configuration.get(JWT)));
        }
        if (roleId != null || configuration.containsKey(SECRET_ID)) {
            return Credentials.Login.appRole(
                    name() + ", AppRole",
                    path("approle", configuration),
                    needed(ROLE_ID, roleId),
                    needed(SECRET_ID, one(SECRET_ID, configuration.get(SECRET_ID), filled)));
        }
        return new Credentials.Token(name(), needed("password", filled));
    }

    private @Nullable Secret one(String child, @Nullable Secret configured, @Nullable Secret standing)
            throws CredentialException {
        if (configured != null && standing != null) {
            throw Sendable.broken(
                    name() + " holds <" + child + "> twice, as a child of <server> and of <configuration>");
        }
        return configured == null ? standing : configured;
    }

    private Secret needed(String child, @Nullable Secret value) throws CredentialException {
        if (value == null) {
            throw Sendable.broken(name() + " holds no <" + child + ">");
        }
        return Sendable.checked(name() + ": <" + child + ">", value);
    }

    private String path(String usual, Map<String, Secret> configuration) throws CredentialException {
        Secret path = configuration.get(AUTH_PATH);
        return path == null ? usual : Sendable.authPath(name() + ": <" + AUTH_PATH + ">", path.reveal());
    }
}
