package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerText;
import java.util.List;

/** What an answer of the account API comes to, before anybody looks for a key in it. */
sealed interface ApiReply {
    /** What follows for the next attempt. */
    Disposition disposition();

    /** The same without a secret, should the service echo it in its words. */
    ApiReply hiding(Secret secret);

    /** 200 with strict JSON, of whatever kind. */
    record Answered(JsonNode json) implements ApiReply {
        @Override
        public ApiReply hiding(Secret secret) {
            return this;
        }

        @Override
        public Disposition disposition() {
            boolean evident = json.isArray()
                    || json.path("customer_managed_key_id").isTextual()
                    || json.path("customer_managed_keys").isArray();
            return evident ? Disposition.FINAL : Disposition.UNCLEAR;
        }
    }

    /** The service's own statement that there is no such resource, and not that there is no such account or address. */
    record Absent(String code, String said) implements ApiReply {
        @Override
        public ApiReply hiding(Secret secret) {
            return new Absent(code, Texts.hide(said, List.of(secret)));
        }

        @Override
        public Disposition disposition() {
            return Disposition.FINAL;
        }
    }

    /** Anything else. */
    record Doubtful(KeyAnswer.Undetermined doubt, Disposition disposition) implements ApiReply {
        @Override
        public ApiReply hiding(Secret secret) {
            return new Doubtful(Texts.hide(doubt, List.of(secret)), disposition);
        }
    }

    /** Reads an answer; the statuses, codes and texts are those of the provider document databricks, 4.1. */
    static ApiReply of(HttpAnswer answer) {
        int status = answer.status();
        if (status == 200) {
            return ofBody(answer);
        }
        if (status < 400) {
            return Redirects.read(answer);
        }
        ErrorText error = ErrorText.of(answer);
        if (status == 401) {
            return doubt(Cause.AUTHENTICATION_REFUSED, Disposition.REFUSED, status, error);
        }
        if (status == 429 || error.isThrottling()) {
            return doubt(Cause.THROTTLED, Disposition.RETRY, status, error);
        }
        if (ReplyRule.TRANSIENT.contains(status) || error.isPassingFault()) {
            return doubt(Cause.SERVICE_FAULT, Disposition.RETRY, status, error);
        }
        if (status >= 500) {
            return doubt(Cause.SERVICE_FAULT, Disposition.UNCLEAR, status, error);
        }
        return switch (status) {
            case 403 -> forbidden(error);
            case 404 -> notFound(error);
            case 407 -> doubt(Cause.NETWORK_DENIED, Disposition.UNCLEAR, status, error);
            default ->
                error.isOfTheService()
                        ? doubt(Cause.REQUEST_REFUSED, Disposition.UNCLEAR, status, error)
                        : doubt(Cause.STRANGE_ANSWER, Disposition.UNCLEAR, status, error);
        };
    }

    private static ApiReply ofBody(HttpAnswer answer) {
        try {
            return new Answered(Json.read(answer.body()));
        } catch (StrangeJsonException e) {
            ErrorText text = ErrorText.of(answer);
            String page = text.form() == ErrorText.Form.FOREIGN ? ": " + text.message() : "";
            return new Doubtful(
                    new KeyAnswer.Undetermined(
                            Cause.STRANGE_ANSWER, null, ServerText.cut("no JSON (" + e.getMessage() + ")" + page)),
                    Disposition.UNCLEAR);
        }
    }

    private static ApiReply forbidden(ErrorText error) {
        if (error.isAboutTheNetwork() || !error.isOfTheService()) {
            return doubt(Cause.NETWORK_DENIED, Disposition.UNCLEAR, 403, error);
        }
        return error.isAboutAuthentication()
                ? doubt(Cause.AUTHENTICATION_REFUSED, Disposition.REFUSED, 403, error)
                : doubt(Cause.ACCESS_DENIED, Disposition.FINAL, 403, error);
    }

    private static ApiReply notFound(ErrorText error) {
        if (error.isAboutAnAbsentResource()) {
            return new Absent(error.code(), error.message());
        }
        return error.isAboutTheAccount()
                ? doubt(Cause.ACCOUNT_UNKNOWN, Disposition.UNCLEAR, 404, error)
                : doubt(Cause.WRONG_SERVICE, Disposition.UNCLEAR, 404, error);
    }

    private static ApiReply doubt(Cause cause, Disposition disposition, int status, ErrorText error) {
        return new Doubtful(
                new KeyAnswer.Undetermined(cause, error.codeOr(String.valueOf(status)), error.message()), disposition);
    }
}
