package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String DESCRIBE = "https://kms.eu-de.otc.t-systems.com/v1.0/" + PROJECT + "/kms/describe-key";
    private static final String BODY = "{\"key_id\":\"0d0466b0-e727-4d9c-b35d-f84bb474a37f\"}";
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void signsHostAndDateAsTheProviderDocumentHasIt() {
        assertEquals(
                "SDK-HMAC-SHA256 Access=AKTEST, SignedHeaders=host;x-sdk-date, Signature="
                        + "6a71542afd94bd9ec5bb5bb7f41313337051ca82bfebc11fe61e8f919ed9e015",
                sign("POST", DESCRIBE, Map.of(), BODY).get("Authorization"));
    }

    @Test
    void signsTheProjectAsTheProviderDocumentHasIt() {
        Map<String, String> headers = sign("POST", DESCRIBE, Map.of("X-Project-Id", PROJECT), BODY);

        assertEquals(
                "SDK-HMAC-SHA256 Access=AKTEST, SignedHeaders=host;x-project-id;x-sdk-date, Signature="
                        + "75a9a3c22a9a727a6e2f7eae1487524983e60c8ff0f0baa2ed1f724df74deab9",
                headers.get("Authorization"));
        assertEquals("20260101T000000Z", headers.get("X-Sdk-Date"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DESCRIBE,
                "http://127.0.0.1:8080/v1.0/" + PROJECT + "/kms/describe-key",
                "https://iam.eu-de.otc.t-systems.com/v3/projects?name=eu-de",
                "https://iam.eu-de.otc.t-systems.com/v3/projects?name=eu-de&enabled=true"
            })
    void agreesWithTheVendorsSigner(String url) throws Exception {
        Map<String, String> more =
                Map.of("X-Project-Id", PROJECT, "X-Security-Token", "ST/+=1", "Content-Type", "application/json");

        assertEquals(vendor(url, more), sign("POST", url, more, BODY).get("Authorization"));
    }

    private static String vendor(String url, Map<String, String> more) throws Exception {
        URI uri = URI.create(url);
        HttpRequest.HttpRequestBuilder builder = HttpRequest.newBuilder()
                .withMethod(HttpMethod.POST)
                .withEndpoint(uri.getScheme() + "://" + uri.getAuthority())
                .withPath(uri.getPath())
                .withContentType("application/json")
                .withBodyAsString(BODY);
        more.forEach(builder::addHeader);
        builder.addHeader("X-Sdk-Date", "20260101T000000Z");
        if (uri.getQuery() != null) {
            for (String parameter : uri.getQuery().split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                builder.addQueryParam(pair[0], List.of(pair[1]));
            }
        }
        BasicCredentials credentials = new BasicCredentials().withAk("AKTEST").withSk("SKTEST");
        return String.valueOf(
                AKSKSigner.getInstance().sign(builder.build(), credentials).get("Authorization"));
    }

    private static Map<String, String> sign(String method, String url, Map<String, String> more, String body) {
        AccessKey key = new AccessKey("test", "AKTEST", new Secret("SKTEST"), null, null);
        return Signer.sign(key, method, URI.create(url), more, body.getBytes(StandardCharsets.UTF_8), NEW_YEAR);
    }
}
