package io.github.cmkverify.provider;

import io.github.cmkverify.key.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The URL of an endpoint that somebody wrote: scheme, host, and perhaps a port and a path. */
public final class EndpointUrl {
    private static final String ACCEPTED = "https://{host}[:{port}][/{path}] (http for a loopback address alone)";

    private EndpointUrl() {}

    /**
     * The URL in one spelling, without a slash at its end.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is not such a URL
     */
    public static String normal(String where, String written) throws InvalidInputException {
        URI uri = parse(where, written.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.normalize().equals(uri);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null || !plain) {
            throw new InvalidInputException(where, shown(written), ACCEPTED);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().replaceAll("/+$", "");
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    /**
     * The same for a service whose URLs have no path.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is not such a URL, or has a path
     */
    public static String ofHost(String where, String written) throws InvalidInputException {
        String url = normal(where, written);
        if (!URI.create(url).getRawPath().isEmpty()) {
            throw new InvalidInputException(where, shown(written), ACCEPTED.replace("[/{path}]", ""));
        }
        return url;
    }

    /** The host of a URL that {@link #normal} made, without the brackets of an IPv6 address. */
    public static String host(String normal) {
        return URI.create(normal).getHost().replaceAll("[\\[\\]]", "");
    }

    private static URI parse(String where, String written) throws InvalidInputException {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            throw new InvalidInputException(where, shown(written), ACCEPTED);
        }
    }

    /** What was written, without a password. */
    private static String shown(String written) {
        return written.replaceAll("//.*@", "//…@");
    }
}
