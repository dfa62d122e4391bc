package io.github.cmkverify.provider.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a server with a token (provider document vault, D).
 *
 * @param door the one way out
 * @param endpoint the server
 * @param identity who asks
 * @param token what is shown
 */
record VaultApi(HttpDoor door, VaultEndpoint endpoint, String identity, Secret token) {
    private static final int LONGEST_REQUEST_ID = 100;
    private static final String TRANSIT = "transit";

    /** Asks about a key. That it is missing is believed once the server says that the mount is a transit engine. */
    KeyAnswer read(VaultKey key, Deadline deadline, List<Evidence> evidence) {
        KeyReader reader = new KeyReader(key.name());
        HttpResult result =
                get(key.path(), "ReadKey", answer -> reader.read(answer).disposition(), deadline, evidence);
        if (result instanceof HttpFailure failure) {
            return Doubts.of(failure);
        }
        KeyAnswer answer = hidden(reader.read((HttpAnswer) result).answer());
        return answer instanceof KeyAnswer.Missing missing ? confirmed(missing, key, deadline, evidence) : answer;
    }

    /** Other engines, such as the first version of key/value, answer alike for a path that holds nothing. */
    private KeyAnswer confirmed(KeyAnswer.Missing missing, VaultKey key, Deadline deadline, List<Evidence> evidence) {
        HttpResult result = get(
                "sys/internal/ui/mounts/" + key.mount(),
                "ReadMount",
                answer -> mount(answer, key).disposition(),
                deadline,
                evidence);
        if (result instanceof HttpFailure failure) {
            return Doubts.of(failure);
        }
        Reading reading = mount((HttpAnswer) result, key);
        return reading.answer() instanceof KeyAnswer.Missing ? missing : hidden(reading.answer());
    }

    private static Reading mount(HttpAnswer answer, VaultKey key) {
        if (answer.status() != 200) {
            Reading reading = ErrorReader.read(answer);
            return reading.answer() instanceof KeyAnswer.Missing
                    ? Reading.doubt(
                            Cause.WRONG_SERVICE, 404, "nothing known of mount " + key.mount(), Disposition.UNCLEAR)
                    : reading;
        }
        try {
            ObjectNode data = JsonFields.object(Json.read(answer.body()), "data");
            JsonNode type = data == null ? null : data.get("type");
            JsonNode path = data == null ? null : data.get("path");
            if (type == null || path == null || !type.isTextual() || !path.isTextual()) {
                return Reading.strange("the mount: no type and path");
            }
            // In a namespace that the mount names, the path is the one within the namespace.
            boolean itself =
                    path.textValue().length() > 1 && ("/" + key.mount() + "/").endsWith("/" + path.textValue());
            return itself && type.textValue().equals(TRANSIT)
                    ? new Reading(new KeyAnswer.Missing("404", "", false), Disposition.FINAL)
                    : Reading.doubt(
                            Cause.WRONG_SERVICE,
                            404,
                            "mount " + path.textValue() + " is of type " + type.textValue() + ", not " + TRANSIT,
                            Disposition.FINAL);
        } catch (StrangeJsonException e) {
            return Reading.strange("the mount: " + e.getMessage());
        }
    }

    private HttpResult get(String path, String operation, ReplyRule rule, Deadline deadline, List<Evidence> evidence) {
        HttpCall call = new HttpCall(
                "GET",
                endpoint.address().url() + "/v1/" + path,
                endpoint.hosts(),
                now -> headers(endpoint, token),
                new byte[0],
                "vault " + scope(endpoint, identity),
                rule);
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, operation, requestId(result), identity));
        return result;
    }

    /** The headers of every request; {@code X-Vault-Request} is what agents in front of a server ask for. */
    static Map<String, String> headers(VaultEndpoint endpoint, @Nullable Secret token) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json", "X-Vault-Request", "true"));
        if (endpoint.namespace() != null) {
            headers.put("X-Vault-Namespace", endpoint.namespace() + "/");
        }
        if (token != null) {
            headers.put("X-Vault-Token", token.reveal());
        }
        return headers;
    }

    /** Who asks whom, as far as it makes another question. */
    static String scope(VaultEndpoint endpoint, String identity) {
        return endpoint.address().url() + " in namespace " + endpoint.namespace() + " with " + identity;
    }

    /** The server's id of the request, which stands in the body of a success. */
    static @Nullable String requestId(HttpResult result) {
        if (!(result instanceof HttpAnswer answer) || answer.status() != 200) {
            return null;
        }
        try {
            String id = Json.read(answer.body()).path("request_id").textValue();
            return id == null || id.length() <= LONGEST_REQUEST_ID ? id : id.substring(0, LONGEST_REQUEST_ID);
        } catch (StrangeJsonException e) {
            return null;
        }
    }

    /** The answer without the token, should a server echo it. */
    private KeyAnswer hidden(KeyAnswer answer) {
        return answer instanceof KeyAnswer.Undetermined doubt
                ? new KeyAnswer.Undetermined(
                        doubt.cause(), doubt.code(), doubt.said().replace(token.reveal(), "(secret)"))
                : answer;
    }
}
