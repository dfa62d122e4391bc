package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends requests for tokens. */
final class TokenService {
    private static final String OPERATION = "Token";

    private final HttpDoor door;
    private final Clock clock;

    TokenService(ProviderContext context) {
        door = context.door();
        clock = context.environment().clock();
    }

    /**
     * Signs a client in to Microsoft Entra (OAuth 2 client credentials).
     *
     * @param proof what shows that it is this client: its secret, or an assertion
     * @param secret the same, which is hidden in what the service says
     */
    AzureToken signIn(
            Authority authority,
            String tenant,
            String client,
            Map<String, String> proof,
            Secret secret,
            String shown,
            TokenWish wish)
            throws CredentialException {
        checkCloud(authority, wish);
        Map<String, String> form = new LinkedHashMap<>(proof);
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("scope", wish.resource() + "/.default");
        HttpCall call = new HttpCall(
                "POST",
                authority.url() + "/" + tenant + "/oauth2/v2.0/token",
                authority.hosts(),
                now -> Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                encoded(form).getBytes(StandardCharsets.US_ASCII),
                "azure login of " + client + " (" + shown + ") to " + tenant + " at " + authority.url(),
                answer -> TokenReply.of(answer, clock.instant()).disposition());
        return granted(send(call, shown, wish), shown, secret, "the sign-in at " + authority.host());
    }

    /** A token, or the reason why there is none. */
    TokenReply send(HttpCall call, String shown, TokenWish wish) throws CredentialException {
        HttpResult result = door.send(call, wish.deadline());
        wish.evidence().add(Evidences.of(result, OPERATION, requestId(result), shown));
        if (result instanceof HttpAnswer answer) {
            return TokenReply.of(answer, clock.instant());
        }
        KeyAnswer.Undetermined doubt = Doubts.of((HttpFailure) result);
        throw new CredentialException(doubt.cause(), shown + ": " + doubt.said());
    }

    /** The token of a reply. */
    static AzureToken granted(TokenReply reply, String shown, Secret secret, String who) throws CredentialException {
        if (reply instanceof TokenReply.Granted granted) {
            return new AzureToken(shown, granted.token(), granted.end());
        }
        TokenReply.Denied denied = (TokenReply.Denied) reply;
        throw new CredentialException(denied.cause(), who + ": " + Texts.hide(denied.said(), secret));
    }

    private static void checkCloud(Authority authority, TokenWish wish) throws CredentialException {
        if (wish.cloud().isPresent()
                && authority.cloud().isPresent()
                && !authority.cloud().equals(wish.cloud())) {
            throw Sendable.broken("they belong to " + authority.url() + " (" + authority.namedBy()
                    + "), and the vault to another cloud: " + Authority.VARIABLE + " would have to be "
                    + wish.cloud().get().authority());
        }
    }

    private static @Nullable String requestId(HttpResult result) {
        return result instanceof HttpAnswer answer ? answer.header("x-ms-request-id") : null;
    }

    /** The parameters as a form or a query. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
