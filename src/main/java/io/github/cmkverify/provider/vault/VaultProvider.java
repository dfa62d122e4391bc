package io.github.cmkverify.provider.vault;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks HashiCorp Vault or OpenBao about a transit key. */
public final class VaultProvider implements KeyProvider {
    private final ProviderContext context;
    private final CredentialSources sources;
    private final Logins logins;

    /** Builds a provider; asks nothing. */
    public VaultProvider(ProviderContext context) {
        this.context = context;
        sources = new CredentialSources(context.environment(), context.servers());
        logins = new Logins(context);
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        VaultEndpoint endpoint = VaultEndpoint.of(VaultKey.of(reference), context.environment());
        Optional<String> refusal = context.door().refusal(endpoint.address().url(), endpoint.hosts());
        if (refusal.isPresent()) {
            throw new InvalidInputException(
                    endpoint.namedBy(),
                    endpoint.address().url(),
                    "a host that VAULT_ADDR, BAO_ADDR, CMK_ALLOWED_HOSTS or settings.xml names: " + refusal.get());
        }
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return VaultEndpoint.of(VaultKey.of(reference), context.environment())
                .address()
                .url();
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        Deadline deadline = Deadline.in(budget);
        List<Evidence> evidence = new ArrayList<>();
        return new Asked(reference, answer(reference, deadline, evidence), evidence);
    }

    private KeyAnswer answer(KeyReference reference, Deadline deadline, List<Evidence> evidence) {
        VaultKey key = VaultKey.of(reference);
        try {
            VaultEndpoint endpoint = VaultEndpoint.of(key, context.environment());
            Credentials credentials = sources.find(reference, endpoint);
            Secret token = logins.token(credentials, endpoint, deadline, evidence);
            return new VaultApi(context.door(), endpoint, credentials.identity(), token).read(key, deadline, evidence);
        } catch (InvalidInputException e) {
            return new KeyAnswer.Undetermined(Cause.HOST_NOT_ALLOWED, null, String.valueOf(e.getMessage()));
        } catch (CredentialException e) {
            return new KeyAnswer.Undetermined(e.reason(), null, String.valueOf(e.getMessage()));
        } catch (DoubtException e) {
            return e.doubt();
        }
    }
}
