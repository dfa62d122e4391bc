package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fetches the OIDC token of a GitHub Actions job (provider document databricks, 3.1).
 *
 * @param door the one way out
 * @param url where the job's environment says that it is given
 * @param requestToken what the job shows to get it
 * @param audience whom the token is for: the account, where nobody names another
 */
record GitHubToken(HttpDoor door, String url, Secret requestToken, String audience) implements SubjectToken {
    private static final Set<String> DOMAINS = Set.of("actions.githubusercontent.com");

    @Override
    public Secret get(Deadline deadline, List<Evidence> evidence) throws CredentialException, DoubtException {
        HttpCall call = new HttpCall(
                "GET",
                url + (url.contains("?") ? "&" : "?") + "audience="
                        + URLEncoder.encode(audience, StandardCharsets.UTF_8),
                new HostRule(DOMAINS, Set.of(host()), false),
                now -> Map.of("Authorization", "Bearer " + requestToken.reveal(), "Accept", "application/json"),
                new byte[0],
                null,
                ReplyRule.byStatus());
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, "GitHubIdToken", RequestIds.of(result), "GitHub Actions job"));
        if (result instanceof HttpFailure failure) {
            throw new DoubtException(Doubts.of(failure));
        }
        return read((HttpAnswer) result);
    }

    private String host() throws CredentialException {
        try {
            String host = new URI(url).getHost();
            if (host != null) {
                return host;
            }
        } catch (URISyntaxException e) {
            throw noUrl();
        }
        throw noUrl();
    }

    private static CredentialException noUrl() {
        return CredentialRequest.broken(FederatedVariables.GITHUB_URL + " is not a URL");
    }

    private static Secret read(HttpAnswer answer) throws CredentialException, DoubtException {
        if (answer.status() == 200) {
            try {
                JsonNode json = Json.read(answer.body());
                if (json.path("value").isTextual()) {
                    return CredentialRequest.token(
                            "the OIDC token of GitHub Actions",
                            new Secret(json.path("value").asText()));
                }
            } catch (StrangeJsonException e) {
                throw refused(answer);
            }
        }
        throw refused(answer);
    }

    /** Nothing of the body is shown: it may hold the token. */
    private static DoubtException refused(HttpAnswer answer) {
        return new DoubtException(
                Cause.AUTHENTICATION_REFUSED,
                String.valueOf(answer.status()),
                "GitHub Actions gave no OIDC token to exchange");
    }
}
