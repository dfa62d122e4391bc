package io.github.cmkverify.faults;

import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority that the client trusts, and what servers show: what they should, and what they should not. */
final class Certificates {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final HandshakeCertificates client = new HandshakeCertificates.Builder()
            .addTrustedCertificate(authority.certificate())
            .build();
    private final SSLSocketFactory clientSockets = client.sslSocketFactory();

    /** A server that is all of these hosts. */
    SSLSocketFactory of(String... hosts) {
        return server(names(hosts).signedBy(authority));
    }

    /** Its certificate ended an hour ago. */
    SSLSocketFactory expired(String... hosts) {
        long end = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        long begin = end - Duration.ofDays(90).toMillis();
        return server(names(hosts).validityInterval(begin, end).signedBy(authority));
    }

    /** Its certificate is by nobody who is known. */
    SSLSocketFactory selfSigned(String... hosts) {
        return server(names(hosts));
    }

    OkHttpClient.Builder trust(OkHttpClient.Builder builder) {
        return builder.sslSocketFactory(clientSockets, client.trustManager());
    }

    private static HeldCertificate.Builder names(String... hosts) {
        HeldCertificate.Builder certificate = new HeldCertificate.Builder();
        for (String host : hosts) {
            certificate.addSubjectAlternativeName(host);
        }
        return certificate;
    }

    private static SSLSocketFactory server(HeldCertificate.Builder certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate.build())
                .build()
                .sslSocketFactory();
    }
}
