package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.ServerText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the credentials of a key come from: its server of settings.xml, else Google's application default credentials
 * (the file that the environment names, that of {@code gcloud}, the metadata server).
 */
final class GcpCredentialSources {
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String GCLOUD_FILE = "application_default_credentials.json";
    private static final String QUOTA_PROJECT = "GOOGLE_CLOUD_QUOTA_PROJECT";
    /** Child of a server's {@code <configuration>}: the path of a file with credentials. */
    private static final String SERVER_FILE = "credentials";

    private final ProviderContext context;
    private final Login login;
    private final RememberedGrant remembered;

    GcpCredentialSources(ProviderContext context, Login login) {
        this.context = context;
        this.login = login;
        this.remembered = new RememberedGrant(context);
    }

    /**
     * The token to ask about a key with.
     *
     * @throws CredentialException if there is none
     */
    GcpToken find(KeyReference reference, Deadline deadline) throws CredentialException {
        ServerEntry server = context.servers().find(reference.serverId());
        if (server != null) {
            return ofServer(server, deadline);
        }
        CredentialFile file = defaultFile();
        return file == null ? ofMachine(reference, deadline) : ofFile(file, deadline);
    }

    private GcpToken ofServer(ServerEntry server, Deadline deadline) throws CredentialException {
        String source = "settings.xml server " + server.id();
        Secret path = server.configuration().get(SERVER_FILE);
        Secret token = server.password();
        if (path != null) {
            return ofFile(CredentialFile.read(source, path(source, path.reveal())), deadline);
        }
        if (token == null || token.isBlank()) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS,
                    source + ": needs an access token as <password>, or the path of a file with credentials as <"
                            + SERVER_FILE + "> in its <configuration>");
        }
        return GcpToken.of(
                source + ", access token", token, context.environment().variable(QUOTA_PROJECT));
    }

    private @Nullable CredentialFile defaultFile() throws CredentialException {
        Environment environment = context.environment();
        String named = environment.variable(FILE);
        if (named != null) {
            return CredentialFile.read(FILE, path(FILE, named));
        }
        Path gclouds = gcloud(environment).resolve(GCLOUD_FILE);
        return Files.exists(gclouds) ? CredentialFile.read("gcloud", gclouds) : null;
    }

    private static Path gcloud(Environment environment) throws CredentialException {
        String named = environment.variable("CLOUDSDK_CONFIG");
        if (named != null) {
            return path("CLOUDSDK_CONFIG", named);
        }
        String windows = environment.variable("APPDATA");
        return windows == null
                ? environment.home().resolve(".config").resolve("gcloud")
                : path("APPDATA", windows).resolve("gcloud");
    }

    private static Path path(String source, String written) throws CredentialException {
        try {
            return Path.of(written);
        } catch (java.nio.file.InvalidPathException e) {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, source + ": not the path of a file");
        }
    }

    private GcpToken ofFile(CredentialFile file, Deadline deadline) throws CredentialException {
        Universe universe = universe();
        if (!file.universe().equals(universe.domain())) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS,
                    file.source() + ": its credentials are for " + ServerText.cut(file.universe())
                            + ", and the key is at " + universe.domain() + "; " + Universe.VARIABLE + " names another");
        }
        Secret value = remembered.get(file.shown(), deadline, () -> login.token(file, universe, deadline));
        String quotaProject = context.environment().variable(QUOTA_PROJECT);
        return GcpToken.of(file.shown(), value, quotaProject == null ? file.quotaProject() : quotaProject);
    }

    private GcpToken ofMachine(KeyReference reference, Deadline deadline) throws CredentialException {
        MetadataServer machine = new MetadataServer(context.door(), context.environment());
        Secret value;
        try {
            value = remembered.get("metadata", deadline, () -> machine.token(deadline));
        } catch (CredentialException e) {
            if (e.reason() != Cause.NO_CREDENTIALS) {
                throw e;
            }
            throw new CredentialException(
                    Cause.NO_CREDENTIALS,
                    "settings.xml server " + reference.serverId() + ", " + FILE
                            + ", gcloud auth application-default login, metadata server (" + e.getMessage() + ")");
        }
        return GcpToken.of(
                "metadata server, default service account",
                value,
                context.environment().variable(QUOTA_PROJECT));
    }

    private Universe universe() throws CredentialException {
        try {
            return Universe.of(context.environment());
        } catch (InvalidInputException e) {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, String.valueOf(e.getMessage()));
        }
    }
}
