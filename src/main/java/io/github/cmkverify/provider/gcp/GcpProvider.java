package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Google Cloud KMS about keys. */
public final class GcpProvider implements KeyProvider {
    private final ProviderContext context;
    private final GcpCredentialSources credentials;

    /** A provider with Google's application default credentials; looks for nothing yet. */
    public GcpProvider(ProviderContext context) {
        this(context, (file, universe, deadline) -> new LibraryLogin(context.door(), universe, deadline).token(file));
    }

    GcpProvider(ProviderContext context, Login login) {
        this.context = context;
        this.credentials = new GcpCredentialSources(context, login);
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        GcpEndpoint endpoint = GcpEndpoint.of(key(reference), reference, context.environment());
        Optional<String> refusal = context.door().refusal(endpoint.url(), endpoint.hosts());
        if (refusal.isPresent()) {
            throw new InvalidInputException(endpoint.namedBy(), endpoint.url(), refusal.get());
        }
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return GcpEndpoint.of(key(reference), reference, context.environment()).url();
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        List<Evidence> evidence = new ArrayList<>();
        return new Asked(reference, answer(reference, Deadline.in(budget), evidence), evidence);
    }

    private KeyAnswer answer(KeyReference reference, Deadline deadline, List<Evidence> evidence) {
        try {
            GcpKey key = key(reference);
            GcpEndpoint endpoint = GcpEndpoint.of(key, reference, context.environment());
            GcpToken who = credentials.find(reference, deadline);
            return answer(key, new Questions(context.door(), endpoint, who, deadline, evidence));
        } catch (InvalidInputException e) {
            return new Undetermined(Cause.POINTS_NOWHERE, null, String.valueOf(e.getMessage()));
        } catch (CredentialException e) {
            return new Undetermined(e.reason(), null, String.valueOf(e.getMessage()));
        } catch (AnsweredException e) {
            return e.answer();
        } catch (StrangeJsonException e) {
            return Questions.strange(e).answer();
        }
    }

    private static KeyAnswer answer(GcpKey key, Questions questions) throws AnsweredException, StrangeJsonException {
        CryptoKey found = CryptoKey.read(key, questions.ask("GetCryptoKey", key.name(), ""));
        Assessment assessment = new Assessment(key, found);
        if (key.version() != null) {
            return named(key, assessment, questions);
        }
        List<KeyVersion> versions;
        try {
            versions = VersionList.of(key, questions);
        } catch (AnsweredException e) {
            return found.isSymmetric() ? assessment.symmetric(e.answer()) : Assessment.withoutMissing(e.answer());
        }
        return found.isSymmetric() ? assessment.symmetric(versions) : assessment.worst(versions);
    }

    private static KeyAnswer named(GcpKey key, Assessment assessment, Questions questions)
            throws AnsweredException, StrangeJsonException {
        KeyVersion version;
        try {
            version = version(key, questions);
        } catch (AnsweredException e) {
            return assessment.isPrimary(key.asked()) ? Assessment.withoutMissing(e.answer()) : e.answer();
        }
        return assessment.named(version);
    }

    private static KeyVersion version(GcpKey key, Questions questions) throws AnsweredException, StrangeJsonException {
        KeyVersion version =
                KeyVersion.read(key, Fields.of(questions.ask("GetCryptoKeyVersion", key.asked(), ""), "the version"));
        if (!version.name().equals(key.asked())) {
            throw new AnsweredException(
                    Cause.OTHER_KEY, "asked for " + key.asked() + ", answered about " + version.name());
        }
        return version;
    }

    private static GcpKey key(KeyReference reference) throws InvalidInputException {
        return GcpKey.of("reference", reference.text());
    }
}
