package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HeaderSource;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.Secret;
import java.util.List;
import java.util.Map;

/**
 * The questions to an account's API: {@code GET /api/2.0/accounts/{account}/customer-managed-keys} with and without an id,
 * and {@code …/workspaces} (provider document databricks, 1.2 and 1.3).
 *
 * @param door the one way out
 * @param endpoint where the account is asked
 * @param accountId the account
 * @param identity who asks
 * @param token what is shown
 */
record AccountApi(HttpDoor door, AccountEndpoint endpoint, String accountId, String identity, Secret token) {
    private static final String KEYS = "/customer-managed-keys";

    /** Asks for one configuration. */
    ApiReply get(String keyId, Deadline deadline, List<Evidence> evidence) {
        return send(KEYS + "/" + keyId, "GetCustomerManagedKey", deadline, evidence);
    }

    /** Asks for all configurations of the account. */
    ApiReply list(Deadline deadline, List<Evidence> evidence) {
        return send(KEYS, "ListCustomerManagedKeys", deadline, evidence);
    }

    /**
     * Asks for all workspaces of the account, once: the answer decides nothing, so that neither a fault is worth another
     * attempt nor a refusal held against who asks for keys.
     */
    ApiReply workspaces(Deadline deadline, List<Evidence> evidence) {
        return send(
                "/workspaces",
                "ListWorkspaces",
                "databricks workspaces of " + scope(),
                answer -> Disposition.UNCLEAR,
                deadline,
                evidence);
    }

    /** Who asks whom, as far as it makes another question. */
    String scope() {
        return "account " + accountId + " at " + endpoint.host().url() + " for " + identity;
    }

    private ApiReply send(String path, String operation, Deadline deadline, List<Evidence> evidence) {
        return send(
                path,
                operation,
                "databricks " + scope(),
                answer -> ApiReply.of(answer).disposition(),
                deadline,
                evidence);
    }

    private ApiReply send(
            String path, String operation, String gate, ReplyRule rule, Deadline deadline, List<Evidence> evidence) {
        HttpCall call = new HttpCall(
                "GET",
                endpoint.host().url() + "/api/2.0/accounts/" + accountId + path,
                endpoint.rule(),
                HeaderSource.always(Map.of("Authorization", "Bearer " + token.reveal(), "Accept", "application/json")),
                new byte[0],
                gate,
                rule);
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, operation, RequestIds.of(result), identity));
        if (result instanceof HttpAnswer answer) {
            return ApiReply.of(answer).hiding(token);
        }
        return new ApiReply.Doubtful(Doubts.of((HttpFailure) result), Disposition.UNCLEAR);
    }
}
