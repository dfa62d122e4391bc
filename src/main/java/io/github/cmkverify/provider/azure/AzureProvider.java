package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks Azure Key Vault and Managed HSM about keys.
 *
 * <p>A key that is deleted has no state that says so: it is gone from the keys, and is found among the deleted ones until
 * it is purged. While it is being moved it can be in neither place; so it takes two looks at both to be missing.
 */
public final class AzureProvider implements KeyProvider {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final ProviderContext context;
    private final Challenges challenges;
    private final Tokens tokens;
    private final Duration betweenLooks;

    /** Builds a provider; asks nothing. */
    public AzureProvider(ProviderContext context) {
        this(context, BETWEEN_LOOKS);
    }

    AzureProvider(ProviderContext context, Duration betweenLooks) {
        this.context = context;
        this.betweenLooks = betweenLooks;
        challenges = new Challenges(context.memory());
        tokens = new Tokens(context);
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        AzureKey key = key(reference);
        Optional<String> refusal = context.door().refusal(key.vault(), key.hosts());
        if (refusal.isPresent()) {
            throw new InvalidInputException(
                    "key identifier " + reference.text(),
                    key.vault(),
                    "a vault or HSM in one of "
                            + String.join(", ", AzureCloud.allDomains().toList())
                            + ", or a host that is allowed from outside the project: " + refusal.get());
        }
        String variable = "environment " + Authority.VARIABLE;
        Authority authority = Authority.of(context.environment().variable(Authority.VARIABLE), variable);
        Optional<String> insecure = context.door().refusal(authority.url(), authority.hosts());
        if (insecure.isPresent()) {
            throw new InvalidInputException(variable, authority.url(), insecure.get());
        }
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return key(reference).vault();
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        List<Evidence> evidence = new ArrayList<>();
        return new Asked(reference, answer(reference, Deadline.in(budget), evidence), evidence);
    }

    private KeyAnswer answer(KeyReference reference, Deadline deadline, List<Evidence> evidence) {
        try {
            Vault vault = new Vault(context.door(), key(reference), deadline, evidence);
            Challenge challenge = challenges.of(vault);
            AzureToken token = tokens.get(new TokenWish(
                    challenge.resource(),
                    challenge.tenant(),
                    vault.key().cloud(),
                    reference.serverId(),
                    deadline,
                    evidence));
            KeyAnswer first = look(vault, token);
            if (!(first instanceof Missing once)) {
                return first;
            }
            return pause(deadline) ? look(vault, token) : seenOnce(once);
        } catch (InvalidInputException e) {
            return new Undetermined(Cause.POINTS_NOWHERE, null, String.valueOf(e.getMessage()));
        } catch (CredentialException e) {
            return new Undetermined(e.reason(), null, String.valueOf(e.getMessage()));
        }
    }

    private KeyAnswer look(Vault vault, AzureToken token) {
        VaultAnswer live = vault.key(
                token,
                body -> KeyBundle.live(
                        vault.key(), body, context.environment().clock().instant()));
        if (live instanceof VaultAnswer.Told told) {
            return told.answer();
        }
        VaultError unknown = ((VaultAnswer.Unknown) live).error();
        VaultAnswer deleted = vault.deletedKey(token, body -> KeyBundle.deleted(vault.key(), body));
        if (deleted instanceof VaultAnswer.Told told) {
            return ofDeleted(told.answer(), unknown);
        }
        return new Missing(unknown.code(), unknown.message(), false);
    }

    /** The deleted keys say of a key that it is one of them, and nothing else; least of all that it is live. */
    private static KeyAnswer ofDeleted(KeyAnswer answer, VaultError unknown) {
        if (answer instanceof Undetermined doubt) {
            return notAmongKeys(doubt, unknown);
        }
        if (answer instanceof Described described && described.facts().state() != KeyState.PENDING_DELETION) {
            String state = described.facts().rawState();
            return notAmongKeys(new Undetermined(Cause.STRANGE_ANSWER, null, state), unknown);
        }
        return answer;
    }

    /** In neither place at one look, as a key is that is being moved. */
    private static Undetermined seenOnce(Missing once) {
        return new Undetermined(
                Cause.OUT_OF_TIME, once.code(), "missing at one look, and no time for the second that it takes");
    }

    /** Gone or deleted, which is for the other list to say. */
    private static Undetermined notAmongKeys(Undetermined doubt, VaultError unknown) {
        return new Undetermined(
                doubt.cause(),
                doubt.code(),
                ServerText.cut("not among the keys (" + unknown.code() + "); among the deleted keys: " + doubt.said()));
    }

    /** Waits; {@code false} where there is no time for another look. */
    private boolean pause(Deadline deadline) {
        if (deadline.left().compareTo(betweenLooks) <= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(betweenLooks.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AzureKey key(KeyReference reference) throws InvalidInputException {
        return AzureKey.of("reference", reference.text());
    }
}
