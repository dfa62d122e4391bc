package io.github.cmkverify.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * The account API of Databricks: token endpoint, one key configuration, all of an account.
 *
 * <p>No real answer for a key of AWS was ever published; fields follow the schema and the one recorded answer for a key
 * of Google Cloud (provider document databricks, 5).
 */
public final class DatabricksSim implements SimulatedCloud {
    private static final Pattern TOKEN = Pattern.compile("/oidc/accounts/([^/]+)/v1/token");
    private static final Pattern API =
            Pattern.compile("/api/2\\.0/accounts/([^/]+)/customer-managed-keys(?:/([^/?]+))?");
    private static final Pattern WORKSPACES = Pattern.compile("/api/2\\.0/accounts/([^/]+)/workspaces");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Map<String, Map<String, Object>>> accounts = new ConcurrentSkipListMap<>();
    private final Map<String, String> clients = new ConcurrentHashMap<>(Map.of("demo-client", "demo-secret"));
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private final Map<String, String> accountOfToken = new ConcurrentHashMap<>();
    private final Map<String, MockResponse> answersById = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, Object>>> workspaces = new ConcurrentHashMap<>();
    private final AtomicReference<MockResponse> answerToWorkspaces = new AtomicReference<>();
    private final AtomicReference<MockResponse> answerToList = new AtomicReference<>();
    private final AtomicReference<MockResponse> answerToLogin = new AtomicReference<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean listAsObject;
    private volatile int expiresIn = 3600;

    /** A configuration of a key of AWS, as an account administrator would have made it. */
    public DatabricksSim configuration(String accountId, String configurationId, String keyArn) {
        Map<String, Object> aws = new TreeMap<>();
        aws.put("key_arn", keyArn);
        aws.put("key_alias", "alias/projectKey1");
        String[] parts = keyArn.split(":", -1);
        if (parts.length > 3) {
            aws.put("key_region", parts[3]);
        }
        aws.put("reuse_key_for_cluster_volumes", true);
        return configuration(accountId, configurationId, Map.of("aws_key_info", aws));
    }

    /** A configuration with these fields besides, or instead of, the usual ones; a null value removes a field. */
    public DatabricksSim configuration(String accountId, String configurationId, Map<String, Object> overrides) {
        Map<String, Object> configuration = new TreeMap<>();
        configuration.put("account_id", accountId);
        configuration.put("creation_time", 1676596234145L);
        configuration.put("customer_managed_key_id", configurationId);
        configuration.put("use_cases", List.of("MANAGED_SERVICES", "STORAGE"));
        overrides.forEach((field, value) -> {
            if (value == null) {
                configuration.remove(field);
            } else {
                configuration.put(field, value);
            }
        });
        account(accountId).put(configurationId, configuration);
        return this;
    }

    /** A workspace that uses configurations, each under the field that names it. */
    public DatabricksSim workspace(String accountId, long id, String name, Map<String, Object> keys) {
        Map<String, Object> workspace = new TreeMap<>(keys);
        workspace.put("account_id", accountId);
        workspace.put("workspace_id", id);
        workspace.put("workspace_name", name);
        workspace.put("workspace_status", "RUNNING");
        workspaces
                .computeIfAbsent(accountId, any -> new CopyOnWriteArrayList<>())
                .add(workspace);
        return this;
    }

    /** The answer to everybody who asks for workspaces. */
    public DatabricksSim respondToWorkspaces(int status, String body) {
        answerToWorkspaces.set(json(status, body));
        return this;
    }

    /** An account, without configurations unless it has some already. */
    public DatabricksSim emptyAccount(String accountId) {
        account(accountId);
        return this;
    }

    /** A service principal that may log in to every account; the one of the demo may no longer. */
    public DatabricksSim client(String clientId, String secret) {
        clients.remove("demo-client");
        clients.put(clientId, secret);
        return this;
    }

    /** A token that is accepted for an account without a login. */
    public DatabricksSim token(String accountId, String token) {
        accountOfToken.put(token, accountId);
        return this;
    }

    /** Somebody else's token that may be exchanged in the name of a service principal. */
    public DatabricksSim federated(String subjectToken, String clientId) {
        subjects.put(subjectToken, clientId);
        return this;
    }

    /** How long tokens hold, in seconds. */
    public DatabricksSim expiresIn(int seconds) {
        expiresIn = seconds;
        return this;
    }

    /** Lists are objects, as the newer documentation shows them, and no longer arrays. */
    public DatabricksSim listAsObject() {
        listAsObject = true;
        return this;
    }

    /** The answer, whatever it is, to everybody who asks for this configuration. */
    public DatabricksSim respond(String configurationId, int status, String body) {
        return respond(configurationId, json(status, body));
    }

    /** The answer, whatever it is, to everybody who asks for this configuration. */
    public DatabricksSim respond(String configurationId, MockResponse answer) {
        answersById.put(configurationId, answer);
        return this;
    }

    /** The answer to everybody who asks for a list. */
    public DatabricksSim respondToList(int status, String body) {
        return respondToList(json(status, body));
    }

    /** The answer to everybody who asks for a list. */
    public DatabricksSim respondToList(MockResponse answer) {
        answerToList.set(answer);
        return this;
    }

    /** The answer to everybody who logs in. */
    public DatabricksSim respondToLogin(int status, String body) {
        return respondToLogin(json(status, body));
    }

    /** The answer to everybody who logs in. */
    public DatabricksSim respondToLogin(MockResponse answer) {
        answerToLogin.set(answer);
        return this;
    }

    private Map<String, Map<String, Object>> account(String accountId) {
        return accounts.computeIfAbsent(accountId, id -> new ConcurrentSkipListMap<>());
    }

    @Override
    public MockResponse answer(RecordedRequest request) {
        Matcher token = TOKEN.matcher(request.getUrl().encodedPath());
        if (token.matches()) {
            MockResponse set = answerToLogin.get();
            return set == null ? login(token.group(1), request) : set;
        }
        Matcher api = API.matcher(request.getUrl().encodedPath());
        if (api.matches()) {
            return api(request, api.group(1), api.group(2));
        }
        Matcher list = WORKSPACES.matcher(request.getUrl().encodedPath());
        return list.matches() ? workspaces(request, list.group(1)) : null;
    }

    private MockResponse workspaces(RecordedRequest request, String accountId) {
        MockResponse set = answerToWorkspaces.get();
        MockResponse refusal = refusal(request, accountId);
        if (set != null || refusal != null) {
            return set == null ? refusal : set;
        }
        return json(200, write(workspaces.getOrDefault(accountId, List.of())));
    }

    private MockResponse login(String accountId, RecordedRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return json(405, "");
        }
        String form = request.getBody() == null ? "" : request.getBody().utf8();
        boolean accepted = form.contains("token-exchange") ? isFederated(form) : isClient(request, form);
        if (!accepted) {
            return json(
                    401,
                    "{\"error\":\"invalid_client\",\"error_id\":\"3d7c\",\"error_description\":\"Client authentication failed\"}");
        }
        String token = "sim-token-" + tokens.incrementAndGet();
        accountOfToken.put(token, accountId);
        return json(
                200,
                "{\"access_token\":\"" + token + "\",\"scope\":\"all-apis\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + expiresIn + "}");
    }

    private boolean isClient(RecordedRequest request, String form) {
        String shown = request.getHeaders().get("Authorization");
        return form.contains("grant_type=client_credentials")
                && clients.entrySet().stream()
                        .map(c -> c.getKey() + ":" + c.getValue())
                        .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                        .anyMatch(pair -> ("Basic " + pair).equals(shown));
    }

    private boolean isFederated(String form) {
        return subjects.entrySet().stream()
                .anyMatch(s -> form.contains("subject_token=" + s.getKey() + "&")
                        && form.contains("client_id=" + s.getValue()));
    }

    /** What somebody gets who may not see the account; {@code null} for who may. */
    private MockResponse refusal(RecordedRequest request, String accountId) {
        String shown = request.getHeaders().get("Authorization");
        if (shown == null) {
            return json(
                    401,
                    "{\"error_code\":401,\"message\":\"Credential was not sent or was of an unsupported type for this"
                            + " API. [ReqId: 0f1e2d3c-sim]\"}");
        }
        if (!shown.startsWith("Bearer ") || !accountOfToken.containsKey(shown.substring(7))) {
            return json(403, "{\"error_code\":403,\"message\":\"Invalid access token.\"}");
        }
        Map<String, Map<String, Object>> account = accounts.get(accountId);
        if (account == null || !accountId.equals(accountOfToken.get(shown.substring(7)))) {
            return json(
                    404,
                    "{\"error_code\":\"NOT_FOUND\",\"message\":\"The account does not exist or the user does not belong to"
                            + " this account\"}");
        }
        return null;
    }

    private MockResponse api(RecordedRequest request, String accountId, String configurationId) {
        MockResponse refusal = refusal(request, accountId);
        Map<String, Map<String, Object>> account = accounts.get(accountId);
        if (refusal != null || account == null) {
            return refusal;
        }
        if (configurationId == null) {
            return list(account);
        }
        MockResponse set = answersById.get(configurationId);
        if (set != null) {
            return set;
        }
        Map<String, Object> configuration = account.get(configurationId);
        return configuration == null
                ? json(
                        404,
                        "{\"error_code\":\"NOT_FOUND\",\"message\":\"Operation was performed on a resource that does not"
                                + " exist\"}")
                : json(200, write(configuration));
    }

    private MockResponse list(Map<String, Map<String, Object>> account) {
        MockResponse set = answerToList.get();
        if (set != null) {
            return set;
        }
        String entries = write(account.values());
        return json(200, listAsObject ? "{\"customer_managed_keys\":" + entries + "}" : entries);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("x-request-id", "sim-request-" + answers.incrementAndGet())
                .body(body)
                .build();
    }
}
