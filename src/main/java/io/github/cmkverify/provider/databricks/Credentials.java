package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.Secret;
import org.jspecify.annotations.Nullable;

/** Who asks. Each kind comes to a token in its own way. */
sealed interface Credentials {
    /** The source and a public name of who asks, never a secret; one source holds one credential a build. */
    String identity();

    /** A token as it is, sent as it is. */
    record Token(String identity, Secret token) implements Credentials {}

    /** A service principal with its secret, for OAuth machine-to-machine. */
    record Client(String identity, String clientId, Secret clientSecret) implements Credentials {}

    /**
     * A token of somebody whom the account trusts, to be exchanged for one of Databricks.
     *
     * @param clientId the service principal to become; absent where the account's own federation policy decides
     */
    record Federated(String identity, @Nullable String clientId, SubjectToken subject) implements Credentials {}
}
