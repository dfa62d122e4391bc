package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.Secret;
import java.util.Map;

/** Who asks. */
sealed interface Credentials {
    /** The source and a public name of who asks, never a secret; one source holds one credential a build. */
    String identity();

    /** A token as it is. */
    record Token(String identity, Secret token) implements Credentials {}

    /**
     * What an auth method takes for a token.
     *
     * @param path where the method is mounted below {@code auth/}
     * @param fields what is sent, by the names that the method documents
     */
    record Login(String identity, String path, Map<String, Secret> fields) implements Credentials {
        /** AppRole's login. */
        static Login appRole(String identity, String path, Secret roleId, Secret secretId) {
            return new Login(identity, path, Map.of("role_id", roleId, "secret_id", secretId));
        }

        /** The login with somebody else's signed token: the methods JWT and Kubernetes. */
        static Login jwt(String identity, String path, Secret role, Secret jwt) {
            return new Login(identity, path, Map.of("role", role, "jwt", jwt));
        }
    }
}
