package io.github.cmkverify.sim;

import io.github.cmkverify.http.ForwardProxy;
import io.github.cmkverify.http.TestCertificates;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A company's proxy, and behind it the clouds of the integration tests in the place of the real
 * {@code kms.eu-de.otc.t-systems.com}, with a certificate by an authority of the test's own.
 */
public final class ItProxy implements AutoCloseable {
    private static final String NAME = "proxy";

    private final ForwardProxy proxy;

    private ItProxy(ForwardProxy proxy) {
        this.proxy = proxy;
    }

    /**
     * Starts both for the hooks of one project, whose folder gets {@code trust.jks}.
     *
     * @param login the value of {@code Proxy-Authorization} that the proxy wants; empty for none
     */
    public static ItProxy start(Map<String, Object> context, File basedir, String login) throws IOException {
        TestCertificates certificates = new TestCertificates("kms.eu-de.otc.t-systems.com");
        certificates.writeTrustStore(basedir.toPath().resolve("trust.jks"));
        int clouds = ItClouds.start(context, certificates.server().sslSocketFactory());
        ItProxy started = new ItProxy(new ForwardProxy(clouds, login, 200));
        context.put(NAME, started);
        return started;
    }

    /** Ends the proxy of a project, and tells which hosts it was asked for, as {@code CONNECT host:port}. */
    public static List<String> asked(Map<String, Object> context) throws IOException {
        try (ItProxy started = (ItProxy) context.get(NAME)) {
            return started.proxy.heads().stream()
                    .map(head -> head.substring(0, head.indexOf(" HTTP/")))
                    .toList();
        }
    }

    /** Its port on the loopback address. */
    public int port() {
        return proxy.port();
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
