package io.github.cmkverify.provider;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Evidence;
import org.jspecify.annotations.Nullable;

/** The evidence of one request, answered or not. */
public final class Evidences {
    private Evidences() {}

    /**
     * The evidence of a request.
     *
     * @param result what came of it
     * @param operation the provider's name of the operation: {@code DescribeKey}
     * @param requestId the provider's id of the request, where it gave one
     * @param identity the source of the credentials and a public name of who asked; never a secret
     */
    public static Evidence of(HttpResult result, String operation, @Nullable String requestId, String identity) {
        Trace trace = result.trace();
        return new Evidence(
                trace.endpoint(),
                operation,
                status(result),
                requestId,
                trace.sentAt(),
                identity,
                trace.attempts(),
                trace.endpointOverridden());
    }

    private static int status(HttpResult result) {
        return result instanceof HttpAnswer answer ? answer.status() : 0;
    }
}
