package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Evidence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token is wanted for.
 *
 * @param resource what it is to be for
 * @param tenant whose vault it is, as the vault says; counts where nobody else names a tenant
 * @param cloud the cloud of the vault, where it is known
 * @param serverId the server of settings.xml that may hold credentials
 * @param deadline for all of it
 * @param evidence gets an entry for each request
 */
record TokenWish(
        String resource,
        @Nullable String tenant,
        Optional<AzureCloud> cloud,
        String serverId,
        Deadline deadline,
        List<Evidence> evidence) {}
