package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import org.jspecify.annotations.Nullable;

/**
 * An error as Google's services write it: {@code {"error":{"code":404,"message":"…","status":"NOT_FOUND","details":[…]}}}
 * (provider document gcp, B).
 *
 * @param status the word for the status; {@code null} where the body is no such error, or its code not that of HTTP
 * @param reason the {@code reason} of an {@code ErrorInfo} among the details
 * @param message the service's words
 */
record GoogleError(@Nullable String status, @Nullable String reason, String message) {
    private static final GoogleError NONE = new GoogleError(null, null, "");
    private static final String ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo";

    /** Reads whatever there is; nothing in an answer makes it throw. */
    static GoogleError of(HttpAnswer answer) {
        try {
            JsonNode error = Json.read(answer.body()).path("error");
            JsonNode code = error.path("code");
            boolean sameCode = code.isIntegralNumber() && code.longValue() == answer.status();
            String status = JsonFields.text(error, "status");
            String message = JsonFields.text(error, "message");
            return new GoogleError(
                    sameCode && status != null ? ServerText.cut(status) : null,
                    reason(error),
                    message == null ? "" : ServerText.cut(message));
        } catch (StrangeJsonException e) {
            return NONE;
        }
    }

    private static @Nullable String reason(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            if (ERROR_INFO.equals(JsonFields.text(detail, "@type"))) {
                String reason = JsonFields.text(detail, "reason");
                return reason == null ? null : ServerText.cut(reason);
            }
        }
        return null;
    }

    /** The more telling of its two words. */
    @Nullable String word() {
        return reason == null ? status : reason;
    }

    /** Whether it says that this resource, and not what it is in, is not there. */
    boolean isAboutMissing(String resourceName) {
        String kind = resourceName.contains("/cryptoKeyVersions/") ? "CryptoKeyVersion " : "CryptoKey ";
        return "NOT_FOUND".equals(status)
                && (message.equals(kind + resourceName + " not found.")
                        || message.equals(kind + resourceName + " not found"));
    }
}
