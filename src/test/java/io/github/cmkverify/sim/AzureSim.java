package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * One vault of Azure Key Vault, the sign-in of Microsoft Entra and the metadata of a machine, as far as a get of a key
 * goes (provider document azure, C). The vault's host is the one that it is asked at.
 */
public final class AzureSim implements SimulatedCloud {
    /** The client that is known from the start. */
    public static final String CLIENT = "11111111-2222-4333-8444-555555555555";

    /** Its secret. */
    public static final String SECRET = "demo~secret+/&=";

    /** The tenant that the vault belongs to. */
    public static final String TENANT = "99999999-8888-4777-8666-555555555555";

    /** The version of every key. */
    public static final String VERSION = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Raw(int status, String body) {}

    private final Map<String, String> clients = new ConcurrentHashMap<>(Map.of(CLIENT, SECRET));
    private final Map<String, Map<String, Object>> keys = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> deleted = new ConcurrentHashMap<>();
    private final Map<String, Raw> raw = new ConcurrentHashMap<>();
    private volatile String challenge = "Bearer authorization=\"{vault}/" + TENANT + "\", resource=\"{vault}\"";
    private volatile boolean identity;

    /** A key that is enabled or not. */
    public AzureSim key(String name, boolean enabled) {
        return key(name, Map.of("enabled", enabled));
    }

    /** An enabled key with other attributes; a {@code null} takes one away. */
    public AzureSim key(String name, Map<String, Object> overridesOfAttributes) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("enabled", true);
        attributes.put("created", 1700000000L);
        attributes.put("updated", 1700000000L);
        attributes.put("recoveryLevel", "Recoverable");
        attributes.put("recoverableDays", 90);
        attributes.put("exportable", false);
        overridesOfAttributes.forEach((attribute, value) -> {
            if (value == null) {
                attributes.remove(attribute);
            } else {
                attributes.put(attribute, value);
            }
        });
        keys.put(name.toLowerCase(Locale.ROOT), attributes);
        return this;
    }

    /** A key that was deleted and will be purged. */
    public AzureSim deleted(String name, long purgedAt) {
        key(name, Map.of());
        deleted.put(
                name.toLowerCase(Locale.ROOT),
                Map.of("deletedDate", purgedAt - 7776000, "scheduledPurgeDate", purgedAt));
        return this;
    }

    /** A client with its secret. */
    public AzureSim client(String clientId, String secret) {
        clients.put(clientId, secret);
        return this;
    }

    /** What is said to who shows no token; <code>{vault}</code> stands for the vault's own address. */
    public AzureSim challenge(String header) {
        challenge = header;
        return this;
    }

    /** The machine has an identity. */
    public AzureSim identity() {
        identity = true;
        return this;
    }

    /** Answers anything to every request with a token that names this key among the keys. */
    public AzureSim respond(String keyName, int status, String body) {
        raw.put("/keys/" + keyName, new Raw(status, body));
        return this;
    }

    /** Answers anything to every request with a token that names this key among the deleted ones. */
    public AzureSim respondDeleted(String keyName, int status, String body) {
        raw.put("/deletedkeys/" + keyName, new Raw(status, body));
        return this;
    }

    /** Answers an error of a vault; {@code inner} may be empty. */
    public AzureSim fail(String keyName, int status, String code, String inner, String message) {
        return respond(keyName, status, error(code, inner, message));
    }

    /** An error as a vault writes it. */
    public static String error(String code, String inner, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        if (!inner.isEmpty()) {
            error.put("innererror", Map.of("code", inner));
        }
        return json(Map.of("error", error));
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        String path = request.getTarget().replaceFirst("\\?.*$", "");
        if (path.endsWith("/oauth2/v2.0/token")) {
            return signIn(
                    path,
                    form(request.getBody() == null ? "" : request.getBody().utf8()));
        }
        if (path.equals("/metadata/identity/oauth2/token")) {
            return metadata(request);
        }
        if (path.equals("/msi/token")) {
            return appService(request);
        }
        if (!path.startsWith("/keys/") && !path.startsWith("/deletedkeys/")) {
            return null;
        }
        String vault = vault(request);
        String shown = request.getHeaders().get("Authorization");
        if (!("Bearer " + token(audience(vault))).equals(shown)) {
            return response(
                            401,
                            error(
                                    "Unauthorized",
                                    "",
                                    shown == null
                                            ? "AKV10000: Request is missing a Bearer or PoP token."
                                            : "AKV10022: Invalid audience. Expected " + vault))
                    .newBuilder()
                    .addHeader("WWW-Authenticate", challenge.replace("{vault}", vault))
                    .build();
        }
        if (!request.getTarget().contains("?api-version=")) {
            return response(400, error("BadParameter", "", "api-version must be specified"));
        }
        return key(path, vault);
    }

    private MockResponse key(String path, String vault) {
        String[] parts = path.split("/", -1);
        Raw told = raw.get("/" + parts[1] + "/" + parts[2]);
        if (told != null) {
            return response(told.status, told.body);
        }
        String name = parts[2].toLowerCase(Locale.ROOT);
        Map<String, Object> attributes = keys.get(name);
        boolean gone = deleted.containsKey(name);
        if (parts[1].equals("deletedkeys")) {
            return gone && attributes != null
                    ? response(200, json(bundle(vault, name, attributes, deleted.get(name))))
                    : response(404, error("KeyNotFound", "", "Deleted Key not found: " + parts[2]));
        }
        boolean known = attributes != null
                && !gone
                && (parts.length < 4 || parts[3].isEmpty() || parts[3].equalsIgnoreCase(VERSION));
        return known
                ? response(200, json(bundle(vault, name, attributes, Map.of())))
                : response(
                        404,
                        error(
                                "KeyNotFound",
                                "",
                                "A key with (name/id) " + path.substring("/keys/".length())
                                        + " was not found in this key vault."));
    }

    private static Map<String, Object> bundle(
            String vault, String name, Map<String, Object> attributes, Map<String, Object> deletion) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("kid", vault + "/keys/" + name + "/" + VERSION);
        key.put("kty", "RSA");
        key.put("key_ops", List.of("wrapKey", "unwrapKey"));
        key.put("n", "3q2-7w");
        key.put("e", "AQAB");
        Map<String, Object> bundle = new LinkedHashMap<>();
        if (!deletion.isEmpty()) {
            bundle.put("recoveryId", vault + "/deletedkeys/" + name);
            bundle.putAll(deletion);
        }
        bundle.put("key", key);
        bundle.put("attributes", attributes);
        bundle.put("tags", Map.of());
        return bundle;
    }

    private MockResponse signIn(String path, Map<String, String> form) {
        String client = form.getOrDefault("client_id", "");
        String proof = form.getOrDefault("client_secret", form.getOrDefault("client_assertion", ""));
        if (!path.startsWith("/" + TENANT + "/")) {
            return denied(400, "invalid_request", "AADSTS90002: Tenant not found.");
        }
        if (!proof.equals(clients.get(client))) {
            return denied(401, "invalid_client", "AADSTS7000215: Invalid client secret provided: " + proof);
        }
        return token(form.getOrDefault("scope", "").replaceFirst("/\\.default$", ""), 3599);
    }

    private MockResponse metadata(RecordedRequest request) {
        if (request.getHeaders().get("Metadata") == null) {
            return denied(400, "invalid_request", "Required metadata header not specified");
        }
        return identity
                ? token(query(request).getOrDefault("resource", ""), "86399")
                : denied(400, "invalid_request", "Identity not found");
    }

    private static MockResponse appService(RecordedRequest request) {
        String shown = request.getHeaders().get("X-IDENTITY-HEADER");
        return SECRET.equals(shown)
                ? token(query(request).getOrDefault("resource", ""), "86399")
                : response(401, json(Map.of("statusCode", 401, "message", "wrong header: " + shown)));
    }

    private static MockResponse token(String resource, Object seconds) {
        return response(
                200, json(Map.of("token_type", "Bearer", "expires_in", seconds, "access_token", token(resource))));
    }

    /** The token for a vault. */
    public static String token(String resource) {
        return "eyJ." + resource.replaceAll("[^a-z0-9]", "-") + ".sig";
    }

    private static MockResponse denied(int status, String error, String description) {
        return response(status, json(Map.of("error", error, "error_description", description + "\r\nTrace ID: 1")));
    }

    /** What a token has to be for: the cloud where the vault has its public name, else the vault. */
    private static String audience(String vault) {
        return vault.endsWith(".vault.azure.net") ? "https://vault.azure.net" : vault;
    }

    private static String vault(RecordedRequest request) {
        String scheme = request.getHeaders().get("X-Forwarded-Proto");
        return (scheme == null ? "http" : scheme) + "://" + request.getHeaders().get("Host");
    }

    private static Map<String, String> query(RecordedRequest request) {
        return form(request.getTarget().replaceFirst("^[^?]*\\??", ""));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .addHeader("x-ms-request-id", "0d0466b0-0000-4000-8000-00000000000a")
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
