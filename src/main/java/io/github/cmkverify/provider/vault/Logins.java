package io.github.cmkverify.provider.vault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Comes to a token: one login an identity, server and build, and another when the token is about to end. A login that
 * failed is not tried again, unless time alone ran out.
 */
final class Logins {
    private static final String TOKEN = "token";
    private static final String RENEW_AT = "renewAt";
    private static final String CAUSE = "cause";
    private static final String CODE = "code";
    private static final String SAID = "said";

    private final HttpDoor door;
    private final Clock clock;
    private final BuildMemory memory;

    Logins(ProviderContext context) {
        door = context.door();
        clock = context.environment().clock();
        memory = context.memory();
    }

    /**
     * The token that these credentials are worth.
     *
     * @param evidence gets an entry if this question is the one that logs in
     */
    Secret token(Credentials credentials, VaultEndpoint endpoint, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        if (credentials instanceof Credentials.Token token) {
            return token.token();
        }
        Credentials.Login login = (Credentials.Login) credentials;
        Map<String, Object> kept = memory.once(
                "vault token of " + VaultApi.scope(endpoint, login.identity()),
                deadline.left(),
                this::isStale,
                () -> kept(login, endpoint, deadline, evidence));
        if (kept == null) {
            throw new DoubtException(new KeyAnswer.Undetermined(
                    Cause.OUT_OF_TIME, null, "waited for the login of another key of this build"));
        }
        if (kept.get(TOKEN) instanceof String token) {
            return new Secret(token);
        }
        Object code = kept.get(CODE);
        throw new DoubtException(new KeyAnswer.Undetermined(
                Cause.valueOf(String.valueOf(kept.get(CAUSE))),
                code == null ? null : code.toString(),
                String.valueOf(kept.get(SAID))));
    }

    private Map<String, Object> kept(
            Credentials.Login login, VaultEndpoint endpoint, Deadline deadline, List<Evidence> evidence) {
        Map<String, Object> kept = new HashMap<>();
        try {
            LoginReader.Granted granted = login(login, endpoint, deadline, evidence);
            kept.put(TOKEN, granted.token().reveal());
            if (!granted.validity().isZero()) {
                Duration half = granted.validity().dividedBy(2);
                kept.put(RENEW_AT, clock.instant().plus(half));
            }
        } catch (DoubtException e) {
            KeyAnswer.Undetermined doubt = e.doubt();
            kept.put(CAUSE, doubt.cause().name());
            kept.put(SAID, hidden(doubt.said(), login));
            if (doubt.code() != null) {
                kept.put(CODE, doubt.code());
            }
        }
        return kept;
    }

    private LoginReader.Granted login(
            Credentials.Login login, VaultEndpoint endpoint, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        Map<String, String> headers = new HashMap<>(VaultApi.headers(endpoint, null));
        headers.put("Content-Type", "application/json");
        HttpCall call = new HttpCall(
                "POST",
                endpoint.address().url() + "/v1/auth/" + login.path() + "/login",
                endpoint.hosts(),
                now -> headers,
                body(login),
                "vault login to " + VaultApi.scope(endpoint, login.identity()),
                LoginReader::judge);
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, "Login", VaultApi.requestId(result), login.identity()));
        if (result instanceof HttpFailure failure) {
            throw new DoubtException(Doubts.of(failure));
        }
        return LoginReader.read((HttpAnswer) result);
    }

    private static byte[] body(Credentials.Login login) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        login.fields().forEach((name, value) -> body.put(name, value.reveal()));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String hidden(String said, Credentials.Login login) {
        String hidden = said;
        for (Secret secret : login.fields().values()) {
            hidden = hidden.replace(secret.reveal(), "(secret)");
        }
        return hidden;
    }

    private boolean isStale(Map<String, Object> kept) {
        if (kept.get(RENEW_AT) instanceof Instant renewAt) {
            return !clock.instant().isBefore(renewAt);
        }
        return Cause.OUT_OF_TIME.name().equals(kept.get(CAUSE));
    }
}
