package io.github.cmkverify.provider.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads answers to a login. Of an answer with a token nothing is ever shown. */
final class LoginReader {
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private LoginReader() {}

    /**
     * A token and how long it holds.
     *
     * @param validity zero where it has no end
     */
    record Granted(Secret token, Duration validity) {}

    /** What an answer means for the next attempt: none after any 4xx, because a secret id may be good for one use. */
    static Disposition judge(HttpAnswer answer) {
        try {
            read(answer);
            return Disposition.FINAL;
        } catch (DoubtException e) {
            if (e.doubt().cause() == Cause.AUTHENTICATION_REFUSED) {
                return Disposition.REFUSED;
            }
            return e.doubt().cause() == Cause.SERVICE_FAULT && answer.status() >= 500
                    ? Disposition.RETRY
                    : Disposition.UNCLEAR;
        }
    }

    /**
     * Reads an answer.
     *
     * @throws DoubtException if it holds no token
     */
    static Granted read(HttpAnswer answer) throws DoubtException {
        if (answer.status() != 200) {
            throw refused(answer.status(), ErrorReader.read(answer).answer());
        }
        try {
            ObjectNode auth = JsonFields.object(Json.read(answer.body()), "auth");
            String token = auth == null ? null : auth.path("client_token").textValue();
            if (auth == null || token == null || !SENDABLE.matcher(token).matches()) {
                throw new StrangeJsonException("no token that could be sent");
            }
            long seconds = Math.max(0, auth.path("lease_duration").asLong(0));
            return new Granted(new Secret(token), Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE)));
        } catch (StrangeJsonException e) {
            throw doubt(Cause.STRANGE_ANSWER, "200", String.valueOf(e.getMessage()));
        }
    }

    private static DoubtException refused(int status, KeyAnswer answer) {
        if (answer instanceof KeyAnswer.Undetermined doubt) {
            boolean credentials = doubt.cause() == Cause.REQUEST_REFUSED || doubt.cause() == Cause.ACCESS_DENIED;
            return doubt(
                    credentials ? Cause.AUTHENTICATION_REFUSED : doubt.cause(), String.valueOf(status), doubt.said());
        }
        return doubt(Cause.WRONG_SERVICE, String.valueOf(status), "no such auth method");
    }

    private static DoubtException doubt(Cause cause, String code, String said) {
        return new DoubtException(new KeyAnswer.Undetermined(cause, code, "the login: " + said));
    }
}
