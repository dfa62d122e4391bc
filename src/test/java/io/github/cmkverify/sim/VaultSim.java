package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * A server of Vault or OpenBao with transit engines: keys, mounts, and logins by AppRole, JWT and Kubernetes (provider
 * document vault, D). A key's id is {@code {mount}/{name}}, with its namespace in front where it has one.
 */
public final class VaultSim implements SimulatedCloud {
    private static final String API = "/v1/";
    private static final Pattern LOGIN = Pattern.compile("auth/(.+)/login");
    private static final Pattern MOUNT = Pattern.compile("sys/internal/ui/mounts/(.+)");
    private static final Pattern KEY = Pattern.compile("(.+)/keys/([^/]+)");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Map<String, Object>> keys = new ConcurrentHashMap<>();
    private final Map<String, String> mounts = new ConcurrentHashMap<>();
    private final Map<String, MockResponse> answersById = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> logins = new ConcurrentHashMap<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final AtomicReference<MockResponse> answerToLogin = new AtomicReference<>();
    private final AtomicReference<MockResponse> answerToMount = new AtomicReference<>();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile int lease = 3600;

    /** A server that accepts the token of the demo. */
    public VaultSim() {
        tokens.add("demo-token");
    }

    /** A key that can encrypt and decrypt, third version. */
    public VaultSim key(String id) {
        return key(id, Map.of());
    }

    /** A key with these fields besides, or instead of, the usual ones; a null value removes a field. */
    public VaultSim key(String id, Map<String, Object> overrides) {
        int slash = id.lastIndexOf('/');
        Map<String, Object> data = new TreeMap<>();
        data.put("name", id.substring(slash + 1));
        data.put("type", "aes256-gcm96");
        data.put("derived", false);
        data.put("deletion_allowed", false);
        data.put("exportable", false);
        data.put("allow_plaintext_backup", false);
        data.put("latest_version", 3);
        data.put("min_available_version", 0);
        data.put("min_decryption_version", 1);
        data.put("min_encryption_version", 0);
        data.put("supports_encryption", true);
        data.put("supports_decryption", true);
        data.put("supports_derivation", true);
        data.put("supports_signing", false);
        data.put("auto_rotate_period", 0);
        data.put("imported_key", false);
        data.put("keys", new TreeMap<>(Map.of("1", 1442851412, "2", 1542851412, "3", 1642851412)));
        overrides.forEach((field, value) -> {
            if (value == null) {
                data.remove(field);
            } else {
                data.put(field, value);
            }
        });
        keys.put(id, data);
        return mount(id.substring(0, slash), "transit");
    }

    /** An engine without keys unless it has some already. */
    public VaultSim mount(String path, String type) {
        mounts.put(path, type);
        return this;
    }

    /** A token that is accepted; the one of the demo no longer is. */
    public VaultSim token(String token) {
        tokens.remove("demo-token");
        tokens.add(token);
        return this;
    }

    /** A login that is accepted at an auth method. */
    public VaultSim login(String path, Map<String, String> fields) {
        logins.put(path, fields);
        return this;
    }

    /** How long tokens of a login hold, in seconds; 0 for ever. */
    public VaultSim lease(int seconds) {
        lease = seconds;
        return this;
    }

    /** No policy lets anybody read this key. */
    public VaultSim deny(String id) {
        denied.add(id);
        return this;
    }

    /** The answer, whatever it is, to everybody who asks for this key. */
    public VaultSim respond(String id, int status, String body) {
        answersById.put(id, json(status, body));
        return this;
    }

    /** The answer to everybody who asks for a mount. */
    public VaultSim respondToMount(int status, String body) {
        answerToMount.set(json(status, body));
        return this;
    }

    /** The answer to everybody who logs in. */
    public VaultSim respondToLogin(int status, String body) {
        answerToLogin.set(json(status, body));
        return this;
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (!path.startsWith(API)) {
            return null;
        }
        String inApi = path.substring(API.length());
        String namespace = request.getHeaders().get("X-Vault-Namespace");
        String prefix = namespace == null ? "" : namespace.replaceAll("/+$", "") + "/";
        Matcher login = LOGIN.matcher(inApi);
        if ("POST".equals(request.getMethod()) && login.matches()) {
            return login(login.group(1), request);
        }
        if (!"GET".equals(request.getMethod())) {
            return errors(405);
        }
        String shown = request.getHeaders().get("X-Vault-Token");
        if (shown == null || !tokens.contains(shown)) {
            return errors(403, "2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n");
        }
        Matcher mount = MOUNT.matcher(inApi);
        if (mount.matches()) {
            return mountOf(prefix + mount.group(1), prefix);
        }
        Matcher key = KEY.matcher(inApi);
        return key.matches()
                ? key(prefix + key.group(1), key.group(2))
                : errors(404, "no handler for route \"" + inApi + "\". route entry not found.");
    }

    private MockResponse login(String path, RecordedRequest request) {
        MockResponse set = answerToLogin.get();
        if (set != null) {
            return set;
        }
        Map<String, String> expected = logins.get(path);
        if (expected == null) {
            return errors(404, "no handler for route \"auth/" + path + "/login\". route entry not found.");
        }
        if (!expected.equals(fields(request))) {
            return errors(400, "invalid role or secret ID");
        }
        String token = "hvs.sim-" + issued.incrementAndGet();
        tokens.add(token);
        return json(
                200,
                "{\"request_id\":\"login-" + issued.get() + "\",\"data\":null,\"auth\":{\"client_token\":\"" + token
                        + "\",\"accessor\":\"a\",\"policies\":[\"default\"],\"lease_duration\":" + lease
                        + ",\"renewable\":true}}");
    }

    private static Map<String, String> fields(RecordedRequest request) {
        try {
            return MAPPER.readValue(
                    request.getBody() == null ? "" : request.getBody().utf8(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private MockResponse mountOf(String path, String prefix) {
        MockResponse set = answerToMount.get();
        if (set != null) {
            return set;
        }
        String type = mounts.get(path);
        if (type == null) {
            return errors(
                    403,
                    "preflight capability check returned 403, please ensure client's policies grant access"
                            + " to path \"" + path + "/\"");
        }
        Map<String, Object> data = Map.of("type", type, "path", path.substring(prefix.length()) + "/");
        return json(200, write(Map.of("request_id", "mount-1", "data", data)));
    }

    private MockResponse key(String mount, String name) {
        String id = mount + "/" + name;
        MockResponse set = answersById.get(id);
        if (set != null) {
            return set;
        }
        String type = mounts.get(mount);
        if (type == null) {
            return errors(404, "no handler for route \"" + mount + "/keys/" + name + "\". route entry not found.");
        }
        if (denied.contains(id)) {
            return errors(403, "1 error occurred:\n\t* permission denied\n\n");
        }
        Map<String, Object> data = keys.get(id);
        if (data == null) {
            return errors(404);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request_id", "9f2b7d4c-0000-4000-8000-00000000000a");
        body.put("lease_id", "");
        body.put("renewable", false);
        body.put("lease_duration", 0);
        body.put("data", data);
        body.put("wrap_info", null);
        body.put("warnings", null);
        body.put("auth", null);
        body.put("mount_type", "transit");
        return json(200, write(body));
    }

    private static MockResponse errors(int status, String... errors) {
        return json(status, write(Map.of("errors", List.of(errors))));
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
