package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Doubts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vaults want to see, asked once a vault and build. */
final class Challenges {
    private final BuildMemory memory;

    Challenges(BuildMemory memory) {
        this.memory = memory;
    }

    /**
     * The challenge of a vault.
     *
     * @throws CredentialException if it gives none that can be followed
     */
    Challenge of(Vault vault) throws CredentialException {
        long began = System.nanoTime();
        Map<String, Object> kept = memory.once(
                "azure challenge of " + vault.key().vault(),
                vault.deadline().left(),
                known -> isStale(known, began),
                () -> ask(vault));
        if (kept == null) {
            throw new CredentialException(Cause.OUT_OF_TIME, "waited for what another key of this vault asks, too");
        }
        if (kept.get("cause") instanceof String cause) {
            throw new CredentialException(Cause.valueOf(cause), String.valueOf(kept.get("said")));
        }
        return new Challenge(
                String.valueOf(kept.get("resource")), kept.get("tenant") instanceof String tenant ? tenant : null);
    }

    /** A failure serves those who waited for it, and nobody who comes later. */
    private static boolean isStale(Map<String, Object> kept, long began) {
        return kept.get("failedAt") instanceof Long failed
                && (failed - began < 0 || Cause.OUT_OF_TIME.name().equals(kept.get("cause")));
    }

    private static Map<String, Object> ask(Vault vault) {
        HttpResult result = vault.challenge();
        if (!(result instanceof HttpAnswer answer)) {
            return failed(Doubts.of((HttpFailure) result));
        }
        if (answer.status() != 401) {
            return failed(doubt(answer));
        }
        Optional<Challenge> challenge = Challenge.of(answer.header("WWW-Authenticate"), vault.key());
        return challenge
                .map(Challenges::kept)
                .orElseGet(() -> failed(new Undetermined(
                        Cause.STRANGE_ANSWER, null, "it wants to see a token that is not for this vault, or none")));
    }

    /** A key that is shown to nobody in particular is not one of Key Vault. */
    private static Undetermined doubt(HttpAnswer answer) {
        VaultAnswer said = VaultAnswer.of(
                answer, body -> new Undetermined(Cause.STRANGE_ANSWER, null, "answered without asking who asks"));
        KeyAnswer told = said instanceof VaultAnswer.Told known ? known.answer() : null;
        return told instanceof Undetermined doubt
                ? doubt
                : new Undetermined(Cause.STRANGE_ANSWER, null, "HTTP " + answer.status() + " without asking who asks");
    }

    private static Map<String, Object> kept(Challenge challenge) {
        @Nullable String tenant = challenge.tenant();
        return tenant == null
                ? Map.of("resource", challenge.resource())
                : Map.of("resource", challenge.resource(), "tenant", tenant);
    }

    private static Map<String, Object> failed(Undetermined doubt) {
        Map<String, Object> kept = new HashMap<>();
        kept.put("cause", doubt.cause().name());
        kept.put("said", doubt.said());
        kept.put("failedAt", System.nanoTime());
        return kept;
    }
}
