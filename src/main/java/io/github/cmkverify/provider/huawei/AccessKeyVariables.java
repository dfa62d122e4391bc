package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An access key in the variables of one family. */
record AccessKeyVariables(Environment environment, VariableFamily family) implements CredentialSource {
    @Override
    public String name() {
        return "environment " + family.accessKey().get(0) + " and "
                + family.secretKey().get(0);
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Variable id = Variable.first(environment, family.accessKey());
        Variable secret = Variable.first(environment, family.secretKey());
        Variable token = Variable.first(environment, family.securityToken());
        Variable any = id != null ? id : secret != null ? secret : token;
        if (any == null) {
            return Optional.empty();
        }
        if (id == null || secret == null) {
            String absent =
                    id == null ? family.accessKey().get(0) : family.secretKey().get(0);
            throw Sendable.broken("environment " + any.name() + " is set, " + absent + " is not");
        }
        return Optional.of(new AccessKey(
                "environment " + id.name(),
                checked(id).reveal(),
                checked(secret),
                optional(token),
                Variable.project(environment, family.project())));
    }

    private static @Nullable Secret optional(@Nullable Variable variable) throws CredentialException {
        return variable == null ? null : checked(variable);
    }

    private static Secret checked(Variable variable) throws CredentialException {
        return Sendable.checked("environment " + variable.name(), variable.value());
    }
}
