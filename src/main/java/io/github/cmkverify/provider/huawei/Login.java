package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.provider.Secret;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A user's name and password, good for a token alone.
 *
 * @param source where they were found
 * @param domain the name of the account
 * @param user the user's name
 * @param password the user's password
 * @param project the project that was named beside them
 */
record Login(
        String source,
        String domain,
        String user,
        Secret password,
        @Nullable NamedProject project) implements TokenLogin {
    @Override
    public String shown() {
        return source + ", user " + user;
    }

    @Override
    public Request tokenRequest(ServiceEndpoint iam, Scope scope) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode auth = body.putObject("auth");
        ObjectNode identity = auth.putObject("identity");
        identity.putArray("methods").add("password");
        ObjectNode person = identity.putObject("password").putObject("user");
        person.put("name", user).put("password", password.reveal());
        person.putObject("domain").put("name", domain);
        scope.into(auth);
        return Request.token(iam, body.toString());
    }

    /** Of the names alone: refusals lock a user, whatever password they were tried with. */
    @Override
    public String fingerprint() {
        return Signer.sha256((domain + "\n" + user).getBytes(StandardCharsets.UTF_8));
    }
}
