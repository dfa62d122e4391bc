package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HeaderSource;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The account's OAuth token endpoint, {@code POST /oidc/accounts/{account}/v1/token} (provider document databricks,
 * 3.1).
 */
record TokenEndpoint(HttpDoor door, AccountEndpoint endpoint, String accountId) {
    private static final String SCOPE = "all-apis";

    /** OAuth machine-to-machine. */
    TokenReply.Granted grant(Credentials.Client client, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        Secret basic = new Secret(Base64.getEncoder()
                .encodeToString(
                        (client.clientId() + ":" + client.clientSecret().reveal()).getBytes(StandardCharsets.UTF_8)));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", SCOPE);
        return send(form, basic, client.identity(), List.of(client.clientSecret(), basic), deadline, evidence);
    }

    /** The exchange of somebody else's token. */
    TokenReply.Granted exchange(
            Credentials.Federated federated, Secret subject, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        form.put("subject_token_type", "urn:ietf:params:oauth:token-type:jwt");
        form.put("subject_token", subject.reveal());
        form.put("scope", SCOPE);
        if (federated.clientId() != null) {
            form.put("client_id", federated.clientId());
        }
        return send(form, null, federated.identity(), List.of(subject), deadline, evidence);
    }

    private TokenReply.Granted send(
            Map<String, String> form,
            @Nullable Secret basic,
            String identity,
            List<Secret> secrets,
            Deadline deadline,
            List<Evidence> evidence)
            throws DoubtException {
        HttpCall call = new HttpCall(
                "POST",
                endpoint.host().url() + "/oidc/accounts/" + accountId + "/v1/token",
                endpoint.rule(),
                HeaderSource.always(headers(basic)),
                encoded(form),
                "databricks login to account " + accountId + " at "
                        + endpoint.host().url() + " with " + identity,
                answer -> TokenReply.of(answer).disposition());
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, "Token", RequestIds.of(result), identity));
        if (result instanceof HttpAnswer answer) {
            return granted(TokenReply.of(answer), secrets);
        }
        throw new DoubtException(Doubts.of((HttpFailure) result));
    }

    /** A login that was refused, or answered by something else, is not tried again in this build. */
    private TokenReply.Granted granted(TokenReply reply, List<Secret> secrets) throws DoubtException {
        if (reply instanceof TokenReply.Granted granted) {
            return granted;
        }
        TokenReply.Denied denied = (TokenReply.Denied) reply;
        throw new DoubtException(Texts.hide(denied.doubt(), secrets), denied.disposition() != Disposition.RETRY);
    }

    private static Map<String, String> headers(@Nullable Secret basic) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        if (basic != null) {
            headers.put("Authorization", "Basic " + basic.reveal());
        }
        return headers;
    }

    private static byte[] encoded(Map<String, String> form) {
        StringJoiner fields = new StringJoiner("&");
        for (Map.Entry<String, String> field : form.entrySet()) {
            fields.add(field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8));
        }
        return fields.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
