package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one signs in. Named from outside of the project or the public cloud's own; never what a vault says, so that a
 * declaration cannot send credentials of one cloud to another.
 *
 * @param url scheme, host and port
 * @param host the host alone, in lower case
 * @param namedBy what named it, for messages
 */
record Authority(String url, String host, String namedBy) {
    static final String VARIABLE = "AZURE_AUTHORITY_HOST";

    /**
     * Reads an address, or a host alone.
     *
     * @param named the address; {@code null} for the public cloud's
     * @param namedBy its place, for messages
     * @throws InvalidInputException if it is none
     */
    static Authority of(@Nullable String named, String namedBy) throws InvalidInputException {
        if (named == null) {
            return of(AzureCloud.PUBLIC.authority(), "the default");
        }
        URI uri = uri(named.contains("://") ? named : "https://" + named, namedBy);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || !path.replace("/", "").isEmpty()) {
            throw wrong(namedBy);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Authority(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port, host, namedBy);
    }

    private static URI uri(String text, String namedBy) throws InvalidInputException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong(namedBy);
        }
    }

    private static InvalidInputException wrong(String namedBy) {
        return new InvalidInputException(
                namedBy, "something that is no such address", AzureCloud.PUBLIC.authority() + " or another sign-in");
    }

    /** The cloud that it belongs to; empty for an address of somebody's own. */
    Optional<AzureCloud> cloud() {
        return AzureCloud.ofAuthority(host);
    }

    HostRule hosts() {
        return cloud().isPresent()
                ? new HostRule(Set.of(host), Set.of(), false)
                : new HostRule(Set.of(), Set.of(host), false);
    }
}
