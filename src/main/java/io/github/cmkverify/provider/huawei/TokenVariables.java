package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.util.List;
import java.util.Optional;

/**
 * A token in one of these variables.
 *
 * @param environment where they are
 * @param names the variables, the first that is set counts
 * @param project variables that may name a project beside it
 */
record TokenVariables(Environment environment, List<String> names, List<String> project) implements CredentialSource {
    @Override
    public String name() {
        return "environment " + String.join(" or ", names);
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Variable token = Variable.first(environment, names);
        if (token == null) {
            return Optional.empty();
        }
        String place = "environment " + token.name();
        return Optional.of(
                new Token(place, Sendable.checked(place, token.value()), Variable.project(environment, project)));
    }
}
