package io.github.cmkverify.http;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The one client, built when the first request passed the host check; what TLS needs (a trust store above all) when the
 * first https request did. It does nothing by itself: no redirects, no second sending, no login, no cookies, no cache.
 *
 * <p>HTTP/1.1 alone: one request is one exchange on one connection, so that what is counted is what was sent; HTTP/2
 * brought no gain at a thousand requests.
 */
final class Transport {
    /** Enough for the widest run of parallel requests to find its connections again. */
    private static final int IDLE_CONNECTIONS = 64;

    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpSettings settings;
    private final TimedDns names;
    private final UnaryOperator<OkHttpClient.Builder> tuning;
    private @Nullable OkHttpClient clear;
    private @Nullable OkHttpClient tls;

    Transport(HttpSettings settings, TimedDns names, UnaryOperator<OkHttpClient.Builder> tuning) {
        this.settings = settings;
        this.names = names;
        this.tuning = tuning;
    }

    /** The client for a URL; both share their connections. */
    synchronized OkHttpClient client(boolean https) {
        OkHttpClient plain = clear;
        if (plain == null) {
            plain = tuning.apply(plain()).build();
            clear = plain;
        }
        if (!https) {
            return plain;
        }
        OkHttpClient secure = tls;
        if (secure == null) {
            secure = tuning.apply(plain.newBuilder().connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS)))
                    .build();
            tls = secure;
        }
        return secure;
    }

    /** Builds the client for https on a thread of its own; who needs it meanwhile waits for it. */
    void expectHttps() {
        ahead(() -> client(true));
        ahead(TlsRehearsal::run);
    }

    private static void ahead(Runnable part) {
        Thread thread = new Thread(part, "cmk-tls");
        thread.setDaemon(true);
        thread.start();
    }

    private OkHttpClient.Builder plain() {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new HiddenStatus())
                .protocols(List.of(Protocol.HTTP_1_1))
                // The host check lets clear text through for loopback and the metadata address alone.
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(settings.requestTimeout())
                .readTimeout(settings.requestTimeout())
                .writeTimeout(settings.requestTimeout())
                .dns(names)
                .proxySelector(new ProxyChoice(settings.proxies()))
                .proxyAuthenticator(new ProxyLogin(settings.proxies()));
    }

    /** Closes the connections that nobody uses. */
    synchronized void dropIdle() {
        OkHttpClient plain = clear;
        if (plain != null) {
            plain.connectionPool().evictAll();
        }
    }
}
