package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the credentials of a key come from: its server of settings.xml, else a pair in the environment, else AWS's own
 * chain. The chain would find the pair, too; it is read here because the SDK takes long to load.
 */
final class AwsCredentialSources {
    private static final String KEY_ID = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "AWS_SESSION_TOKEN";
    private static final String SESSION_TOKEN = "sessionToken";
    private static final Secret NONE = new Secret("");

    private final ProviderContext context;
    private final RememberedChain chain;

    AwsCredentialSources(ProviderContext context, CredentialChain chain) {
        this.context = context;
        this.chain = new RememberedChain(context, chain);
    }

    /**
     * The credentials to ask about a key with.
     *
     * @throws CredentialException if there are none, or broken ones
     */
    AwsIdentity find(KeyReference reference, Deadline deadline) throws CredentialException {
        ServerEntry server = context.servers().find(reference.serverId());
        if (server != null) {
            return ofServer(server);
        }
        AwsIdentity pair = ofEnvironment();
        return pair == null ? ofChain(reference.serverId(), deadline) : pair;
    }

    private AwsIdentity ofChain(String serverId, Deadline deadline) throws CredentialException {
        try {
            return chain.resolve(deadline);
        } catch (CredentialException e) {
            if (e.reason() != Cause.NO_CREDENTIALS) {
                throw e;
            }
            throw new CredentialException(e.reason(), name(serverId) + "; " + e.getMessage());
        }
    }

    private static String name(String serverId) {
        return "server " + serverId + " of settings.xml";
    }

    private static AwsIdentity ofServer(ServerEntry server) throws CredentialException {
        String source = name(server.id());
        for (String child : new TreeSet<>(server.configuration().keySet())) {
            if (!child.equals(SESSION_TOKEN)) {
                throw new CredentialException(
                        Cause.BROKEN_CREDENTIALS,
                        source + ": <" + child + "> in <configuration>; accepted: " + SESSION_TOKEN);
            }
        }
        String username = server.username();
        Secret password = server.password();
        if (username == null || username.isBlank() || password == null || password.isBlank()) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS,
                    source + ": needs the access key id as <username> and the secret access key as <password>");
        }
        return AwsIdentity.of(
                source, username.strip(), password, server.configuration().getOrDefault(SESSION_TOKEN, NONE));
    }

    private @Nullable AwsIdentity ofEnvironment() throws CredentialException {
        String id = context.environment().variable(KEY_ID);
        String secret = context.environment().variable(SECRET);
        String token = context.environment().variable(TOKEN);
        if (id == null || secret == null || isSystemPropertyFirst()) {
            return null;
        }
        return AwsIdentity.of(
                "environment " + KEY_ID, id, new Secret(secret), token == null ? NONE : new Secret(token));
    }

    /** Whether the chain's first source, system properties, has something to say. */
    private boolean isSystemPropertyFirst() {
        Set<String> properties = context.environment().properties();
        return properties.contains("aws.accessKeyId") || properties.contains("aws.secretAccessKey");
    }
}
