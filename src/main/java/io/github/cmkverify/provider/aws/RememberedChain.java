package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A chain that is gone through once in a build, whether it finds something or not: a role is assumed once, and a refused
 * assumption is not repeated for each key and module.
 */
final class RememberedChain {
    private static final String KEY = "aws credentials";
    /** Before their end credentials are renewed; no request takes longer. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final ProviderContext context;
    private final CredentialChain chain;

    RememberedChain(ProviderContext context, CredentialChain chain) {
        this.context = context;
        this.chain = chain;
    }

    AwsIdentity resolve(Deadline deadline) throws CredentialException {
        Map<String, Object> known = context.memory().once(KEY, deadline.left(), this::isStale, () -> find(deadline));
        if (known == null) {
            throw new CredentialException(Cause.OUT_OF_TIME, "AWS's chain of credentials gave no answer in time");
        }
        if (known.get("cause") instanceof String cause) {
            throw new CredentialException(Cause.valueOf(cause), text(known, "said"));
        }
        return AwsIdentity.of(
                text(known, "source"),
                text(known, "accessKeyId"),
                new Secret(text(known, "secret")),
                new Secret(text(known, "sessionToken")));
    }

    private Map<String, Object> find(Deadline deadline) {
        Map<String, Object> found = new HashMap<>();
        try {
            CredentialChain.Found answer = chain.resolve(deadline);
            AwsIdentity identity = answer.identity();
            found.put("source", identity.source());
            found.put("accessKeyId", identity.accessKeyId());
            found.put("secret", identity.secret().reveal());
            found.put("sessionToken", identity.sessionToken().reveal());
            if (answer.end() != null) {
                found.put("end", answer.end().toEpochMilli());
            }
        } catch (CredentialException e) {
            found.put("cause", e.reason().name());
            found.put("said", String.valueOf(e.getMessage()));
        }
        return Map.copyOf(found);
    }

    private boolean isStale(Map<String, Object> known) {
        boolean ended = known.get("end") instanceof Long end
                && Instant.ofEpochMilli(end)
                        .minus(MARGIN)
                        .isBefore(context.environment().clock().instant());
        return ended || Cause.OUT_OF_TIME.name().equals(known.get("cause"));
    }

    private static String text(Map<String, Object> known, String name) {
        return known.get(name) instanceof String text ? text : "";
    }
}
