package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.ServerText;
import io.github.cmkverify.provider.Servers;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The server of settings.xml: a client id and its secret as user name and password, or a token as {@code <token>} of
 * its {@code <configuration>}.
 */
record ServerSource(Servers servers) implements CredentialSource {
    private static final String TOKEN = "token";

    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        ServerEntry server = servers.find(request.serverId());
        if (server == null) {
            return null;
        }
        String where = "server " + request.serverId() + " of settings.xml";
        for (String child : new TreeSet<>(server.configuration().keySet())) {
            if (!child.equals(TOKEN)) {
                throw CredentialRequest.broken(
                        where + ": <" + ServerText.cut(child) + "> in <configuration>; accepted: " + TOKEN);
            }
        }
        Secret token = server.configuration().get(TOKEN);
        String clientId = server.username() == null ? "" : server.username().strip();
        Secret secret = server.password();
        boolean hasSecret = secret != null && !secret.isBlank();
        if (token != null) {
            if (!clientId.isEmpty() || hasSecret) {
                throw CredentialRequest.broken(where + " has both a token and a client; one of them is meant");
            }
            return new Credentials.Token(where, CredentialRequest.token("token of " + where, token));
        }
        if (clientId.isEmpty() || secret == null || !hasSecret) {
            throw CredentialRequest.broken(
                    where + " needs a client id as username and its secret as password, or a token in configuration");
        }
        return new Credentials.Client(
                where + ", client " + CredentialRequest.shown(clientId),
                CredentialRequest.clientId("username of " + where, clientId),
                CredentialRequest.clientSecret("password of " + where, secret));
    }

    @Override
    public String authType() {
        return "";
    }

    @Override
    public String place(CredentialRequest request) {
        return "server " + request.serverId() + " of settings.xml";
    }
}
