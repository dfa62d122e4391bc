package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The questions about one key, with one token.
 *
 * @param evidence takes each request
 */
record Questions(HttpDoor door, GcpEndpoint endpoint, GcpToken who, Deadline deadline, List<Evidence> evidence) {
    private static final int OK = 200;

    /**
     * Asks one.
     *
     * @param operation Google's name of it
     * @param resourceName what a refusal must be about to mean that it is missing
     * @param more what follows the name in the path
     * @throws AnsweredException if the answer is anything but 200 with an object
     */
    JsonNode ask(String operation, String resourceName, String more) throws AnsweredException {
        HttpResult result = door.send(
                new HttpCall(
                        "GET",
                        endpoint.url() + "/v1/" + resourceName + more,
                        endpoint.hosts(),
                        now -> who.headers(),
                        new byte[0],
                        who.shown() + " (" + who.fingerprint() + ") at " + endpoint.url(),
                        Questions::disposition),
                deadline);
        evidence.add(Evidences.of(result, operation, null, who.shown()));
        if (result instanceof HttpFailure failure) {
            throw new AnsweredException(Doubts.of(failure));
        }
        HttpAnswer answer = (HttpAnswer) result;
        if (answer.status() != OK) {
            throw new AnsweredException(Refusal.read(resourceName, withoutToken(answer)));
        }
        try {
            Fields fields = Fields.of(Json.read(answer.body()), "the answer");
            if (fields.object().hasNonNull("error")) {
                throw new StrangeJsonException("an error with the status of a success");
            }
            return fields.object();
        } catch (StrangeJsonException e) {
            throw strange(e);
        }
    }

    /** The answer without the token, should the server say it back. */
    private HttpAnswer withoutToken(HttpAnswer answer) {
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        byte[] hidden = body.replace(who.value().reveal(), "(secret)").getBytes(StandardCharsets.ISO_8859_1);
        return new HttpAnswer(answer.status(), answer.headers(), hidden, answer.trace());
    }

    /** What it means that an answer cannot be read. */
    static AnsweredException strange(StrangeJsonException e) {
        return new AnsweredException(Cause.STRANGE_ANSWER, "HTTP 200: " + e.getMessage());
    }

    private static Disposition disposition(HttpAnswer answer) {
        if (answer.status() != OK) {
            return Refusal.disposition(answer);
        }
        try {
            Fields.of(Json.read(answer.body()), "the answer").required("name");
            return Disposition.FINAL;
        } catch (StrangeJsonException e) {
            return Disposition.UNCLEAR;
        }
    }
}
