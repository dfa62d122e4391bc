package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The managed identity of a virtual machine, at the metadata address. A machine elsewhere has nobody at this address, and
 * one without an identity says so: neither is a source that is there.
 */
record ManagedIdentity(Environment environment, TokenService service) implements TokenSource {
    static final String CREDENTIAL = "ManagedIdentityCredential";
    private static final String METADATA = "http://169.254.169.254";
    /** Names another metadata address, for the vendor's own libraries, too. */
    private static final String VARIABLE = "AZURE_POD_IDENTITY_AUTHORITY_HOST";

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Secret NOTHING = new Secret("");

    @Override
    public String name() {
        return "managed identity of this machine";
    }

    @Override
    public String credential() {
        return CREDENTIAL;
    }

    /** A public name behind a source; nothing for the machine's own identity. */
    static String shown(@Nullable String client) {
        return client == null ? "" : ", client " + Sendable.shown(client);
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        if (!isThere(wish)) {
            return null;
        }
        String client = environment.variable(ClientSecrets.CLIENT);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("resource", wish.resource());
        if (client != null) {
            query.put("client_id", Sendable.client("environment " + ClientSecrets.CLIENT, client));
        }
        String shown = name() + shown(client);
        HttpCall call = call(
                "&" + TokenService.encoded(query),
                Map.of("Metadata", "true"),
                answer -> TokenReply.of(answer, environment.clock().instant()).disposition());
        TokenReply reply = service.send(call, shown, wish);
        // What a machine without this identity says: 400 invalid_request 'Identity not found'. The client of the
        // environment need not be meant for it: pipelines set it for the CLI's login, and run on such machines.
        boolean none =
                reply instanceof TokenReply.Denied denied && denied.said().contains("Identity not found");
        return none ? null : TokenService.granted(reply, shown, NOTHING, name());
    }

    /** Asked without the header that it wants, it answers at once that it wants it. */
    private boolean isThere(TokenWish wish) throws CredentialException {
        List<Evidence> unheard = new ArrayList<>();
        Duration left = wish.deadline().left();
        Deadline soon = Deadline.in(left.compareTo(PATIENCE) < 0 ? left : PATIENCE);
        TokenWish probe = new TokenWish(wish.resource(), null, wish.cloud(), wish.serverId(), soon, unheard);
        HttpCall bare = call("", Map.of(), answer -> Disposition.UNCLEAR);
        try {
            service.send(bare, name(), probe);
            return unheard.get(0).status() == 400;
        } catch (CredentialException e) {
            return false; // nobody answered
        }
    }

    private HttpCall call(String more, Map<String, String> headers, ReplyRule rule) throws CredentialException {
        String named = environment.variable(VARIABLE);
        return new HttpCall(
                "GET",
                (named == null ? METADATA : named.replaceFirst("/+$", ""))
                        + "/metadata/identity/oauth2/token?api-version=2018-02-01" + more,
                named == null ? HostRule.METADATA : new HostRule(Set.of(), Set.of(host(named)), false),
                now -> headers,
                new byte[0],
                null,
                rule);
    }

    private static String host(String named) throws CredentialException {
        try {
            String host = new URI(named).getHost();
            if (host != null) {
                return host;
            }
        } catch (URISyntaxException e) {
            throw Sendable.broken("environment " + VARIABLE + " is no URL");
        }
        throw Sendable.broken("environment " + VARIABLE + " is no URL");
    }
}
