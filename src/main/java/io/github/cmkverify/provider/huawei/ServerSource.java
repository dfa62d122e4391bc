package io.github.cmkverify.provider.huawei;

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
 * The server of settings.xml: {@code username} and {@code password} are an access key, or, with a {@code domainName} in
 * its {@code configuration}, a user; or {@code configuration} holds a {@code token}.
 */
record ServerSource(Servers servers, String id) implements CredentialSource {
    private static final String SECURITY_TOKEN = "securityToken";
    private static final String TOKEN = "token";
    private static final String DOMAIN_NAME = "domainName";
    private static final String PROJECT_ID = "projectId";
    private static final Set<String> ACCEPTED = Set.of(SECURITY_TOKEN, TOKEN, DOMAIN_NAME, PROJECT_ID);

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
        Secret token = configuration.get(TOKEN);
        String username = server.username();
        Secret password = server.password();
        boolean hasPair = (username != null && !username.isBlank()) || (password != null && !password.isBlank());
        if (token != null) {
            if (hasPair || configuration.containsKey(SECURITY_TOKEN)) {
                throw Sendable.broken(name() + " holds a token and an access key; one of them is meant");
            }
            return new Token(name(), Sendable.checked(name() + ": <token>", token), project(configuration));
        }
        if (username == null || username.isBlank() || password == null || password.isBlank()) {
            throw Sendable.broken(name() + " holds "
                    + (hasPair ? "one half of <username> and <password>" : "no <username>, <password> or <token>"));
        }
        return pair(new Secret(username), password, configuration);
    }

    private Credentials pair(Secret username, Secret password, Map<String, Secret> configuration)
            throws CredentialException {
        Secret domain = configuration.get(DOMAIN_NAME);
        if (domain != null) {
            return new Login(
                    name(),
                    Sendable.filled(name() + ": <domainName>", domain).reveal(),
                    Sendable.filled(name() + ": <username>", username).reveal(),
                    Sendable.filled(name() + ": <password>", password),
                    project(configuration));
        }
        Secret securityToken = configuration.get(SECURITY_TOKEN);
        return new AccessKey(
                name(),
                Sendable.checked(name() + ": <username>", username).reveal(),
                Sendable.checked(name() + ": <password>", password),
                securityToken == null ? null : Sendable.checked(name() + ": <securityToken>", securityToken),
                project(configuration));
    }

    private @Nullable NamedProject project(Map<String, Secret> configuration) {
        Secret project = configuration.get(PROJECT_ID);
        return project == null ? null : new NamedProject(name() + ": <projectId>", project.reveal());
    }
}
