package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Undetermined;

/**
 * What an answer other than 200 says. It is believed to be Google's only with Google's own words in it; a denial says
 * nothing of the key, because Google denies what does not exist, too (provider document gcp, B).
 */
final class Refusal {
    private static final int TOO_MANY = 429;

    private Refusal() {}

    /** What it means for the next attempt. */
    static Disposition disposition(HttpAnswer answer) {
        if (ReplyRule.TRANSIENT.contains(answer.status())) {
            return Disposition.RETRY;
        }
        String status = GoogleError.of(answer).status();
        return switch (status == null ? "" : status) {
            case "UNAUTHENTICATED" -> Disposition.REFUSED;
            case "PERMISSION_DENIED", "NOT_FOUND" -> Disposition.FINAL;
            default -> Disposition.UNCLEAR;
        };
    }

    /**
     * What it means for the key.
     *
     * @param resourceName what was asked for
     */
    static KeyAnswer read(String resourceName, HttpAnswer answer) {
        GoogleError error = GoogleError.of(answer);
        int http = answer.status();
        if (ReplyRule.TRANSIENT.contains(http)) {
            return doubt(http == TOO_MANY ? Cause.THROTTLED : Cause.SERVICE_FAULT, error);
        }
        if (error.status() == null) {
            return strange(http, error);
        }
        if (http >= 500) {
            return doubt(Cause.STRANGE_ANSWER, error);
        }
        return switch (error.status()) {
            case "NOT_FOUND" ->
                error.isAboutMissing(resourceName)
                        ? new KeyAnswer.Missing("NOT_FOUND", error.message(), false)
                        : doubt(Cause.POINTS_NOWHERE, error);
            case "PERMISSION_DENIED" -> doubt(denied(error), error);
            case "UNAUTHENTICATED" -> doubt(Cause.AUTHENTICATION_REFUSED, error);
            case "INVALID_ARGUMENT", "FAILED_PRECONDITION", "OUT_OF_RANGE" -> doubt(Cause.REQUEST_REFUSED, error);
            default -> doubt(Cause.STRANGE_ANSWER, error);
        };
    }

    private static Cause denied(GoogleError error) {
        if (error.message().contains("vpcServiceControlsUniqueIdentifier")) {
            return Cause.NETWORK_DENIED;
        }
        return "ACCESS_TOKEN_SCOPE_INSUFFICIENT".equals(error.reason())
                ? Cause.BROKEN_CREDENTIALS
                : Cause.ACCESS_DENIED;
    }

    private static Undetermined strange(int http, GoogleError error) {
        String seen = "HTTP " + http + " without an error of Google's";
        return new Undetermined(cause(http), null, error.message().isEmpty() ? seen : seen + ": " + error.message());
    }

    private static Cause cause(int http) {
        if (http >= 300 && http < 400) {
            return Cause.REDIRECTED;
        }
        return switch (http) {
            case 407, 511 -> Cause.NETWORK_DENIED;
            case 404, 405, 501 -> Cause.WRONG_SERVICE;
            default -> Cause.STRANGE_ANSWER;
        };
    }

    private static Undetermined doubt(Cause cause, GoogleError error) {
        return new Undetermined(cause, error.word(), error.message());
    }
}
