package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to {@code DescribeKey} says. Errors are read by their code; the status alone never says anything of
 * the key (provider document aws, A.2).
 */
final class DescribeKeyAnswer {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    /** 400 is what the model of KMS says; 404 is taken with KMS's own code, too. */
    private static final Set<Integer> NOT_FOUND = Set.of(400, 404);

    private DescribeKeyAnswer() {}

    /** What it means for the next attempt. */
    static Disposition disposition(AwsKey key, HttpAnswer answer) {
        if (answer.status() == OK) {
            return understood(key, answer) ? Disposition.FINAL : Disposition.UNCLEAR;
        }
        AwsError error = AwsError.of(answer);
        return switch (kind(answer, error)) {
            case THROTTLED, FAULT -> Disposition.RETRY;
            case AUTHENTICATION -> Disposition.REFUSED;
            case NOT_FOUND, DENIED -> error.ofKms() ? Disposition.FINAL : Disposition.UNCLEAR;
            case REQUEST, OPERATION, UNKNOWN -> Disposition.UNCLEAR;
        };
    }

    /** What it means for the key. */
    static KeyAnswer read(AwsKey key, HttpAnswer answer) {
        AwsError error = AwsError.of(answer);
        if (answer.status() != OK) {
            return error(key, answer, error);
        }
        if (error.code() != null) {
            return new Undetermined(Cause.STRANGE_ANSWER, error.code(), "HTTP 200 with an error in it");
        }
        try {
            return KeyMetadata.read(key, answer.body());
        } catch (StrangeJsonException e) {
            return new Undetermined(Cause.STRANGE_ANSWER, null, "HTTP 200: " + e.getMessage());
        }
    }

    private static boolean understood(AwsKey key, HttpAnswer answer) {
        return !(read(key, answer) instanceof Undetermined doubt && doubt.cause() == Cause.STRANGE_ANSWER);
    }

    private static KeyAnswer error(AwsKey key, HttpAnswer answer, AwsError error) {
        return switch (kind(answer, error)) {
            case NOT_FOUND -> notFound(key, answer, error);
            case REQUEST -> doubt(Cause.REQUEST_REFUSED, error);
            case OPERATION -> doubt(Cause.WRONG_SERVICE, error);
            case DENIED -> doubt(Cause.ACCESS_DENIED, error);
            case THROTTLED -> doubt(Cause.THROTTLED, error);
            case FAULT -> doubt(Cause.SERVICE_FAULT, error);
            case AUTHENTICATION -> doubt(Cause.AUTHENTICATION_REFUSED, error);
            case UNKNOWN -> strange(answer, error);
        };
    }

    private static KeyAnswer notFound(AwsKey key, HttpAnswer answer, AwsError error) {
        String code = error.code();
        if (code == null || !error.ofKms() || !NOT_FOUND.contains(answer.status())) {
            return strange(answer, error);
        }
        if (error.isInvalidArn()) {
            return doubt(Cause.WRONG_REGION, error);
        }
        return error.isAboutAnother(key)
                ? doubt(Cause.OTHER_KEY, error)
                : new KeyAnswer.Missing(code, error.message(), false);
    }

    /** What the error is about; a code that its status contradicts says nothing, and transient statuses are enough. */
    private static AwsError.Kind kind(HttpAnswer answer, AwsError error) {
        AwsError.Kind kind = error.kind();
        if (answer.status() == TOO_MANY || kind == AwsError.Kind.THROTTLED) {
            return AwsError.Kind.THROTTLED;
        }
        if (ReplyRule.TRANSIENT.contains(answer.status()) || kind == AwsError.Kind.FAULT) {
            return AwsError.Kind.FAULT;
        }
        return answer.status() >= 400 && answer.status() < 500 ? kind : AwsError.Kind.UNKNOWN;
    }

    private static Undetermined strange(HttpAnswer answer, AwsError error) {
        int status = answer.status();
        String seen = "HTTP " + status + (error.code() == null ? " without an error code of AWS" : "");
        return new Undetermined(
                unexpected(status, error.code()),
                error.code(),
                error.message().isEmpty() ? seen : seen + ": " + error.message());
    }

    private static Cause unexpected(int status, @Nullable String code) {
        if (status >= 300 && status < 400) {
            return Cause.REDIRECTED;
        }
        return switch (status) {
            case 407, 511 -> Cause.NETWORK_DENIED;
            case 404, 405, 501 -> code == null ? Cause.WRONG_SERVICE : Cause.STRANGE_ANSWER;
            default -> Cause.STRANGE_ANSWER;
        };
    }

    private static Undetermined doubt(Cause cause, AwsError error) {
        return new Undetermined(cause, error.code(), error.message());
    }
}
