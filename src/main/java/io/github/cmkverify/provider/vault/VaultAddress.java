package io.github.cmkverify.provider.vault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a server in one spelling.
 *
 * @param url scheme, host, the port where it is not the usual one, and the path of a gateway; without a slash at its end
 * @param host the host alone, in lower case
 */
record VaultAddress(String url, String host) {
    static final String ACCEPTED =
            "an https URL like https://vault.example.com:8200 (http for loopback addresses alone)";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/*");
    private static final int HIGHEST_PORT = 65_535;

    /** Reads an address; empty if it is none that could be asked. */
    static Optional<VaultAddress> read(String written) {
        URI uri;
        try {
            uri = new URI(written.strip());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getHost() == null || !isPlain(uri)) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean local = LOOPBACK.matcher(host).matches();
        if (!scheme.equals("https") && !(scheme.equals("http") && local)) {
            return Optional.empty();
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
        String path = uri.getRawPath().replaceAll("/+$", "");
        return Optional.of(
                new VaultAddress(scheme + "://" + host + (usualPort ? "" : ":" + uri.getPort()) + path, host));
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT
                && PATH.matcher(uri.getRawPath()).matches();
    }

    /** Whether it is this machine. */
    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }
}
