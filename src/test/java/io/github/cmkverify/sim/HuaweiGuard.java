package io.github.cmkverify.sim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The gateway's check of who asks; computes {@code SDK-HMAC-SHA256} anew from what arrived. */
final class HuaweiGuard {
    private static final int REFUSALS_UNTIL_LOCKED = 5;
    private static final Pattern SIGNATURE =
            Pattern.compile("SDK-HMAC-SHA256 Access=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusalsInARow = new AtomicInteger();
    private volatile String accessKeyId;
    private volatile String secretKey;
    private volatile String securityToken;

    void accessKey(String id, String secret, String token) {
        accessKeyId = id;
        secretKey = secret;
        securityToken = token;
    }

    void token(String token) {
        tokens.add(token);
    }

    /** What the gateway answers instead of the service; {@code null} where it lets the request through. */
    MockResponse refusal(RecordedRequest request) {
        String token = request.getHeaders().get("X-Auth-Token");
        if (token != null) {
            return tokens.contains(token) ? null : refused("decrypt token fail");
        }
        String authorization = request.getHeaders().get("Authorization");
        Matcher signature = SIGNATURE.matcher(authorization == null ? "" : authorization);
        if (!signature.matches()) {
            return refused("Unauthorized");
        }
        if (refusalsInARow.get() >= REFUSALS_UNTIL_LOCKED) {
            return refused("AK access failed to reach the limit,forbidden");
        }
        if (!signature.group(1).equals(accessKeyId)) {
            return counted("ak " + signature.group(1) + " not exist");
        }
        if (!signature.group(3).equals(signature(request, signature.group(2)))) {
            return counted("verify aksk signature fail");
        }
        boolean tokenFits = securityToken == null
                || (securityToken.equals(request.getHeaders().get("X-Security-Token"))
                        && signature.group(2).contains("x-security-token"));
        if (!tokenFits) {
            return counted("decrypt token fail");
        }
        refusalsInARow.set(0);
        return null;
    }

    private MockResponse counted(String why) {
        refusalsInARow.incrementAndGet();
        return refused(why);
    }

    private static MockResponse refused(String why) {
        return HuaweiSim.gateway(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
    }

    private String signature(RecordedRequest request, String signedHeaders) {
        String[] target = request.getTarget().split("\\?", 2);
        StringBuilder canonical = new StringBuilder(request.getMethod()).append('\n');
        canonical.append(target[0]).append(target[0].endsWith("/") ? "\n" : "/\n");
        canonical.append(target.length == 1 ? "" : String.join("&", sorted(target[1].split("&", -1))));
        canonical.append('\n');
        for (String name : signedHeaders.split(";", -1)) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.getHeaders().get(name))
                    .append('\n');
        }
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        canonical.append('\n').append(signedHeaders).append('\n').append(sha256(body));
        String toSign = "SDK-HMAC-SHA256\n" + request.getHeaders().get("X-Sdk-Date") + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
        return hmac(toSign);
    }

    private static Iterable<String> sorted(String[] parameters) {
        return new TreeSet<>(Arrays.asList(parameters));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
