package io.github.cmkverify.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How the page looks.
 *
 * @param text the style sheet, without a character that HTML or XML would read as its own
 */
record StyleSheet(String text) {
    private static final String FILE = "report.css";

    static StyleSheet load() throws IOException {
        try (InputStream in = StyleSheet.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not in the plugin");
            }
            return new StyleSheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** A content security policy that lets nothing in but this style sheet. */
    String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" + digest() + "'";
    }

    private String digest() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
