package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.Secret;
import java.time.Instant;

/**
 * A token.
 *
 * @param shown the source of the credentials and a public name of who asks
 * @param value what is sent
 * @param end when it ends
 */
record AzureToken(String shown, Secret value, Instant end) {}
