package io.github.cmkverify.http;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Basic authentication at a configured proxy, with the first {@code CONNECT}. A login that the proxy refuses is not sent
 * again: proxies lock accounts too.
 */
final class ProxyLogin implements Authenticator {
    private final List<HttpProxy> proxies;

    ProxyLogin(List<HttpProxy> proxies) {
        this.proxies = proxies;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws ProxyRefusedException {
        Request request = response.request();
        if (route == null || !request.method().equals("CONNECT")) {
            return null; // a 407 of the server behind the tunnel must not be told the proxy's password
        }
        InetSocketAddress address = (InetSocketAddress) route.proxy().address();
        // OkHttp's sign that nothing was sent yet.
        if (!"OkHttp-Preemptive".equals(response.header("Proxy-Authenticate"))) {
            throw new ProxyRefusedException(address.getHostString() + ":" + address.getPort());
        }
        return proxies.stream()
                .filter(proxy -> proxy.host().equals(address.getHostString()) && proxy.port() == address.getPort())
                .filter(proxy -> !proxy.username().isEmpty())
                .findFirst()
                .map(proxy -> request.newBuilder()
                        .header("Proxy-Authorization", basic(proxy))
                        .build())
                .orElse(null);
    }

    private static String basic(HttpProxy proxy) {
        return Credentials.basic(proxy.username(), proxy.password().get(), StandardCharsets.UTF_8);
    }
}
