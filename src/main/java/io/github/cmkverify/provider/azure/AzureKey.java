package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as its identifier names it. Every part is of its documented form, and so safe in a URL or a command.
 *
 * @param vault the URL of the vault or HSM, without a slash at its end
 * @param host its host alone, in lower case
 * @param name the key, as it was written; compared without regard to case
 * @param version the version, {@code null} for the current one
 */
record AzureKey(
        String vault, String host, String name, @Nullable String version) {
    /** The forms of a reference. */
    static final List<String> FORMS = List.of(
            "https://{vault}.vault.azure.net/keys/{name}[/{version}]",
            "https://{hsm}.managedhsm.azure.net/keys/{name}[/{version}]");

    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)(https?)://(\\[::1]|[a-z0-9][a-z0-9.-]{0,252})(?::(\\d{1,5}))?/keys/([^/?#]*)(?:/([^/?#]*))?");
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-]{1,127}");
    private static final Pattern VERSION = Pattern.compile("[0-9a-zA-Z]{32}");
    private static final Pattern VAULT = Pattern.compile("[0-9a-z-]{3,24}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    /**
     * Reads an identifier.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is none
     */
    static AzureKey of(String where, String identifier) throws InvalidInputException {
        Matcher parts = IDENTIFIER.matcher(identifier);
        if (!parts.matches()) {
            throw new InvalidInputException(where, shown(identifier), String.join(" or ", FORMS));
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
            throw new InvalidInputException(where, identifier, "https; http for a loopback address alone");
        }
        String port = parts.group(3) == null || (scheme.equals("https") && Integer.parseInt(parts.group(3)) == 443)
                ? ""
                : ":" + parts.group(3);
        if (AzureCloud.ofVault(host).isPresent()) {
            checkVault(where, identifier, host, port);
        }
        if (!NAME.matcher(parts.group(4)).matches()) {
            throw new InvalidInputException(
                    where, identifier, "a name of 1 to 127 letters, digits and '-' behind /keys/");
        }
        String version = parts.group(5);
        if (version != null && !VERSION.matcher(version).matches()) {
            throw new InvalidInputException(
                    where, identifier, "a version of 32 letters and digits behind the name, or none and no '/'");
        }
        return new AzureKey(scheme + "://" + host + port, host, parts.group(4), version);
    }

    private static void checkVault(String where, String identifier, String host, String port)
            throws InvalidInputException {
        if (!VAULT.matcher(host.substring(0, host.indexOf('.'))).matches() || !port.isEmpty()) {
            throw new InvalidInputException(
                    where, identifier, "a vault of 3 to 24 letters, digits and '-', at port 443: " + FORMS.get(0));
        }
    }

    /** Without a password that somebody wrote into it. */
    private static String shown(String identifier) {
        return identifier.replaceAll("//[^/]*@", "//…@");
    }

    /** The cloud that its host is published in; empty for any other host. */
    Optional<AzureCloud> cloud() {
        return AzureCloud.ofVault(host);
    }

    /** Which hosts may be asked: this vault alone. */
    HostRule hosts() {
        boolean loopback = LOOPBACK.matcher(host).matches();
        return new HostRule(cloud().isPresent() ? Set.of(host) : Set.of(), Set.of(), loopback);
    }

    /** Whether somebody, in whatever case and with or without a version, names this key in this vault. */
    boolean isNamedBy(AzureKey other) {
        return vault.equals(other.vault)
                && name.equalsIgnoreCase(other.name)
                && (version == null || version.equalsIgnoreCase(other.version));
    }

    /** Whether it lives in a Managed HSM. */
    boolean isInHsm() {
        return cloud().isPresent() && host.substring(host.indexOf('.') + 1).startsWith("managedhsm.");
    }

    /** The name of the vault or HSM. */
    String vaultName() {
        return cloud().isPresent() ? host.substring(0, host.indexOf('.')) : host;
    }
}
