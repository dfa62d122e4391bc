package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Objects;
import javax.net.SocketFactory;
import okhttp3.Address;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A password of one proxy is no other proxy's to know. */
class ProxyLoginTest {
    private static final List<HttpProxy> PROXIES = List.of(
            proxy("one", 3128, "anna"), proxy("two", 3128, "bert"), proxy("two", 3129, "carl"), proxy("open", 1, ""));

    private static HttpProxy proxy(String host, int port, String user) {
        return new HttpProxy("http", host, port, user, () -> "secret of " + user, "");
    }

    private static @Nullable String shown(String host, int port) throws ProxyRefusedException {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        Address address = new Address(
                "kms.example",
                443,
                Dns.SYSTEM,
                SocketFactory.getDefault(),
                null,
                null,
                null,
                Authenticator.NONE,
                null,
                List.of(Protocol.HTTP_1_1),
                List.of(),
                new ProxyChoice(List.of()));
        Request tunnel = new Request.Builder()
                .url("https://kms.example/")
                .method("CONNECT", null)
                .build();
        Response first = new Response.Builder()
                .request(tunnel)
                .protocol(Protocol.HTTP_1_1)
                .code(407)
                .message("Preemptive Authenticate")
                .header("Proxy-Authenticate", "OkHttp-Preemptive")
                .build();
        Request answer = new ProxyLogin(PROXIES)
                .authenticate(new Route(address, proxy, InetSocketAddress.createUnresolved(host, port)), first);
        return answer == null ? null : Objects.requireNonNull(answer.header("Proxy-Authorization"));
    }

    @Test
    void eachProxyIsToldItsOwnPassword() throws ProxyRefusedException {
        assertEquals(Credentials.basic("anna", "secret of anna"), shown("one", 3128));
        assertEquals(Credentials.basic("bert", "secret of bert"), shown("two", 3128));
        assertEquals(Credentials.basic("carl", "secret of carl"), shown("two", 3129));
    }

    @Test
    void aProxyWithoutALoginOrOneThatNobodyConfiguredIsToldNone() throws ProxyRefusedException {
        assertNull(shown("open", 1));
        assertNull(shown("one", 3129));
        assertNull(shown("elsewhere", 3128));
    }
}
