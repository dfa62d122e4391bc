package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.AllowedHosts;
import io.github.cmkverify.provider.Announced;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Asks a Databricks account for a key configuration. It has no state of its own: the answer points to the cloud's key.
 *
 * <p>That there is no such configuration takes two answers: the service's own one for the id, and an understood list of
 * the account without it.
 */
public final class DatabricksProvider implements KeyProvider {
    private final ProviderContext context;
    private final CredentialSources sources;
    private final Logins logins;
    private final AccountList list;
    private final Workspaces workspaces;
    private final Announced announced = new Announced();

    /** Builds a provider; asks nothing. */
    public DatabricksProvider(ProviderContext context) {
        this.context = context;
        sources = new CredentialSources(context);
        logins = new Logins(context);
        list = new AccountList(context.memory(), context.environment().clock());
        workspaces = new Workspaces(context.memory());
    }

    @Override
    public void check(KeyReference reference) throws InvalidInputException {
        AccountEndpoint endpoint = AccountEndpoint.of(DatabricksReference.of(reference), context.environment());
        AllowedHosts.check(context.door(), endpoint.namedBy(), endpoint.host().url(), endpoint.rule());
    }

    @Override
    public String address(KeyReference reference) throws InvalidInputException {
        return AccountEndpoint.of(DatabricksReference.of(reference), context.environment())
                .host()
                .url();
    }

    @Override
    public void announce(Collection<KeyReference> keys) {
        for (KeyReference key : keys) {
            announced.add(account(key));
        }
    }

    private static String account(KeyReference reference) {
        return DatabricksReference.of(reference).accountId() + " " + reference.options();
    }

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        Deadline deadline = Deadline.in(budget);
        List<Evidence> evidence = new ArrayList<>();
        KeyAnswer answer;
        try {
            AccountEndpoint endpoint = AccountEndpoint.of(DatabricksReference.of(reference), context.environment());
            answer = hinted(ask(reference, endpoint, deadline, evidence), endpoint);
        } catch (InvalidInputException e) {
            answer = new KeyAnswer.Undetermined(Cause.HOST_NOT_ALLOWED, null, "" + e.getMessage());
        }
        return new Asked(reference, answer, evidence);
    }

    private KeyAnswer ask(
            KeyReference reference, AccountEndpoint endpoint, Deadline deadline, List<Evidence> evidence) {
        DatabricksReference asked = DatabricksReference.of(reference);
        try {
            Credentials credentials = sources.find(new CredentialRequest(
                    asked.accountId(), endpoint, reference.serverId(), context.environment(), false));
            Secret token = logins.token(credentials, endpoint, asked.accountId(), deadline, evidence);
            AccountApi api = new AccountApi(context.door(), endpoint, asked.accountId(), credentials.identity(), token);
            Optional<KeyAnswer> listed =
                    announced.many(account(reference)) ? listed(asked, api, deadline, evidence) : Optional.empty();
            return listed.isPresent() ? listed.get() : answer(asked, api, deadline, evidence);
        } catch (CredentialException e) {
            return new KeyAnswer.Undetermined(e.reason(), null, "" + e.getMessage());
        } catch (DoubtException e) {
            return e.doubt();
        }
    }

    /** What the list says of a configuration that it shows as a whole; anything less is asked by its id. */
    private Optional<KeyAnswer> listed(
            DatabricksReference asked, AccountApi api, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        List<Evidence> told = new ArrayList<>();
        Optional<JsonNode> entry;
        try {
            entry = list.entry(asked.keyId(), api, deadline, told);
        } catch (DoubtException e) {
            evidence.addAll(told);
            throw e;
        }
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        KeyAnswer answer = ConfigurationReader.read(
                entry.get(), asked, () -> workspaces.using(asked.keyId(), api, deadline, told));
        if (!(answer instanceof KeyAnswer.PointsTo)) {
            return Optional.empty();
        }
        evidence.addAll(told);
        return Optional.of(answer);
    }

    private KeyAnswer answer(DatabricksReference asked, AccountApi api, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        ApiReply reply = api.get(asked.keyId(), deadline, evidence);
        if (reply instanceof ApiReply.Answered answered) {
            return ConfigurationReader.read(
                    answered.json(), asked, () -> workspaces.using(asked.keyId(), api, deadline, evidence));
        }
        if (reply instanceof ApiReply.Doubtful doubtful) {
            return doubtful.doubt();
        }
        ApiReply.Absent absent = (ApiReply.Absent) reply;
        if (list.has(asked.keyId(), api, deadline, evidence)) {
            return new KeyAnswer.Undetermined(
                    Cause.LIST_DISAGREES, absent.code(), "in the list of the account, but by its id: " + absent.said());
        }
        return new KeyAnswer.Missing(absent.code(), absent.said(), false);
    }

    private static KeyAnswer hinted(KeyAnswer answer, AccountEndpoint endpoint) {
        if (answer instanceof KeyAnswer.Undetermined doubt
                && (doubt.cause() == Cause.NO_CREDENTIALS || doubt.cause() == Cause.AUTHENTICATION_REFUSED)) {
            return new KeyAnswer.Undetermined(doubt.cause(), doubt.code(), doubt.said() + endpoint.hint());
        }
        return answer;
    }
}
