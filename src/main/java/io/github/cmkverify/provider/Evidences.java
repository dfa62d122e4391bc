package io.github.cmkverify.provider;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Evidence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The evidence of one request, answered or not. */
public final class Evidences {
    /** As all providers write them, most as UUIDs. In anything else a server could say back what it was shown. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Evidences() {}

    /**
     * The evidence of a request.
     *
     * @param result what came of it
     * @param operation the provider's name of the operation: {@code DescribeKey}
     * @param requestId the provider's id of the request, where it gave one; left out where it has no form of one
     * @param identity the source of the credentials and a public name of who asked; never a secret
     */
    public static Evidence of(HttpResult result, String operation, @Nullable String requestId, String identity) {
        Trace trace = result.trace();
        return new Evidence(
                trace.endpoint(),
                operation,
                status(result),
                requestId != null && REQUEST_ID.matcher(requestId).matches() ? requestId : null,
                trace.sentAt(),
                identity,
                trace.attempts(),
                trace.endpointOverridden());
    }

    private static int status(HttpResult result) {
        return result instanceof HttpAnswer answer ? answer.status() : 0;
    }
}
