package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Servers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All places where credentials may be, in order; the first that has something is final. */
final class CredentialSources {
    private final Environment environment;
    private final Servers servers;

    CredentialSources(Environment environment, Servers servers) {
        this.environment = environment;
        this.servers = servers;
    }

    /**
     * The credentials to ask about a key with.
     *
     * @throws CredentialException if a source is broken, or none holds any
     */
    Credentials find(KeyReference reference, VaultEndpoint endpoint) throws CredentialException {
        List<CredentialSource> sources = sources(reference, endpoint);
        for (CredentialSource source : sources) {
            Optional<Credentials> found = source.find();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new CredentialException(
                Cause.NO_CREDENTIALS,
                sources.stream().map(CredentialSource::name).collect(Collectors.joining("; ")) + endpoint.hint());
    }

    private List<CredentialSource> sources(KeyReference reference, VaultEndpoint endpoint) {
        List<Variables> families = endpoint.families().stream()
                .map(prefix -> new Variables(environment, prefix))
                .toList();
        List<CredentialSource> sources = new ArrayList<>();
        sources.add(new ServerSource(servers, reference.serverId()));
        families.forEach(family -> sources.add(new TokenVariable(family)));
        if (endpoint.ownsTokenFile(environment)) {
            sources.add(new TokenFile(environment.home()));
        }
        families.forEach(family -> sources.add(LoginVariables.appRole(family)));
        families.forEach(family -> sources.add(LoginVariables.jwt(family)));
        families.forEach(family -> sources.add(new KubernetesSource(family)));
        return sources;
    }
}
