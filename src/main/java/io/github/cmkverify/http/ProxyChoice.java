package io.github.cmkverify.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which way a request goes: never through a proxy to this machine or its metadata, else as the settings say, else as the JVM says. */
final class ProxyChoice extends ProxySelector {
    private final List<HttpProxy> proxies;

    ProxyChoice(List<HttpProxy> proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (Loopback.is(uri.getHost()) || MetadataAddress.is(uri.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        return proxies.isEmpty() ? jvm(uri) : List.of(configured(uri));
    }

    private Proxy configured(URI uri) {
        // As Maven does: first the proxy is chosen, then its own list says whether the host goes past it.
        Optional<HttpProxy> chosen = Stream.of(uri.getScheme(), "http")
                .flatMap(scheme ->
                        proxies.stream().filter(proxy -> proxy.protocol().equalsIgnoreCase(scheme)))
                .findFirst();
        return chosen.filter(proxy -> !proxy.isBypassedFor(uri.getHost()))
                .map(proxy ->
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                .orElse(Proxy.NO_PROXY);
    }

    /** Only the host goes to a selector that is not ours: it may log what it gets. */
    private static List<Proxy> jvm(URI uri) {
        @Nullable ProxySelector selector = ProxySelector.getDefault();
        if (selector == null) {
            return List.of(Proxy.NO_PROXY);
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return selector.select(URI.create(uri.getScheme() + "://" + uri.getHost() + port + "/"));
    }

    /** The next attempt asks anew. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // Nothing is remembered: the failure itself reaches the caller.
    }
}
