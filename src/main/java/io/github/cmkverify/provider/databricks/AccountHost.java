package io.github.cmkverify.provider.databricks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A host that is meant as the one of a Databricks account (provider document databricks, 2).
 *
 * @param url scheme, host and, where it is not the usual one, port; without a slash at its end
 * @param name the host alone, in lower case
 * @param bare whether there was neither a path nor a query behind it
 */
record AccountHost(String url, String name, boolean bare) {
    /** The account hosts that Databricks publishes and that serve key configurations. */
    static final Set<String> PUBLISHED = Set.of(
            "accounts.cloud.databricks.com",
            "accounts.cloud.databricks.us",
            "accounts-dod.cloud.databricks.mil",
            "accounts-dod.cloud.databricks.us",
            "accounts.gcp.databricks.com");

    /** The account host where nobody names another. */
    static final String DEFAULT = "https://accounts.cloud.databricks.com";

    private static final Set<String> AZURE =
            Set.of("accounts.azuredatabricks.net", "accounts.azuredatabricks.us", "accounts.azuredatabricks.cn");
    private static final List<String> WORKSPACES = List.of(
            ".databricks.com",
            ".databricks.us",
            ".databricks.mil",
            ".azuredatabricks.net",
            ".azuredatabricks.us",
            ".azuredatabricks.cn");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

    /** What stands behind a host. */
    enum Kind {
        /** A published account host. */
        PUBLISHED,
        /** An Azure account, which serves no key configurations. */
        AZURE,
        /** A workspace, whose credentials and addresses are others. */
        WORKSPACE,
        /** This machine. */
        LOOPBACK,
        /** Anything else: a proxy, a private link. */
        OTHER
    }

    /**
     * Reads a URL, or a host alone as Databricks' own tools accept it.
     *
     * @return empty if it is neither, carries a user, or is not https and not on this machine
     */
    static Optional<AccountHost> read(String written) {
        URI uri;
        try {
            uri = new URI(written.contains("://") ? written : "https://" + written);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getHost() == null || uri.getScheme() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String name = uri.getHost().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http") && LOOPBACK.matcher(name).matches();
        if ((!plain && !scheme.equals("https")) || uri.getPort() > 65535) {
            return Optional.empty();
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == (plain ? 80 : 443);
        String path = uri.getRawPath();
        boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        return Optional.of(new AccountHost(scheme + "://" + name + (usualPort ? "" : ":" + uri.getPort()), name, bare));
    }

    Kind kind() {
        if (PUBLISHED.contains(name)) {
            return Kind.PUBLISHED;
        }
        if (AZURE.contains(name)) {
            return Kind.AZURE;
        }
        for (String domain : WORKSPACES) {
            if (name.endsWith(domain)) {
                return Kind.WORKSPACE;
            }
        }
        return LOOPBACK.matcher(name).matches() ? Kind.LOOPBACK : Kind.OTHER;
    }
}
