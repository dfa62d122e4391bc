package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.ServerText;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the token endpoint comes to. Of its body, only the fields {@code error} and
 * {@code error_description} are ever shown; a token may be anywhere else.
 */
sealed interface TokenReply {
    /** What follows for the next attempt. */
    Disposition disposition();

    /** A token and how long it holds. */
    record Granted(String token, Duration validity) implements TokenReply {
        @Override
        public Disposition disposition() {
            return Disposition.FINAL;
        }

        @Override
        public String toString() {
            return "Granted (secret)";
        }
    }

    /** None. */
    record Denied(KeyAnswer.Undetermined doubt, Disposition disposition) implements TokenReply {}

    /** Where the answer does not say: the documented hour (provider document databricks, 3.1). */
    Duration USUAL = Duration.ofHours(1);

    /** Longer is not believed. */
    Duration LONGEST = Duration.ofDays(1);

    /** What can stand in a header. */
    Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    /** Reads an answer. */
    static TokenReply of(HttpAnswer answer) {
        int status = answer.status();
        if (status == 200) {
            return ofBody(answer);
        }
        if (status < 400) {
            ApiReply.Doubtful redirect = Redirects.read(answer);
            return new Denied(redirect.doubt(), redirect.disposition());
        }
        ErrorText error = ErrorText.of(answer);
        if (status == 429 || error.isThrottling()) {
            return denied(Cause.THROTTLED, Disposition.RETRY, answer);
        }
        if (ReplyRule.TRANSIENT.contains(status) || error.isPassingFault()) {
            return denied(Cause.SERVICE_FAULT, Disposition.RETRY, answer);
        }
        if (status >= 500) {
            return denied(Cause.SERVICE_FAULT, Disposition.UNCLEAR, answer);
        }
        return switch (status) {
            case 400, 401 ->
                error.form() == ErrorText.Form.FOREIGN && status == 400
                        ? denied(Cause.STRANGE_ANSWER, Disposition.UNCLEAR, answer)
                        : denied(Cause.AUTHENTICATION_REFUSED, Disposition.REFUSED, answer);
            case 403 ->
                error.isAboutTheNetwork() || !error.isOfTheService()
                        ? denied(Cause.NETWORK_DENIED, Disposition.UNCLEAR, answer)
                        : denied(Cause.AUTHENTICATION_REFUSED, Disposition.REFUSED, answer);
            case 404 ->
                error.isAboutTheAccount()
                        ? denied(Cause.ACCOUNT_UNKNOWN, Disposition.UNCLEAR, answer)
                        : denied(Cause.WRONG_SERVICE, Disposition.UNCLEAR, answer);
            case 407 -> denied(Cause.NETWORK_DENIED, Disposition.UNCLEAR, answer);
            default -> denied(Cause.REQUEST_REFUSED, Disposition.UNCLEAR, answer);
        };
    }

    private static TokenReply ofBody(HttpAnswer answer) {
        try {
            JsonNode json = Json.read(answer.body());
            if (!json.isObject()) {
                return strange("not an object");
            }
            JsonNode token = json.path("access_token");
            if (!token.isTextual() || !SENDABLE.matcher(token.asText()).matches()) {
                return strange("no access_token that could be sent");
            }
            if (!json.path("token_type").asText("").equalsIgnoreCase("Bearer")) {
                return strange("token_type is not Bearer");
            }
            Long seconds = Fields.number(json, "expires_in");
            if (seconds != null && seconds <= 0) {
                return strange("a token that has expired");
            }
            return new Granted(token.asText(), validity(seconds));
        } catch (StrangeJsonException e) {
            return strange("" + e.getMessage());
        }
    }

    private static Duration validity(@Nullable Long seconds) {
        return seconds == null ? USUAL : Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }

    private static TokenReply strange(String what) {
        return new Denied(
                new KeyAnswer.Undetermined(
                        Cause.STRANGE_ANSWER, "200", "the answer of the token endpoint: " + ServerText.cut(what)),
                Disposition.UNCLEAR);
    }

    private static TokenReply denied(Cause cause, Disposition disposition, HttpAnswer answer) {
        String code = String.valueOf(answer.status());
        String said = "";
        try {
            JsonNode json = Json.read(answer.body());
            code = json.path("error").asText(code);
            said = json.path("error_description").asText("");
        } catch (StrangeJsonException e) {
            said = "no JSON";
        }
        return new Denied(
                new KeyAnswer.Undetermined(cause, ServerText.cut(code), ServerText.cut("the token endpoint: " + said)),
                disposition);
    }
}
