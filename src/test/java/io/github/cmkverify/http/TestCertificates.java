package io.github.cmkverify.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority of the test's own, and a server's certificate by it. */
public final class TestCertificates {
    private final HandshakeCertificates server;
    private final HandshakeCertificates client;
    private final X509Certificate root;

    /** For a server of this name. */
    public TestCertificates(String host) {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        // RSA: so that suites with an RSA key exchange would work, were they offered.
        HeldCertificate certificate = new HeldCertificate.Builder()
                .rsa2048()
                .signedBy(authority)
                .addSubjectAlternativeName(host)
                .build();
        this.root = authority.certificate();
        this.server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        this.client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
    }

    /** What the server shows. */
    public HandshakeCertificates server() {
        return server;
    }

    /** Writes a trust store that holds the authority alone. Of the type that needs no password to be read. */
    public void writeTrustStore(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setCertificateEntry("test", root);
            store.store(out, "changeit".toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    OkHttpClient.Builder trust(OkHttpClient.Builder builder) {
        return builder.sslSocketFactory(client.sslSocketFactory(), client.trustManager());
    }
}
