package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerText;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer of a token service comes to: Microsoft Entra, or the metadata of a machine. */
sealed interface TokenReply {
    /** What follows for the next attempt. */
    Disposition disposition();

    /** A token and its end. */
    record Granted(Secret token, Instant end) implements TokenReply {
        @Override
        public Disposition disposition() {
            return Disposition.FINAL;
        }
    }

    /** None. Of the body, only the fields that describe an error are kept; a token may be anywhere else. */
    record Denied(Cause cause, String said, Disposition disposition) implements TokenReply {}

    /** What can stand in a header. */
    Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,32768}");

    /** Seconds, as a number or as text. */
    Pattern SECONDS = Pattern.compile("\\d{1,10}");

    /** The errors of OAuth 2 and Entra that mean who asks, and not what is asked for. */
    Set<String> REFUSALS =
            Set.of("invalid_client", "unauthorized_client", "invalid_grant", "access_denied", "interaction_required");

    /** Longer is not believed. */
    Duration LONGEST = Duration.ofDays(1);

    /** Reads an answer. */
    static TokenReply of(HttpAnswer answer, Instant now) {
        try {
            JsonNode body = Json.read(answer.body());
            return answer.status() == 200 ? granted(body, now) : denied(answer.status(), body);
        } catch (StrangeJsonException e) {
            return foreign(answer.status(), "no token, but HTTP " + answer.status() + ": " + e.getMessage());
        }
    }

    /** Reads a body that says that it holds a token. */
    static TokenReply granted(JsonNode body, Instant now) {
        JsonNode token = body.path("access_token");
        if (!token.isTextual() || !SENDABLE.matcher(token.textValue()).matches()) {
            return strange("no access_token that could be sent");
        }
        if (!body.path("token_type").asText("").equalsIgnoreCase("Bearer")) {
            return strange("token_type is not Bearer");
        }
        return granted(token.textValue(), end(body, now), now);
    }

    /** A token with the end that was found for it. */
    static TokenReply granted(String token, Instant end, Instant now) {
        if (!end.isAfter(now)) {
            return strange("a token that has ended, or does not say when it ends");
        }
        Instant latest = now.plus(LONGEST);
        return new Granted(new Secret(token), end.isAfter(latest) ? latest : end);
    }

    private static Instant end(JsonNode body, Instant now) {
        String in = seconds(body, "expires_in");
        if (!in.isEmpty()) {
            return now.plusSeconds(Long.parseLong(in));
        }
        String on = seconds(body, "expires_on");
        return on.isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(on));
    }

    /** The seconds in a field; empty where it holds none. */
    static String seconds(JsonNode body, String field) {
        String text = JsonFields.text(body, field);
        return text != null && SECONDS.matcher(text).matches() ? text : "";
    }

    private static TokenReply denied(int status, JsonNode body) {
        String error = text(body, "error");
        String words = text(body, "error_description") + text(body, "message");
        if (error.isEmpty() && words.isEmpty()) {
            return foreign(status, "no token, but HTTP " + status);
        }
        String said = ServerText.cut((error + ": " + words).lines().findFirst().orElse(""));
        if (status == 429) {
            return new Denied(Cause.THROTTLED, said, Disposition.RETRY);
        }
        if (ReplyRule.TRANSIENT.contains(status) || error.equals("temporarily_unavailable")) {
            return new Denied(Cause.SERVICE_FAULT, said, Disposition.RETRY);
        }
        // The tenant does not exist (AADSTS90002), or is of another cloud (AADSTS900382).
        if (words.contains("AADSTS90002") || words.contains("AADSTS900382")) {
            return new Denied(Cause.ACCOUNT_UNKNOWN, said, Disposition.UNCLEAR);
        }
        return status == 401 || REFUSALS.contains(error)
                ? new Denied(Cause.AUTHENTICATION_REFUSED, said, Disposition.REFUSED)
                : new Denied(Cause.REQUEST_REFUSED, said, Disposition.UNCLEAR);
    }

    private static TokenReply foreign(int status, String said) {
        if (ReplyRule.TRANSIENT.contains(status)) {
            return new Denied(
                    status == 429 ? Cause.THROTTLED : Cause.SERVICE_FAULT, "HTTP " + status, Disposition.RETRY);
        }
        if (status >= 300 && status < 400) {
            return new Denied(Cause.REDIRECTED, "HTTP " + status, Disposition.UNCLEAR);
        }
        return status == 407 || status == 511
                ? new Denied(Cause.NETWORK_DENIED, "HTTP " + status, Disposition.UNCLEAR)
                : strange(said);
    }

    private static TokenReply strange(String what) {
        return new Denied(Cause.STRANGE_ANSWER, ServerText.cut(what), Disposition.UNCLEAR);
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
