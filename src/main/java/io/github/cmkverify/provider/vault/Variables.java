package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of one tool.
 *
 * @param environment where they are
 * @param prefix what they begin with: {@code VAULT_} or {@code BAO_}
 */
record Variables(Environment environment, String prefix) {
    /** A value with the name of its variable. */
    record Variable(String name, Secret value) {
        /** The value, if it can be sent. */
        Secret checked() throws CredentialException {
            return Sendable.checked("environment " + name, value);
        }
    }

    /** The first of these that is set; {@code null} where none is. */
    @Nullable Variable first(List<String> names) {
        for (String name : names) {
            String value = environment.variable(prefix + name);
            if (value != null) {
                return new Variable(prefix + name, new Secret(value));
            }
        }
        return null;
    }

    /** The path of the auth method, where {@code AUTH_PATH} names none {@code usual}. */
    String authPath(String usual) throws CredentialException {
        Variable path = first(List.of("AUTH_PATH"));
        return path == null
                ? usual
                : Sendable.authPath("environment " + path.name(), path.value().reveal());
    }

    /** The names as people read them. */
    String shown(List<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.joining(" or "));
    }
}
