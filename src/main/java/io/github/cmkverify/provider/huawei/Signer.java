package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.Utc;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with {@code SDK-HMAC-SHA256} (provider document huawei, 4.3). */
final class Signer {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";

    private Signer() {}

    /**
     * The headers that sign a request, beside those that are signed with it.
     *
     * @param uri path and query without a character that would have to be encoded
     * @param more further headers that are sent; all but the content type are signed
     * @param now the time of the signature
     */
    static Map<String, String> sign(
            AccessKey key, String method, URI uri, Map<String, String> more, byte[] body, Instant now) {
        String date = Utc.basic(now);
        SortedMap<String, String> signed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        signed.putAll(more);
        // Proxies rewrite it, so the algorithm leaves it out.
        signed.remove("Content-Type");
        signed.put("Host", new EndpointUrl(uri.getScheme(), uri.getHost(), uri.getPort()).authority());
        signed.put("X-Sdk-Date", date);
        StringJoiner names = new StringJoiner(";");
        StringBuilder headers = new StringBuilder();
        for (Map.Entry<String, String> header : signed.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            names.add(name);
            headers.append(name).append(':').append(header.getValue()).append('\n');
        }
        String canonical = String.join(
                "\n", method, uri.getRawPath() + "/", sortedQuery(uri), headers, names.toString(), sha256(body));
        String toSign = String.join("\n", ALGORITHM, date, sha256(utf8(canonical)));
        String authorization = ALGORITHM + " Access=" + key.id() + ", SignedHeaders=" + names + ", Signature="
                + hmac(key.secret().reveal(), toSign);
        return Map.of("X-Sdk-Date", date, "Authorization", authorization);
    }

    private static String sortedQuery(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        String[] parts = uri.getRawQuery().split("&", -1);
        Arrays.sort(parts);
        return String.join("&", parts);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 in hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
