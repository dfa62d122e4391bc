package io.github.cmkverify;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.Servers;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The servers of settings.xml. Maven 3 decrypts on demand; Maven 4 has decrypted already, and does no harm twice. */
final class SettingsServers implements Servers {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsServers(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public @Nullable ServerEntry find(String id) throws CredentialException {
        Server server = settings.getServer(id);
        if (server == null) {
            return null;
        }
        SettingsDecryptionResult result = Decryption.of(decrypter, new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                // After a failure the result still holds the cipher text, which must not be sent as a password.
                throw new CredentialException(
                        Cause.BROKEN_CREDENTIALS, "server '" + id + "' of settings.xml cannot be decrypted");
            }
        }
        Server clear = result.getServer();
        return new ServerEntry(id, clear.getUsername(), secret(clear.getPassword()), configuration(clear));
    }

    private static @Nullable Secret secret(@Nullable String value) {
        return value == null || value.isBlank() ? null : new Secret(value);
    }

    private static Map<String, Secret> configuration(Server server) {
        Map<String, Secret> values = new TreeMap<>();
        if (server.getConfiguration() instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                Secret value = secret(child.getValue());
                if (value != null) {
                    values.put(child.getName(), value);
                }
            }
        }
        return values;
    }
}
