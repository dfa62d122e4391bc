package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.vault.Variables.Variable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The service account of the pod that the build runs in, for a role that a variable names. */
record KubernetesSource(Variables variables) implements CredentialSource {
    private static final String USUAL_FILE = "/var/run/secrets/kubernetes.io/serviceaccount/token";
    private static final List<String> FILE = List.of("K8S_TOKEN_PATH");
    private static final List<String> ROLE = List.of("K8S_ROLE", "KUBERNETES_ROLE");

    @Override
    public String name() {
        return variables.shown(ROLE) + " in a pod";
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Variable role = variables.first(ROLE);
        if (role == null) {
            return Optional.empty();
        }
        Variable file = variables.first(FILE);
        String place = file == null ? USUAL_FILE : "file of " + file.name();
        Secret jwt = new Secret(TokenFile.read(
                place, path(place, file == null ? USUAL_FILE : file.value().reveal())));
        return Optional.of(Credentials.Login.jwt(
                "environment " + role.name() + ", service account",
                variables.authPath("kubernetes"),
                role.checked(),
                Sendable.checked(place, jwt)));
    }

    private static Path path(String place, String written) throws CredentialException {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw Sendable.broken(place + " is not the path of a file");
        }
    }
}
