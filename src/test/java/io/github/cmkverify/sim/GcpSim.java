package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Google Cloud KMS, as far as keys and their versions are read, and the token endpoints before it (provider document
 * gcp, B). Proto3's JSON: what is empty or has its default is left out.
 */
public final class GcpSim implements SimulatedCloud {
    /** A token that is known from the start. */
    public static final String TOKEN = "ya29.known-from-the-start";

    /** The token that every login gives. */
    public static final String GRANTED = "ya29.granted-by-a-login";

    /** The path of the token endpoint. */
    public static final String TOKEN_PATH = "/gcp-token";

    /** When all versions that are scheduled for destruction will be destroyed. */
    public static final String DESTRUCTION = "2026-12-03T10:00:00.123456789Z";

    private static final Pattern KEY = Pattern.compile(
            "/v1/(projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+)(/cryptoKeyVersions)?(/[0-9]+)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Raw(int status, String body) {}

    private final ConcurrentMap<String, Map<String, Object>> keys = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Map<Integer, Map<String, Object>>> versions = new ConcurrentHashMap<>();
    private final Map<String, Raw> raw = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private volatile int pageSize = 100;

    public GcpSim() {
        tokens.addAll(Set.of(TOKEN, GRANTED));
    }

    /** A symmetric key whose versions, from 1 on, are in these states; the last one is the primary. */
    public GcpSim key(String name, String... states) {
        return key(name, "ENCRYPT_DECRYPT", states);
    }

    /** A symmetric key with one enabled version and other members of {@code CryptoKey}; {@code null} is as good as none. */
    public GcpSim key(String name, Map<String, Object> overrides) {
        key(name, "ENABLED");
        keys.computeIfPresent(name, (same, key) -> overridden(key, overrides));
        return this;
    }

    /** A key of a purpose, whose versions are in these states. */
    public GcpSim keyFor(String purpose, String name, String... states) {
        return key(name, purpose, states);
    }

    private GcpSim key(String name, String purpose, String[] states) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("name", name);
        key.put("purpose", purpose);
        key.put("createTime", "2026-01-02T03:04:05.678901234Z");
        key.put("destroyScheduledDuration", "2592000s");
        if (purpose.equals("ENCRYPT_DECRYPT")) {
            key.put("rotationPeriod", "7776000s");
            key.put("nextRotationTime", "2027-01-02T03:04:05Z");
        }
        keys.put(name, key);
        Map<Integer, Map<String, Object>> all = new TreeMap<>();
        for (int i = 1; i <= states.length; i++) {
            all.put(i, version(name, i, states[i - 1], purpose));
        }
        versions.put(name, all);
        return this;
    }

    /** Other members of a version of a known key. */
    public GcpSim version(String name, int number, Map<String, Object> overrides) {
        versions.computeIfPresent(name, (same, all) -> {
            Map<Integer, Map<String, Object>> changed = new TreeMap<>(all);
            changed.computeIfPresent(number, (n, version) -> overridden(version, overrides));
            return changed;
        });
        return this;
    }

    /** How many versions a page of a list has at most. */
    public GcpSim pageSize(int size) {
        pageSize = size;
        return this;
    }

    /** Another token that is known. */
    public GcpSim token(String token) {
        tokens.add(token);
        return this;
    }

    /** Answers anything to every request whose path without the query ends with this. */
    public GcpSim respond(String pathEnd, int status, String body) {
        raw.put(pathEnd, new Raw(status, body));
        return this;
    }

    /** Answers an error of Google's to every request whose path without the query ends with this. */
    public GcpSim fail(String pathEnd, int status, String word, String message) {
        return respond(pathEnd, status, errorBody(status, word, message));
    }

    /** An error as Google writes it. */
    public static String errorBody(int status, String word, String message) {
        return json(Map.of("error", Map.of("code", status, "message", message, "status", word)));
    }

    /** The content of a service account's file; its key pair is made up, and its token endpoint is at this URL. */
    public static String serviceAccount(String url) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("type", "service_account");
        file.put("project_id", "demo-project");
        file.put("private_key_id", "0123456789abcdef");
        file.put("private_key", privateKey());
        file.put("client_email", "reader@demo-project.iam.gserviceaccount.com");
        file.put("client_id", "1");
        file.put("token_uri", url + TOKEN_PATH);
        return json(file);
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        Matcher key = KEY.matcher(path);
        boolean login = path.equals(TOKEN_PATH);
        if (!login && !key.matches()) {
            return null;
        }
        for (Map.Entry<String, Raw> entry : raw.entrySet()) {
            if (path.endsWith(entry.getKey())) {
                return response(entry.getValue().status(), entry.getValue().body());
            }
        }
        if (login) {
            return login(request);
        }
        String authorization = request.getHeaders().get("Authorization");
        if (authorization == null
                || !authorization.startsWith("Bearer ")
                || !tokens.contains(authorization.substring("Bearer ".length()))) {
            return error(
                    401,
                    "UNAUTHENTICATED",
                    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or"
                            + " other valid authentication credential.");
        }
        return key.group(2) != null && key.group(3) == null
                ? list(key.group(1), request)
                : get(key.group(1), key.group(3));
    }

    private static MockResponse login(RecordedRequest request) {
        String form = request.getBody() == null ? "" : request.getBody().utf8();
        boolean known = URLDecoder.decode(form, StandardCharsets.UTF_8)
                        .contains("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer")
                || form.contains("grant_type=refresh_token")
                || form.contains("subject_token=");
        return known
                ? response(
                        200,
                        json(Map.of(
                                "access_token",
                                GRANTED,
                                "expires_in",
                                3599,
                                "token_type",
                                "Bearer",
                                "issued_token_type",
                                "urn:ietf:params:oauth:token-type:access_token")))
                : response(400, json(Map.of("error", "unsupported_grant_type")));
    }

    private MockResponse get(String name, String number) {
        Map<String, Object> key = keys.get(name);
        if (number == null) {
            return key == null
                    ? error(404, "NOT_FOUND", "CryptoKey " + name + " not found.")
                    : response(200, json(withPrimary(name, key)));
        }
        Map<String, Object> version = versions.getOrDefault(name, Map.of()).get(Integer.parseInt(number.substring(1)));
        return version == null
                ? error(404, "NOT_FOUND", "CryptoKeyVersion " + name + "/cryptoKeyVersions" + number + " not found.")
                : response(200, json(version));
    }

    private Map<String, Object> withPrimary(String name, Map<String, Object> key) {
        Map<Integer, Map<String, Object>> all = versions.getOrDefault(name, Map.of());
        if (key.containsKey("primary") || all.isEmpty() || !"ENCRYPT_DECRYPT".equals(key.get("purpose"))) {
            return overridden(key, Map.of());
        }
        Map<String, Object> whole = new LinkedHashMap<>(key);
        whole.put("primary", all.get(all.size()));
        return whole;
    }

    private MockResponse list(String name, RecordedRequest request) {
        if (!keys.containsKey(name)) {
            return error(404, "NOT_FOUND", "CryptoKey " + name + " not found.");
        }
        List<Map<String, Object>> all =
                new ArrayList<>(versions.getOrDefault(name, Map.of()).values());
        String token = request.getUrl().queryParameter("pageToken");
        int start = token == null ? 0 : Integer.parseInt(token.substring("after/+=".length()));
        int end = Math.min(all.size(), start + pageSize);
        Map<String, Object> page = new HashMap<>();
        if (end > start) {
            page.put("cryptoKeyVersions", all.subList(start, end));
            page.put("totalSize", all.size());
        }
        if (end < all.size()) {
            page.put("nextPageToken", "after/+=" + end);
        }
        return response(200, json(page));
    }

    private static Map<String, Object> version(String name, int number, String state, String purpose) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("name", name + "/cryptoKeyVersions/" + number);
        version.put("state", state);
        version.put("protectionLevel", "SOFTWARE");
        version.put(
                "algorithm", purpose.equals("ENCRYPT_DECRYPT") ? "GOOGLE_SYMMETRIC_ENCRYPTION" : "EC_SIGN_P256_SHA256");
        version.put("createTime", "2026-01-02T03:04:05.678901234Z");
        version.put("generateTime", "2026-01-02T03:04:05.678901234Z");
        if (state.equals("DESTROY_SCHEDULED")) {
            version.put("destroyTime", DESTRUCTION);
        }
        if (state.equals("DESTROYED")) {
            version.put("destroyEventTime", "2026-11-01T00:00:00Z");
        }
        return version;
    }

    private static Map<String, Object> overridden(Map<String, Object> members, Map<String, Object> overrides) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.putAll(overrides);
        return changed;
    }

    private static MockResponse error(int status, String word, String message) {
        return response(status, errorBody(status, word, message));
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=UTF-8")
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
