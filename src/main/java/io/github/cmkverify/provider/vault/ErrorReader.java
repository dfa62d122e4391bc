package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.http.ReplyRule.Disposition.FINAL;
import static io.github.cmkverify.http.ReplyRule.Disposition.REFUSED;
import static io.github.cmkverify.http.ReplyRule.Disposition.RETRY;
import static io.github.cmkverify.http.ReplyRule.Disposition.UNCLEAR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads answers other than 200. All errors of the server are {@code {"errors":[…]}}; an empty list with a 404 says that
 * there is nothing at this path, a filled one that there is no such mount or path (provider document vault, D).
 */
final class ErrorReader {
    private ErrorReader() {}

    /** Reads an answer with any status but 200. */
    static Reading read(HttpAnswer answer) {
        int status = answer.status();
        Optional<List<String>> errors = errors(answer);
        String said = errors.map(list -> String.join("; ", list)).orElse("not the server's own error");
        return switch (status) {
            case 400 -> badRequest(errors.isPresent(), said);
            case 403 -> forbidden(errors.isPresent(), said);
            case 404 -> notFound(errors, said);
            case 407 -> Reading.doubt(Cause.NETWORK_DENIED, status, said, UNCLEAR);
            case 429 -> Reading.doubt(Cause.THROTTLED, status, said, RETRY);
            // A replica that has not caught up yet.
            case 412 -> Reading.doubt(Cause.SERVICE_FAULT, status, said, RETRY);
            // Nodes that stand by or replicate for disaster recovery answer no questions about keys.
            case 472, 473 -> Reading.doubt(Cause.SERVICE_FAULT, status, "a standby node answered: " + said, RETRY);
            case 500, 502, 503, 504 -> Reading.doubt(Cause.SERVICE_FAULT, status, said, RETRY);
            default -> other(status, errors.isPresent(), said, answer);
        };
    }

    private static Reading badRequest(boolean own, String said) {
        if (own && mentions(said, "missing client token")) {
            return Reading.doubt(Cause.AUTHENTICATION_REFUSED, 400, said, REFUSED);
        }
        return Reading.doubt(own ? Cause.REQUEST_REFUSED : Cause.STRANGE_ANSWER, 400, said, UNCLEAR);
    }

    /** 'permission denied' alone is said to a token without the right, and by older servers to a wrong one as well. */
    private static Reading forbidden(boolean own, String said) {
        if (!own) {
            return Reading.doubt(Cause.NETWORK_DENIED, 403, said, UNCLEAR);
        }
        return mentions(said, "invalid token", "bad token", "token expired", "missing client token")
                ? Reading.doubt(Cause.AUTHENTICATION_REFUSED, 403, said, REFUSED)
                : Reading.doubt(Cause.ACCESS_DENIED, 403, said, UNCLEAR);
    }

    private static Reading notFound(Optional<List<String>> errors, String said) {
        if (errors.isPresent() && errors.get().isEmpty()) {
            return new Reading(new KeyAnswer.Missing("404", "", false), FINAL);
        }
        return Reading.doubt(Cause.WRONG_SERVICE, 404, said, UNCLEAR);
    }

    private static Reading other(int status, boolean own, String said, HttpAnswer answer) {
        if (status >= 300 && status < 400 && status != 304) {
            String target = answer.header("Location");
            return Reading.doubt(Cause.REDIRECTED, status, target == null ? "" : "to " + target, UNCLEAR);
        }
        if (status >= 500) {
            return Reading.doubt(Cause.SERVICE_FAULT, status, said, UNCLEAR);
        }
        return Reading.doubt(
                own && status >= 400 ? Cause.REQUEST_REFUSED : Cause.STRANGE_ANSWER, status, said, UNCLEAR);
    }

    private static boolean mentions(String said, String... texts) {
        String lower = said.toLowerCase(Locale.ROOT);
        return List.of(texts).stream().anyMatch(lower::contains);
    }

    /** The server's own list of errors, possibly an empty one; empty where the body is anything else. */
    private static Optional<List<String>> errors(HttpAnswer answer) {
        try {
            JsonNode body = Json.read(answer.body());
            ArrayNode list = body.isObject() && body.size() == 1 ? JsonFields.array(body, "errors") : null;
            if (list == null) {
                return Optional.empty();
            }
            List<String> errors = new ArrayList<>();
            for (JsonNode error : list) {
                if (!error.isTextual()) {
                    return Optional.empty();
                }
                errors.add(error.textValue().strip());
            }
            return Optional.of(errors);
        } catch (StrangeJsonException e) {
            return Optional.empty();
        }
    }
}
