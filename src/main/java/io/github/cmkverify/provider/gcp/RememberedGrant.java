package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One login of each identity in a build, whether it succeeds or not: a refused one is not repeated for each key. */
final class RememberedGrant {
    /** Before its end a token is renewed; no request takes longer. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final ProviderContext context;

    RememberedGrant(ProviderContext context) {
        this.context = context;
    }

    /** Logs in. */
    @FunctionalInterface
    interface Finder {
        /**
         * A token.
         *
         * @throws CredentialException if none could be had
         */
        Login.Grant find() throws CredentialException;
    }

    /**
     * The token of an identity.
     *
     * @throws CredentialException if none could be had, now or before
     */
    Secret get(String identity, Deadline deadline, Finder finder) throws CredentialException {
        Map<String, Object> known =
                context.memory().once("gcp token: " + identity, deadline.left(), this::isStale, () -> find(finder));
        if (known == null) {
            throw new CredentialException(Cause.OUT_OF_TIME, identity + ": no token in time");
        }
        if (known.get("cause") instanceof String cause) {
            throw new CredentialException(Cause.valueOf(cause), String.valueOf(known.get("said")));
        }
        return new Secret(String.valueOf(known.get("token")));
    }

    private static Map<String, Object> find(Finder finder) {
        try {
            Login.Grant grant = finder.find();
            return Map.of("token", grant.value(), "end", grant.end().toEpochMilli());
        } catch (CredentialException e) {
            return Map.of("cause", e.reason().name(), "said", String.valueOf(e.getMessage()));
        }
    }

    private boolean isStale(Map<String, Object> known) {
        boolean ended = known.get("end") instanceof Long end
                && Instant.ofEpochMilli(end)
                        .minus(MARGIN)
                        .isBefore(context.environment().clock().instant());
        return ended || Cause.OUT_OF_TIME.name().equals(known.get("cause"));
    }
}
