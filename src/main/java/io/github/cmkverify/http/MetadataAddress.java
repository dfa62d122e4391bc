package io.github.cmkverify.http;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The link-local address at which clouds serve a virtual machine its own metadata. It speaks plain http by its nature,
 * and is on no way that leaves the machine's network; so it is asked without https and without a proxy, but only in the
 * name of {@link HostRule#METADATA}, whose calls carry no credentials.
 */
final class MetadataAddress {
    private static final String HOST = "169.254.169.254";
    private static final int PORT = 80;

    private MetadataAddress() {}

    /** Whether a host is this address, in its one plain form. */
    static boolean is(@Nullable String host) {
        return HOST.equals(host);
    }

    /** Whether a URL is of this address and its one service. */
    static boolean is(HttpUrl url) {
        return !url.isHttps() && is(url.host()) && url.port() == PORT;
    }
}
