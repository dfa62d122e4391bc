package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.AllowedHosts;
import io.github.cmkverify.provider.Announced;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks Huawei Cloud, Open Telekom Cloud and clouds with the same KMS about a key. */
public final class HuaweiProvider implements KeyProvider {
    private final HttpDoor door;
    private final Endpoints endpoints;
    private final CredentialChain chain;
    private final Iam iam;
    private final KeyList list;
    private final Announced announced = new Announced();

    /** A provider that looks for its credentials only when it is asked. */
    public HuaweiProvider(ProviderContext context) {
        this(context, new AgencyMetadata(context));
    }

    HuaweiProvider(ProviderContext context, AgencyMetadata metadata) {
        door = context.door();
        endpoints = new Endpoints(context.environment());
        chain = new CredentialChain(context, endpoints, metadata);
        iam = new Iam(context);
        list = new KeyList(context);
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        HuaweiKey key = HuaweiKey.of(reference);
        check(endpoints.kms(key));
        if (key.projectId() == null || endpoints.isIamNamed(key)) {
            check(endpoints.iam(key));
        }
    }

    private void check(ServiceEndpoint endpoint) throws InvalidInputException {
        AllowedHosts.check(door, endpoint.namedBy(), endpoint.url().toString(), endpoint.hosts());
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return endpoints.kms(HuaweiKey.of(reference)).url().toString();
    }

    @Override
    public void announce(Collection<KeyReference> keys) {
        for (KeyReference key : keys) {
            announced.add(HuaweiKey.of(key).project());
        }
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        Question question = new Question(HuaweiKey.of(reference), Deadline.in(budget));
        KeyAnswer answer;
        try {
            answer = answer(reference, question);
        } catch (UndeterminedException e) {
            answer = e.answer();
        } catch (CredentialException e) {
            answer = new KeyAnswer.Undetermined(e.reason(), null, String.valueOf(e.getMessage()));
        } catch (InvalidInputException e) {
            answer = new KeyAnswer.Undetermined(Cause.POINTS_NOWHERE, null, String.valueOf(e.getMessage()));
        }
        return new Asked(reference, answer, question.evidence());
    }

    private KeyAnswer answer(KeyReference reference, Question question)
            throws UndeterminedException, CredentialException, InvalidInputException {
        HuaweiKey key = question.key();
        Usable credentials = usable(chain.find(reference, question.deadline()), question);
        NamedProject named = credentials.project();
        if (key.projectId() != null) {
            return describe(question, credentials, key.projectId());
        }
        if (named == null) {
            return describe(question, credentials, iam.project(question, endpoints.iam(key), credentials));
        }
        KeyAnswer answer = describe(question, credentials, named.id());
        return answer instanceof KeyAnswer.Missing missing ? confirmed(missing, question, credentials, named) : answer;
    }

    private Usable usable(Credentials found, Question question)
            throws UndeterminedException, CredentialException, InvalidInputException {
        if (found instanceof TokenLogin login) {
            String declared = question.key().projectId();
            NamedProject named = login.project();
            @Nullable String scope = declared != null || named == null ? declared : named.id();
            return iam.token(question, endpoints.iam(question.key()), login, scope);
        }
        return (Usable) found;
    }

    private KeyAnswer describe(Question question, Usable credentials, String projectId)
            throws UndeterminedException, InvalidInputException {
        HuaweiKey key = question.key();
        int together = announced.in(key.project());
        if (together > Announced.HANDFUL) {
            Optional<KeyAnswer> listed = list.find(question, endpoints.kms(key), projectId, credentials, together);
            if (listed.isPresent()) {
                return listed.get();
            }
        }
        AnswerReader reader = new AnswerReader(key);
        Request request = Request.describeKey(endpoints.kms(key), projectId, key.keyId());
        HttpResult result = door.send(request.by(credentials, reader), question.deadline());
        question.made("DescribeKey", result, credentials);
        if (result instanceof HttpFailure failure) {
            return Doubts.of(failure);
        }
        return reader.read((HttpAnswer) result).answer();
    }

    /**
     * A project that was named beside the credentials may be another region's, and holds none of this region's keys
     * then: only of the region's own project is the answer believed.
     */
    private KeyAnswer confirmed(KeyAnswer.Missing missing, Question question, Usable credentials, NamedProject named)
            throws UndeterminedException, InvalidInputException {
        String own = iam.project(question, endpoints.iam(question.key()), credentials);
        return own.equals(named.value())
                ? missing
                : new KeyAnswer.Undetermined(
                        Cause.POINTS_NOWHERE,
                        missing.code(),
                        named.source() + " names a project that is not the one of "
                                + question.key().region() + "; declare <projectId>");
    }
}
