package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.HeaderSource;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.ReplyRule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to one of the cloud's services, before it is signed.
 *
 * @param method {@code GET} or {@code POST}
 * @param endpoint where it goes
 * @param pathAndQuery made of validated ids alone
 * @param headers sent beside those that say who asks
 * @param body JSON; empty where there is none
 */
record Request(String method, ServiceEndpoint endpoint, String pathAndQuery, Map<String, String> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    /** describe-key for a key (provider document huawei, 1). */
    static Request describeKey(ServiceEndpoint kms, String projectId, String keyId) {
        return new Request(
                "POST",
                kms,
                "/v1.0/" + projectId + "/kms/describe-key",
                Map.of(CONTENT_TYPE, JSON, "X-Project-Id", projectId),
                "{\"key_id\":\"" + keyId + "\"}");
    }

    /** list-keys for a page of a project's keys, of all specs (provider document huawei, 5). */
    static Request listKeys(ServiceEndpoint kms, String projectId, int limit, @Nullable String marker) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("key_spec", "ALL") // the service's own default leaves asymmetric keys out
                .put("limit", String.valueOf(limit));
        if (marker != null) {
            body.put("marker", marker);
        }
        return new Request(
                "POST",
                kms,
                "/v1.0/" + projectId + "/kms/list-keys",
                Map.of(CONTENT_TYPE, JSON, "X-Project-Id", projectId),
                body.toString());
    }

    /** The projects with the name of a region (provider document huawei, 4.2). */
    static Request projects(ServiceEndpoint iam, String region) {
        return new Request("GET", iam, "/v3/projects?name=" + region, Map.of(), "");
    }

    /** A token for a user (provider document huawei, 4.1). */
    static Request token(ServiceEndpoint iam, String body) {
        return new Request("POST", iam, "/v3/auth/tokens?nocatalog=true", Map.of(CONTENT_TYPE, JSON), body);
    }

    /** A token for whom an id token names (provider document huawei, 4.1). */
    static Request idToken(ServiceEndpoint iam, String provider, String body) {
        return new Request(
                "POST", iam, "/v3.0/OS-AUTH/id-token/tokens", Map.of(CONTENT_TYPE, JSON, "X-Idp-Id", provider), body);
    }

    /** The call that carries these credentials. */
    HttpCall by(Usable credentials, ReplyRule rule) {
        URI uri = URI.create(endpoint.url() + pathAndQuery);
        byte[] bytes = bytes();
        return call(credentials, now -> credentials.headers(method, uri, headers(), bytes, now), rule);
    }

    /** The call whose body says who asks. */
    HttpCall by(TokenLogin login, ReplyRule rule) {
        return call(login, now -> headers(), rule);
    }

    private HttpCall call(Credentials identity, HeaderSource source, ReplyRule rule) {
        return new HttpCall(
                method,
                endpoint.url() + pathAndQuery,
                endpoint.hosts(),
                source,
                bytes(),
                "huawei " + endpoint.realm() + " " + identity.fingerprint(),
                rule);
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** A body may hold a password. */
    @Override
    public String toString() {
        return method + " (a request)";
    }
}
