package io.github.cmkverify;

import io.github.cmkverify.http.HttpProxy;
import io.github.cmkverify.key.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The active proxies of settings.xml. */
final class SettingsProxies {
    private SettingsProxies() {}

    /**
     * Reads them, decrypted.
     *
     * @throws InvalidInputException if a password cannot be decrypted
     */
    static List<HttpProxy> of(Settings settings, SettingsDecrypter decrypter) throws InvalidInputException {
        List<HttpProxy> proxies = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                proxies.add(read(proxy, decrypter));
            }
        }
        return proxies;
    }

    private static HttpProxy read(Proxy proxy, SettingsDecrypter decrypter) throws InvalidInputException {
        SettingsDecryptionResult result = Decryption.of(decrypter, new DefaultSettingsDecryptionRequest(proxy));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new InvalidInputException(
                        "<proxy> '" + proxy.getId() + "' of settings.xml", "", "a password that can be decrypted");
            }
        }
        Proxy clear = result.getProxy();
        String password = clear.getPassword() == null ? "" : clear.getPassword();
        return new HttpProxy(
                clear.getProtocol() == null ? "http" : clear.getProtocol(),
                clear.getHost(),
                clear.getPort(),
                clear.getUsername() == null ? "" : clear.getUsername(),
                () -> password,
                clear.getNonProxyHosts() == null ? "" : clear.getNonProxyHosts());
    }
}
