package io.github.cmkverify.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came of it.
 *
 * @param endpoint scheme, host and port that was asked
 * @param operation the provider's name of the operation: {@code DescribeKey}
 * @param status HTTP status of the last answer, 0 where there was none
 * @param requestId the provider's id of the request, where it gave one
 * @param askedAt when the last attempt was sent
 * @param identity the source of the credentials and a public name of who asked: {@code environment HUAWEICLOUD_SDK_AK,
 *     access key AKTE…}; never a secret
 * @param attempts how often it was sent, 0 where it was not
 * @param endpointOverridden whether the host is not one of the provider's published ones
 */
public record Evidence(
        String endpoint,
        String operation,
        int status,
        @Nullable String requestId,
        Instant askedAt,
        String identity,
        int attempts,
        boolean endpointOverridden) {
    public Evidence {
        // The same in ten thousand answers.
        endpoint = endpoint.intern();
        operation = operation.intern();
        identity = identity.intern();
    }
}
