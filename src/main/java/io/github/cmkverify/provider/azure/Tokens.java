package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One token a resource, tenant and identity in a build, and another when it is about to end. */
final class Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(2);
    /** What another try would not cure; sign-ins that are refused lock accounts. */
    private static final Set<Cause> LASTING = EnumSet.of(
            Cause.AUTHENTICATION_REFUSED,
            Cause.NO_CREDENTIALS,
            Cause.BROKEN_CREDENTIALS,
            Cause.ACCOUNT_UNKNOWN,
            Cause.REQUEST_REFUSED,
            Cause.NOT_ASKED_AGAIN);

    private final ProviderContext context;
    private final TokenSources sources;
    private final Clock clock;

    Tokens(ProviderContext context) {
        this.context = context;
        sources = new TokenSources(context);
        clock = context.environment().clock();
    }

    /**
     * A token.
     *
     * @throws CredentialException if nobody gives one
     */
    AzureToken get(TokenWish wish) throws CredentialException {
        boolean own = context.servers().find(wish.serverId()) != null;
        String key = "azure token for " + wish.resource() + " of " + wish.tenant() + " in " + wish.cloud()
                + (own ? " by " + wish.serverId() : "");
        long began = System.nanoTime();
        Map<String, Object> kept =
                context.memory().once(key, wish.deadline().left(), known -> isStale(known, began), () -> find(wish));
        if (kept == null) {
            throw new CredentialException(Cause.OUT_OF_TIME, "waited for the sign-in of another key of this build");
        }
        if (kept.get("cause") instanceof String cause) {
            throw new CredentialException(Cause.valueOf(cause), text(kept, "said"));
        }
        return new AzureToken(text(kept, "shown"), new Secret(text(kept, "token")), end(kept));
    }

    private Map<String, Object> find(TokenWish wish) {
        try {
            AzureToken token = sources.find(wish);
            return Map.of("shown", token.shown(), "token", token.value().reveal(), "end", token.end());
        } catch (CredentialException e) {
            return Map.of("cause", e.reason().name(), "said", "" + e.getMessage(), "failedAt", System.nanoTime());
        }
    }

    /** A failure reaches those who waited for it; who comes later tries anew, unless it is one that lasts. */
    private boolean isStale(Map<String, Object> kept, long began) {
        if (kept.get("cause") instanceof String cause) {
            return !LASTING.contains(Cause.valueOf(cause))
                    && (cause.equals(Cause.OUT_OF_TIME.name())
                            || (kept.get("failedAt") instanceof Long failed && failed - began < 0));
        }
        return end(kept).minus(MARGIN).isBefore(clock.instant());
    }

    private static Instant end(Map<String, Object> kept) {
        return kept.get("end") instanceof Instant end ? end : Instant.EPOCH;
    }

    private static String text(Map<String, Object> kept, String name) {
        return kept.get(name) instanceof String text ? text : "";
    }
}
