package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Huawei Cloud's KMS and identity service on the wire, as provider document huawei has them (1: answers; 2: errors;
 * 4: authentication).
 */
public final class HuaweiSim implements SimulatedCloud {
    private static final Pattern KMS = Pattern.compile("/v1\\.0/([^/?]*)/kms/([^/?]+)");
    private static final Pattern KEY_ID =
            Pattern.compile("[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}");
    private static final String IAM_PROJECTS = "/v3/projects";
    private static final String IAM_TOKENS = "/v3/auth/tokens";
    private static final String IAM_ID_TOKENS = "/v3.0/OS-AUTH/id-token/tokens";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, Object>> keys = new ConcurrentSkipListMap<>();
    private final Map<String, MockResponse> raw = new ConcurrentHashMap<>();
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Map<String, String> idTokens = new ConcurrentHashMap<>();
    private final List<Map<String, String>> projects = new ArrayList<>();
    private final HuaweiGuard guard = new HuaweiGuard();
    private final HuaweiList list = new HuaweiList();
    private volatile String tokensEnd = "2099-02-13T06:52:13.855000Z";

    /** Knows the access key {@code AKTEST} with the secret {@code SKTEST}, and nothing else. */
    public HuaweiSim() {
        guard.accessKey("AKTEST", "SKTEST", null);
    }

    /** A key in a state, in a project. */
    public HuaweiSim key(String projectId, String keyId, String state) {
        return key(projectId, keyId, Map.of("key_state", state));
    }

    /** A key in a project, enabled but for these fields of its {@code key_info}; {@code null} takes a field away. */
    public HuaweiSim key(String projectId, String keyId, Map<String, ? extends Object> overridesOfKeyInfo) {
        Map<String, Object> info = enabled(keyId);
        overridesOfKeyInfo.forEach((field, value) -> {
            if (value == null) {
                info.remove(field);
            } else {
                info.put(field, value);
            }
        });
        keys.put(projectId + "/" + keyId, info);
        return this;
    }

    /** The one access key that is known from now on. */
    public HuaweiSim credentials(String accessKeyId, String secretKey) {
        guard.accessKey(accessKeyId, secretKey, null);
        return this;
    }

    /** The one access key that is known from now on, a temporary one. */
    public HuaweiSim credentials(String accessKeyId, String secretKey, String securityToken) {
        guard.accessKey(accessKeyId, secretKey, securityToken);
        return this;
    }

    /** One more token that is accepted. */
    public HuaweiSim token(String token) {
        guard.token(token);
        return this;
    }

    /** A user who may log in; the token of the login is {@code token-of-{user}}. */
    public HuaweiSim user(String domain, String name, String password) {
        users.put(domain + "\n" + name, password);
        return this;
    }

    /** An id token of an identity provider that is taken for a token; that token is {@code token-of-{provider}}. */
    public HuaweiSim idToken(String provider, String idToken) {
        idTokens.put(provider, idToken);
        return this;
    }

    /** When tokens of a login end, as the service writes it. */
    public HuaweiSim tokensEnd(String written) {
        tokensEnd = written;
        return this;
    }

    /** A project; the one that a region looks up has the region's name. */
    public HuaweiSim project(String name, String id) {
        projects.add(Map.of("name", name, "id", id));
        return this;
    }

    /** Answers anything for one key, whoever asks, in whatever project. */
    public HuaweiSim respond(String keyId, int status, String body) {
        raw.put(keyId, json(status, body));
        return this;
    }

    /** The list of keys, which pages, or answers something else. */
    public HuaweiList list() {
        return list;
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String path = request.getTarget().split("\\?", -1)[0];
        if (path.equals(IAM_TOKENS)) {
            return login(request);
        }
        if (path.equals(IAM_ID_TOKENS)) {
            return exchange(request);
        }
        if (path.equals(IAM_PROJECTS)) {
            MockResponse refusal = guard.refusal(request);
            return refusal == null ? projects(request) : refusal;
        }
        Matcher kms = KMS.matcher(path);
        return kms.matches() ? kms(request, kms.group(1), kms.group(2)) : null;
    }

    private MockResponse kms(RecordedRequest request, String projectId, String operation) {
        JsonNode body = body(request);
        String keyId = body.path("key_id").asText("");
        MockResponse rawAnswer = raw.get(keyId);
        if (rawAnswer != null) {
            return rawAnswer;
        }
        if (operation.equals("list-keys")) {
            MockResponse set = list.set();
            MockResponse refusal = set == null ? guard.refusal(request) : set;
            return refusal == null ? list.page(body, keysOf(projectId)) : refusal;
        }
        if (!operation.equals("describe-key") || !"POST".equals(request.getMethod())) {
            return gateway(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
        }
        MockResponse refusal = guard.refusal(request);
        if (refusal != null) {
            return refusal;
        }
        if (!body.isObject()) {
            return error(400, "KMS.0202", "The JSON format of the request message is incorrect.");
        }
        if (!KEY_ID.matcher(keyId).matches()) {
            return error(400, "KMS.0205", "Invalid key ID.");
        }
        Map<String, Object> info = keys.get(projectId + "/" + keyId);
        return info == null
                ? error(404, "KMS.0207", "The key does not exist.")
                : json(200, text(Map.of("key_info", info)));
    }

    private List<Map<String, Object>> keysOf(String projectId) {
        return keys.entrySet().stream()
                .filter(key -> key.getKey().startsWith(projectId + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private MockResponse login(RecordedRequest request) {
        JsonNode auth = body(request).path("auth");
        JsonNode user = auth.path("identity").path("password").path("user");
        String name = user.path("name").asText();
        String known = users.get(user.path("domain").path("name").asText() + "\n" + name);
        if (known == null || !known.equals(user.path("password").asText())) {
            return unauthorized("The username or password is wrong.");
        }
        return loggedIn(name, auth);
    }

    private MockResponse exchange(RecordedRequest request) {
        JsonNode auth = body(request).path("auth");
        String provider = String.valueOf(request.getHeaders().get("X-Idp-Id"));
        String known = idTokens.get(provider);
        return auth.path("id_token").path("id").asText("").equals(known)
                ? loggedIn(provider, auth)
                : unauthorized("The token must be updated");
    }

    private static MockResponse unauthorized(String message) {
        return json(401, text(Map.of("error", Map.of("code", 401, "message", message, "title", "Unauthorized"))));
    }

    private MockResponse loggedIn(String name, JsonNode auth) {
        JsonNode scope = auth.path("scope").path("project");
        Map<String, String> project = projects.stream()
                .filter(it -> it.get("id").equals(scope.path("id").asText())
                        || it.get("name").equals(scope.path("name").asText()))
                .findFirst()
                .orElse(Map.of("id", scope.path("id").asText(), "name", ""));
        String token = "token-of-" + name;
        guard.token(token);
        return json(201, text(Map.of("token", Map.of("expires_at", tokensEnd, "project", project))))
                .newBuilder()
                .addHeader("X-Subject-Token", token)
                .build();
    }

    private MockResponse projects(RecordedRequest request) {
        String name = String.valueOf(request.getUrl().queryParameter("name"));
        List<Map<String, String>> found =
                projects.stream().filter(it -> it.get("name").equals(name)).toList();
        return json(200, text(Map.of("projects", found, "links", Map.of("self", "https://iam.example/v3/projects"))));
    }

    /** The recorded body of an enabled key (provider document huawei, 6). */
    private static Map<String, Object> enabled(String keyId) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("key_rotation_enabled", "false");
        info.put("key_usage", "ENCRYPT_DECRYPT");
        info.put("key_type", "1");
        info.put("key_id", keyId);
        info.put("key_spec", "AES_256");
        info.put("origin", "kms");
        info.put("expiration_time", "");
        info.put("sys_enterprise_project_id", "0");
        info.put("default_key_flag", "0");
        info.put("creation_date", "1716661217000");
        info.put("pending_days", "");
        info.put("domain_id", "16e914a4f83a4c6ba9f06c24648cc146");
        info.put("keystore_type", "DEFAULT");
        info.put("scheduled_deletion_date", "");
        info.put("multi_region_key_type", "SINGLE");
        info.put("key_alias", "KMS-2990");
        info.put("key_description", "");
        info.put("realm", "ap-southeast-1");
        info.put("keystore_id", "0");
        info.put("key_state", "2");
        return info;
    }

    /** An error of the KMS. */
    static MockResponse error(int status, String code, String message) {
        return json(status, text(Map.of("error", Map.of("error_code", code, "error_msg", message))));
    }

    /** An error of the gateway in front of it. */
    static MockResponse gateway(int status, String code, String message) {
        return json(
                        status,
                        text(Map.of(
                                "error_msg",
                                message,
                                "error_code",
                                code,
                                "request_id",
                                "59a2e407ee471a94573b2510cc6db323")))
                .newBuilder()
                .addHeader("Server", "api-gateway")
                .build();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("X-Request-Id", "b55cf0f4394463e202a743d15e07e4e9")
                .body(body)
                .build();
    }

    private static JsonNode body(RecordedRequest request) {
        try {
            return request.getBody() == null
                    ? JSON.missingNode()
                    : JSON.readTree(request.getBody().utf8());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
