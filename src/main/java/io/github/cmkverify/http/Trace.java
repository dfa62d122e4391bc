package io.github.cmkverify.http;

import java.time.Instant;

/**
 * How a call was sent.
 *
 * @param endpoint scheme, host and port
 * @param attempts how often it was sent
 * @param sentAt when the last attempt was sent, or when it was decided not to send it
 * @param endpointOverridden whether the host is not one of the provider's published ones
 */
public record Trace(String endpoint, int attempts, Instant sentAt, boolean endpointOverridden) {}
