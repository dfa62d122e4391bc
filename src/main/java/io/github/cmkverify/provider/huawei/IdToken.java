package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.provider.Secret;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect id token of an identity provider that the account trusts.
 *
 * @param source where it was found
 * @param provider the id of the identity provider in the account
 * @param value the token
 * @param domain the id of the account; {@code null} where none was named
 * @param project the project that was named beside it
 */
record IdToken(
        String source,
        String provider,
        Secret value,
        @Nullable String domain,
        @Nullable NamedProject project) implements TokenLogin {
    @Override
    public Request tokenRequest(ServiceEndpoint iam, Scope scope) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode auth = body.putObject("auth");
        auth.putObject("id_token").put("id", value.reveal());
        ObjectNode scoped = scope.into(auth);
        if (domain != null) {
            scoped.putObject("domain").put("id", domain);
        }
        return Request.idToken(iam, provider, body.toString());
    }

    @Override
    public String shown() {
        return source + ", identity provider " + provider;
    }

    @Override
    public String fingerprint() {
        return Signer.sha256((provider + "\n" + value.reveal()).getBytes(StandardCharsets.UTF_8));
    }
}
