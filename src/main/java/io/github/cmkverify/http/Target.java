package io.github.cmkverify.http;

import okhttp3.HttpUrl;

/**
 * A URL that passed the host check.
 *
 * @param url where it goes
 * @param overridden whether the host is not one of the provider's published ones
 */
record Target(HttpUrl url, boolean overridden) implements HostCheck.Checked {
    /** Scheme, host, and the port where it is not the scheme's own. */
    String endpoint() {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return url.scheme() + "://" + host + port;
    }

    @Override
    public String toString() {
        return endpoint();
    }
}
