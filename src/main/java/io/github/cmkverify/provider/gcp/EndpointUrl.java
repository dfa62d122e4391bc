package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The URL of an endpoint that somebody wrote: scheme, host and perhaps a port. */
final class EndpointUrl {
    private static final String ACCEPTED = "https://{host}[:{port}] (http for a loopback address alone)";

    private EndpointUrl() {}

    /**
     * The URL in one spelling, without a slash at its end.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is not such a URL
     */
    static String normal(String where, String written) throws InvalidInputException {
        URI uri;
        try {
            uri = new URI(written.strip());
        } catch (URISyntaxException e) {
            throw wrong(where, written);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        if (!Set.of("http", "https").contains(scheme)
                || uri.getHost() == null
                || !bare
                || !Set.of("", "/").contains(uri.getRawPath())) {
            throw wrong(where, written);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /** The host of a URL that {@link #normal} made, without the brackets of an IPv6 address. */
    static String host(String normal) {
        return URI.create(normal).getHost().replaceAll("[\\[\\]]", "");
    }

    /** What was written is shown without a password. */
    private static InvalidInputException wrong(String where, String written) {
        return new InvalidInputException(where, written.replaceAll("//.*@", "//…@"), ACCEPTED);
    }
}
