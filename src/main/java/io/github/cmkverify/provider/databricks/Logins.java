package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Comes to a token: one login an identity, host, account and build, and another when the token is about to end. */
final class Logins {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final String TOKEN = "token";
    private static final String RENEW_AT = "renewAt";

    private final HttpDoor door;
    private final Clock clock;
    private final BuildOnce once;

    Logins(ProviderContext context) {
        door = context.door();
        clock = context.environment().clock();
        once = new BuildOnce(context.memory());
    }

    /**
     * The token that these credentials are worth.
     *
     * @param evidence gets an entry if this question is the one that logs in
     */
    Secret token(
            Credentials credentials,
            AccountEndpoint endpoint,
            String accountId,
            Deadline deadline,
            List<Evidence> evidence)
            throws DoubtException {
        if (credentials instanceof Credentials.Token token) {
            return token.token();
        }
        TokenEndpoint tokens = new TokenEndpoint(door, endpoint, accountId);
        Map<String, Object> kept = once.get(
                "databricks token of account " + accountId + " at "
                        + endpoint.host().url() + " for " + credentials.identity(),
                deadline,
                this::isEnding,
                () -> kept(login(tokens, credentials, deadline, evidence)));
        return new Secret(String.valueOf(kept.get(TOKEN)));
    }

    private static TokenReply.Granted login(
            TokenEndpoint tokens, Credentials credentials, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        if (credentials instanceof Credentials.Client client) {
            return tokens.grant(client, deadline, evidence);
        }
        Credentials.Federated federated = (Credentials.Federated) credentials;
        try {
            Secret subject = federated.subject().get(deadline, evidence);
            return tokens.exchange(federated, subject, deadline, evidence);
        } catch (CredentialException e) {
            throw new DoubtException(new KeyAnswer.Undetermined(e.reason(), null, "" + e.getMessage()), true);
        }
    }

    /** A token that holds shorter than twice the margin is renewed half way. */
    private Map<String, Object> kept(TokenReply.Granted granted) {
        Duration half = granted.validity().dividedBy(2);
        Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
        Instant renewAt = clock.instant().plus(granted.validity()).minus(margin);
        return Map.of(TOKEN, granted.token(), RENEW_AT, renewAt);
    }

    private boolean isEnding(Map<String, Object> kept) {
        return !(kept.get(RENEW_AT) instanceof Instant renewAt)
                || !clock.instant().isBefore(renewAt);
    }
}
