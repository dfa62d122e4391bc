package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * AWS KMS, as far as {@code DescribeKey} goes (provider document aws, A.1 and A.2). Every signature is verified; the
 * region is the one that a request is signed for.
 */
public final class AwsSim implements SimulatedCloud {
    /** The access key id that is known from the start. */
    public static final String ACCESS_KEY = "AKIDEXAMPLE";

    /** Its secret. */
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /** When all keys that are scheduled for deletion will be deleted. */
    public static final Instant DELETION = Instant.parse("2026-12-03T10:00:00Z");

    private static final String PREFIX = "TrentService.";
    private static final DateTimeFormatter SIGNED_AT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Known(String secret, String sessionToken) {}

    private record Raw(int status, String body) {}

    private final Map<String, Known> credentials = new ConcurrentHashMap<>(Map.of(ACCESS_KEY, new Known(SECRET, "")));
    private final Map<String, Deque<Map<String, Object>>> keys = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Map<String, Raw> raw = new ConcurrentHashMap<>();

    /** A key in a state; of several states each answer takes the next, the last one stays. */
    public AwsSim key(String arn, String... states) {
        Deque<Map<String, Object>> answers = new ArrayDeque<>();
        List.of(states).forEach(state -> answers.add(metadata(arn, state)));
        keys.put(arn, answers);
        return this;
    }

    /** An enabled key with other members of {@code KeyMetadata}; a {@code null} takes one away. */
    public AwsSim key(String arn, Map<String, Object> overrides) {
        Map<String, Object> metadata = metadata(arn, String.valueOf(overrides.getOrDefault("KeyState", "Enabled")));
        overrides.forEach((name, value) -> {
            if (value == null) {
                metadata.remove(name);
            } else {
                metadata.put(name, value);
            }
        });
        keys.put(arn, new ArrayDeque<>(List.of(metadata)));
        return this;
    }

    /** An alias of a key. */
    public AwsSim alias(String aliasArn, String keyArn) {
        aliases.put(aliasArn, keyArn);
        return this;
    }

    /** Known credentials, instead of others with this id. */
    public AwsSim credentials(String accessKeyId, String secret) {
        return credentials(accessKeyId, secret, "");
    }

    /** Known temporary credentials. */
    public AwsSim credentials(String accessKeyId, String secret, String sessionToken) {
        credentials.put(accessKeyId, new Known(secret, sessionToken));
        return this;
    }

    /** Answers anything to every question whose {@code KeyId} ends with this. */
    public AwsSim respond(String keyId, int status, String body) {
        raw.put(keyId, new Raw(status, body));
        return this;
    }

    /** Answers an error to every question whose {@code KeyId} ends with this. */
    public AwsSim fail(String keyId, int status, String code, String message) {
        return respond(keyId, status, json(Map.of("__type", code, "message", message)));
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String target = request.getHeaders().get("X-Amz-Target");
        if (target == null || !target.startsWith(PREFIX)) {
            return null;
        }
        if (!target.equals(PREFIX + "DescribeKey") || !request.getMethod().equals("POST")) {
            return error("UnknownOperationException", "");
        }
        SigV4 signature = SigV4.of(request);
        return refusal(signature, request).orElseGet(() -> describe(signature.region(), keyId(request)));
    }

    private Optional<MockResponse> refusal(SigV4 signature, RecordedRequest request) {
        if (signature == null) {
            return Optional.of(error("MissingAuthenticationTokenException", "Missing Authentication Token"));
        }
        Known known = credentials.get(signature.accessKeyId());
        String token = Optional.ofNullable(request.getHeaders().get("X-Amz-Security-Token"))
                .orElse("");
        boolean tokenSigned = token.isEmpty() || signature.signed().contains("x-amz-security-token");
        if (known == null || !known.sessionToken().equals(token) || !tokenSigned) {
            return Optional.of(
                    error("UnrecognizedClientException", "The security token included in the request is invalid."));
        }
        if (!signature.service().equals("kms") || !signature.isBy(known.secret(), request)) {
            return Optional.of(error(
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided."));
        }
        Instant signedAt = SIGNED_AT.parse(request.getHeaders().get("X-Amz-Date"), Instant::from);
        if (Duration.between(signedAt, Instant.now()).abs().toMinutes() >= 15) {
            return Optional.of(error("InvalidSignatureException", "Signature expired: " + signedAt));
        }
        return Optional.empty();
    }

    private MockResponse describe(String region, String keyId) {
        for (Map.Entry<String, Raw> entry : raw.entrySet()) {
            if (keyId.endsWith(entry.getKey())) {
                return response(entry.getValue().status(), entry.getValue().body());
            }
        }
        if (keyId.startsWith("arn:") && !keyId.split(":", 6)[3].equals(region)) {
            return error("NotFoundException", "Invalid arn " + region);
        }
        String asked = aliases.entrySet().stream()
                .filter(alias -> isAsked(alias.getKey(), region, keyId))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(keyId);
        return keys.entrySet().stream()
                .filter(key -> isAsked(key.getKey(), region, asked))
                .findFirst()
                .map(key -> response(200, json(Map.of("KeyMetadata", next(key.getValue())))))
                .orElseGet(() -> error(
                        "NotFoundException",
                        keyId.contains("alias/")
                                ? "Alias " + keyId + " is not found."
                                : "Key '" + keyId + "' does not exist"));
    }

    private static boolean isAsked(String arn, String region, String asked) {
        String[] parts = arn.split(":", 6);
        String id = parts[5].startsWith("key/") ? parts[5].substring(4) : parts[5];
        return arn.equals(asked) || (parts[3].equals(region) && id.equals(asked));
    }

    private static Map<String, Object> next(Deque<Map<String, Object>> answers) {
        synchronized (answers) {
            return answers.size() > 1 ? answers.pop() : answers.peek();
        }
    }

    private static Map<String, Object> metadata(String arn, String state) {
        String[] parts = arn.split(":", 6);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("AWSAccountId", parts[4]);
        metadata.put("KeyId", parts[5].substring("key/".length()));
        metadata.put("Arn", arn);
        metadata.put("CreationDate", 1667304000.123);
        metadata.put("Enabled", state.equals("Enabled"));
        metadata.put("Description", "");
        metadata.put("KeyUsage", "ENCRYPT_DECRYPT");
        metadata.put("KeyState", state);
        metadata.put("Origin", state.equals("PendingImport") ? "EXTERNAL" : "AWS_KMS");
        metadata.put("KeyManager", "CUSTOMER");
        metadata.put("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT");
        metadata.put("KeySpec", "SYMMETRIC_DEFAULT");
        metadata.put("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"));
        metadata.put("MultiRegion", state.equals("PendingReplicaDeletion"));
        if (state.equals("PendingDeletion")) {
            metadata.put("DeletionDate", DELETION.getEpochSecond());
        }
        if (state.equals("PendingReplicaDeletion")) {
            metadata.put("PendingDeletionWindowInDays", 7);
        }
        return metadata;
    }

    private static String keyId(RecordedRequest request) {
        try {
            return JSON.readTree(request.getBody().utf8()).path("KeyId").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static MockResponse error(String code, String message) {
        Map<String, String> body = new HashMap<>();
        body.put("__type", code);
        body.put("message", message);
        return response(400, json(body));
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/x-amz-json-1.1")
                .addHeader("x-amzn-RequestId", "0d0466b0-0000-4000-8000-000000000001")
                .body(body)
                .build();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
