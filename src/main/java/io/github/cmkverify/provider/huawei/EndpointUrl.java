package io.github.cmkverify.provider.huawei;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a service: scheme, host and port, in one spelling. */
record EndpointUrl(String scheme, String host, int port) {
    static final String ACCEPTED = "an absolute https URL of scheme, host and port alone"
            + " (http for loopback addresses only), like https://kms.eu-de.otc.t-systems.com";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int NO_PORT = -1;
    private static final int HIGHEST_PORT = 65_535;

    /** The address of a host's https service. */
    static EndpointUrl ofHost(String host) {
        return new EndpointUrl("https", host, NO_PORT);
    }

    /** Reads an address; a slash at its end is no difference. */
    static Optional<EndpointUrl> parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (!isBare(uri)) {
            return Optional.empty();
        }
        EndpointUrl url = of(uri);
        return url.isAcceptable() ? Optional.of(url) : Optional.empty();
    }

    /** The address within any absolute URL, without the rules for one of ours; {@code null} if there is none. */
    static @Nullable EndpointUrl within(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() == null || uri.getHost() == null ? null : of(uri);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static EndpointUrl of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("http") ? 80 : 443;
        return new EndpointUrl(
                scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() == usual ? NO_PORT : uri.getPort());
    }

    private static boolean isBare(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    }

    private boolean isAcceptable() {
        return (scheme.equals("https") || (scheme.equals("http") && isLoopback())) && port != 0 && port <= HIGHEST_PORT;
    }

    /** Whether it is this machine, by the names and addresses that cannot be anything else. */
    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** Host, with the port where it is not the usual one: as the header {@code Host} has it. */
    String authority() {
        return port == NO_PORT ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
