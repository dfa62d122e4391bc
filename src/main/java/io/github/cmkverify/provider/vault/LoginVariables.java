package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.vault.Variables.Variable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login by AppRole or JWT in variables. The server's own tools have none for it; these are the ones that others read:
 * {@code ROLE_ID} and {@code SECRET_ID} of Ansible, {@code AUTH_ROLE}, {@code AUTH_PATH} and {@code ID_TOKEN} of GitLab.
 *
 * @param variables of one tool
 * @param title the method, as people read it
 * @param usualPath where it is mounted unless a variable says otherwise
 * @param first variables that hold its first half, the first that is set counts
 * @param second variables that hold its second half
 */
record LoginVariables(Variables variables, String title, String usualPath, List<String> first, List<String> second)
        implements CredentialSource {
    private static final List<String> ROLE = List.of("AUTH_ROLE", "ROLE");

    /** AppRole's pair. */
    static LoginVariables appRole(Variables variables) {
        return new LoginVariables(variables, "AppRole", "approle", List.of("ROLE_ID"), List.of("SECRET_ID"));
    }

    /** A signed token and the role that it is for. */
    static LoginVariables jwt(Variables variables) {
        return new LoginVariables(variables, "JWT", "jwt", List.of("ID_TOKEN", "JWT"), ROLE);
    }

    @Override
    public String name() {
        return variables.shown(first) + " with " + variables.shown(second);
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Variable one = variables.first(first);
        Variable other = variables.first(second);
        // A role alone may be meant for another method.
        if (one == null && (other == null || second.equals(ROLE))) {
            return Optional.empty();
        }
        if (one == null || other == null) {
            throw half(one == null ? other : one, one == null ? first : second);
        }
        String identity = "environment " + one.name() + ", " + title;
        String path = variables.authPath(usualPath);
        Secret there = one.checked();
        return Optional.of(
                second.equals(ROLE)
                        ? Credentials.Login.jwt(identity, path, other.checked(), there)
                        : Credentials.Login.appRole(identity, path, there, other.checked()));
    }

    private CredentialException half(@Nullable Variable set, List<String> absent) {
        String there = set == null ? "" : "environment " + set.name() + " is set, ";
        return Sendable.broken(there + variables.shown(absent) + " is not");
    }
}
