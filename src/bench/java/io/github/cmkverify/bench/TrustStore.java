package io.github.cmkverify.bench;

import io.github.cmkverify.http.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The authorities that the JDK trusts, whose reading is a part of what TLS costs, and that of the simulator. */
final class TrustStore {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustStore() {}

    static void write(TestCertificates certificates, Path file) throws IOException {
        certificates.writeTrustStore(file);
        try {
            KeyStore own = load(file);
            KeyStore all = load(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"));
            all.setCertificateEntry("simulator", own.getCertificate("test"));
            KeyStore written = KeyStore.getInstance("JKS");
            written.load(null, null);
            for (String alias : java.util.Collections.list(all.aliases())) {
                written.setCertificateEntry(alias, all.getCertificate(alias));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                written.store(out, PASSWORD);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
