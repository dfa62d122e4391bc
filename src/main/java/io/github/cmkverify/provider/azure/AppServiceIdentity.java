package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The managed identity of an App Service, a Function or a Container App, at {@code IDENTITY_ENDPOINT}. */
record AppServiceIdentity(Environment environment, TokenService service) implements TokenSource {
    private static final String ENDPOINT = "IDENTITY_ENDPOINT";
    private static final String HEADER = "IDENTITY_HEADER";

    @Override
    public String name() {
        return "environment " + ENDPOINT;
    }

    @Override
    public String credential() {
        return ManagedIdentity.CREDENTIAL;
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        String endpoint = environment.variable(ENDPOINT);
        String header = environment.variable(HEADER);
        if (endpoint == null || header == null) {
            if (endpoint != null || header != null) {
                throw Sendable.broken("of environment " + ENDPOINT + " and " + HEADER
                        + " one alone is set (Azure Arc and Service Fabric are not supported)");
            }
            return null;
        }
        Secret secret = Sendable.secret("environment " + HEADER, new Secret(header));
        String client = environment.variable(ClientSecrets.CLIENT);
        String shown = "environment " + ENDPOINT + ManagedIdentity.shown(client);
        HttpCall call = new HttpCall(
                "GET",
                endpoint + "?" + query(wish, client),
                new HostRule(Set.of(), Set.of(host(endpoint)), false),
                now -> Map.of("X-IDENTITY-HEADER", secret.reveal()),
                new byte[0],
                "azure " + shown + " at " + endpoint,
                answer -> TokenReply.of(answer, environment.clock().instant()).disposition());
        return TokenService.granted(service.send(call, shown, wish), shown, secret, "the managed identity");
    }

    private static String query(TokenWish wish, @Nullable String client) throws CredentialException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("api-version", "2019-08-01");
        query.put("resource", wish.resource());
        if (client != null) {
            query.put("client_id", Sendable.client("environment " + ClientSecrets.CLIENT, client));
        }
        return TokenService.encoded(query);
    }

    private static String host(String endpoint) throws CredentialException {
        try {
            URI uri = new URI(endpoint);
            if (uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri.getHost();
            }
        } catch (URISyntaxException e) {
            throw Sendable.broken("environment " + ENDPOINT + " is no URL");
        }
        throw Sendable.broken("environment " + ENDPOINT + " is no URL without a query");
    }
}
