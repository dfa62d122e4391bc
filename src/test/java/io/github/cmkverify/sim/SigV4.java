package io.github.cmkverify.sim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.RecordedRequest;

/**
 * The signature that a request carries, and the one that it should carry: Signature Version 4 as its specification says,
 * without the vendor's code.
 */
record SigV4(String accessKeyId, String day, String region, String service, List<String> signed, String signature) {
    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/"
            + "([^/]+)/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    /** What the request carries, or {@code null}. */
    static SigV4 of(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        Matcher m = AUTHORIZATION.matcher(header == null ? "" : header);
        return m.matches()
                ? new SigV4(
                        m.group(1),
                        m.group(2),
                        m.group(3),
                        m.group(4),
                        List.of(m.group(5).split(";")),
                        m.group(6))
                : null;
    }

    /** Whether the secret made this signature for this request. */
    boolean isBy(String secret, RecordedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        signed.forEach(
                name -> headers.put(name, String.join(",", request.getHeaders().values(name))));
        if (!signed.containsAll(List.of("host", "x-amz-date", "x-amz-target", "content-type"))) {
            return false;
        }
        String[] target = request.getTarget().split("\\?", 2);
        String canonical = String.join(
                "\n",
                request.getMethod(),
                target[0],
                target.length == 1
                        ? ""
                        : Arrays.stream(target[1].split("&")).sorted().collect(Collectors.joining("&")),
                headers.entrySet().stream()
                        .map(h -> h.getKey() + ":" + h.getValue().strip().replaceAll(" +", " ") + "\n")
                        .collect(Collectors.joining()),
                String.join(";", signed),
                sha256(
                        request.getBody() == null
                                ? new byte[0]
                                : request.getBody().toByteArray()));
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String date = request.getHeaders().get("X-Amz-Date");
        String toSign =
                "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(day, region, service, "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        return date.startsWith(day) && HexFormat.of().formatHex(key).equals(signature);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
