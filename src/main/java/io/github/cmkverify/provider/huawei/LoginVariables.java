package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.util.List;
import java.util.Optional;

/**
 * A user's name and password in these variables.
 *
 * @param environment where they are
 * @param users hold the user's name
 * @param passwords hold the password
 * @param domains hold the name of the account
 * @param project variables that may name a project beside them
 */
record LoginVariables(
        Environment environment, List<String> users, List<String> passwords, List<String> domains, List<String> project)
        implements CredentialSource {
    @Override
    public String name() {
        return "environment " + users.get(0) + ", " + passwords.get(0) + " and " + domains.get(0);
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        // The account's name alone is no login: tools want it beside an access key, too.
        Variable user = Variable.first(environment, users);
        Variable password = Variable.first(environment, passwords);
        Variable domain = Variable.first(environment, domains);
        Variable any = user != null ? user : password;
        if (any == null) {
            return Optional.empty();
        }
        if (user == null || password == null || domain == null) {
            List<String> absent = user == null ? users : password == null ? passwords : domains;
            throw Sendable.broken("environment " + any.name() + " is set, " + absent.get(0) + " is not");
        }
        return Optional.of(new Login(
                "environment " + user.name(),
                domain.value().reveal(),
                user.value().reveal(),
                Sendable.filled("environment " + password.name(), password.value()),
                Variable.project(environment, project)));
    }
}
