package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.http.ReplyRule.Disposition.FINAL;
import static io.github.cmkverify.http.ReplyRule.Disposition.REFUSED;
import static io.github.cmkverify.http.ReplyRule.Disposition.RETRY;
import static io.github.cmkverify.http.ReplyRule.Disposition.UNCLEAR;

import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads answers other than 200. A statement about the key needs the service's own code together with the status that is
 * documented for it (provider document huawei, 2); anything else leaves the key undetermined.
 */
final class ErrorReader {
    private static final Set<String> UNAUTHENTICATED = Set.of("KMS.0301", "KMS.0302", "KMS.0303", "KMS.0304");
    private static final Set<String> TRANSIENT =
            Set.of("KMS.0100", "KMS.0101", "KMS.0102", "KMS.0103", "KMS.0104", "KMS.0105", "KMS.5012", "KMS.5021");

    /** Codes with their documented statuses, and what they mean for who asks. */
    private static final Map<String, Cause> BY_STATUS_AND_CODE = Map.ofEntries(
            Map.entry("403 KMS.0305", Cause.ACCOUNT_UNKNOWN),
            Map.entry("403 KMS.0321", Cause.ACCOUNT_UNKNOWN),
            Map.entry("403 KMS.0306", Cause.ACCESS_DENIED),
            Map.entry("403 KMS.0307", Cause.ACCESS_DENIED),
            Map.entry("403 KMS.0314", Cause.ACCESS_DENIED),
            Map.entry("403 KMS.0322", Cause.ACCESS_DENIED),
            Map.entry("403 KMS.0326", Cause.ACCESS_DENIED),
            Map.entry("403 KMS.0330", Cause.ACCESS_DENIED),
            Map.entry("400 KMS.0327", Cause.ACCESS_DENIED));

    /** 'KMS frozen, renew' and 'resource frozen': the provider itself says that its keys cannot be used. */
    private static final Set<String> FROZEN = Set.of("403 KMS.0328", "400 KMS.0320");

    private ErrorReader() {}

    /**
     * Reads an answer.
     *
     * @param status any but 200
     * @param error the error in its body, if there is one that can be understood
     * @param bodySaid what the body is, where it holds no such error
     */
    static Reading read(int status, Optional<ServiceError> error, String bodySaid) {
        return error.isPresent() ? understood(status, error.get()) : bare(status, bodySaid);
    }

    private static Reading bare(int status, String bodySaid) {
        String said = "HTTP " + status + ", " + bodySaid;
        if (status == 401) {
            return Reading.doubt(Cause.AUTHENTICATION_REFUSED, null, said, REFUSED);
        }
        if (ReplyRule.TRANSIENT.contains(status)) {
            return Reading.doubt(transientCause(status), null, said, RETRY);
        }
        return Reading.doubt(fromElsewhere(status), null, said, UNCLEAR);
    }

    private static Reading understood(int status, ServiceError error) {
        if (status == 401 || (isClientError(status) && isUnauthenticated(error))) {
            Cause cause = isAddressRefused(error) ? Cause.NETWORK_DENIED : Cause.AUTHENTICATION_REFUSED;
            return doubt(cause, error, REFUSED);
        }
        if (ReplyRule.TRANSIENT.contains(status) || (status >= 400 && isTransient(error))) {
            Cause cause = error.isOfGateway("0308") ? Cause.THROTTLED : transientCause(status);
            return doubt(cause, error, RETRY);
        }
        if (!isClientError(status)) {
            return doubt(fromElsewhere(status), error, UNCLEAR);
        }
        String statusAndCode = status + " " + error.code();
        if (statusAndCode.equals("404 KMS.0207") || statusAndCode.equals("400 KMS.0205")) {
            return new Reading(new KeyAnswer.Missing(error.code(), error.message(), status == 400), FINAL);
        }
        if (FROZEN.contains(statusAndCode)) {
            KeyFacts facts = KeyFacts.of(KeyState.UNAVAILABLE, error.code()).build();
            return new Reading(new KeyAnswer.Described(facts), FINAL);
        }
        Cause cause = BY_STATUS_AND_CODE.getOrDefault(statusAndCode, otherwise(status, error));
        return doubt(cause, error, error.isOfKms() ? FINAL : UNCLEAR);
    }

    private static Cause otherwise(int status, ServiceError error) {
        if (status == 403) {
            if (isAddressRefused(error)) {
                return Cause.NETWORK_DENIED;
            }
            return error.isOfGateway("0310") ? Cause.ACCOUNT_UNKNOWN : Cause.ACCESS_DENIED;
        }
        return status == 404 && !error.isOfKms() ? Cause.WRONG_SERVICE : Cause.REQUEST_REFUSED;
    }

    /** What a status means that nothing of the documented service explains. */
    private static Cause fromElsewhere(int status) {
        if (status == 404) {
            return Cause.WRONG_SERVICE;
        }
        if (status >= 300 && status < 400 && status != 304) {
            return Cause.REDIRECTED;
        }
        return status >= 500 ? Cause.SERVICE_FAULT : Cause.STRANGE_ANSWER;
    }

    private static Cause transientCause(int status) {
        return status == 429 ? Cause.THROTTLED : Cause.SERVICE_FAULT;
    }

    /** 0301 and its kin; an access key that is locked after five refusals says so in words alone. */
    private static boolean isUnauthenticated(ServiceError error) {
        return UNAUTHENTICATED.contains(error.code())
                || error.isOfGateway("0301", "0303", "0305", "0307")
                || error.message().contains("AK access failed to reach the limit");
    }

    private static boolean isTransient(ServiceError error) {
        return TRANSIENT.contains(error.code()) || error.isOfGateway("0308");
    }

    private static boolean isClientError(int status) {
        return status >= 400 && status < 500;
    }

    /** The access control of an account keeps addresses out with a 401 of its own: {@code current ip:… refused}. */
    private static boolean isAddressRefused(ServiceError error) {
        return error.isOfGateway("0401", "0402")
                || (error.message().contains("current ip") && error.message().contains("refused"));
    }

    private static Reading doubt(Cause cause, ServiceError error, Disposition disposition) {
        return Reading.doubt(cause, error.code(), error.message(), disposition);
    }
}
