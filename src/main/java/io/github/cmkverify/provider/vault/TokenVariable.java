package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import java.util.List;
import java.util.Optional;

/** A token in {@code VAULT_TOKEN} or {@code BAO_TOKEN}. */
record TokenVariable(Variables variables) implements CredentialSource {
    private static final List<String> TOKEN = List.of("TOKEN");

    @Override
    public String name() {
        return variables.shown(TOKEN);
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Variables.Variable token = variables.first(TOKEN);
        return token == null
                ? Optional.empty()
                : Optional.of(new Credentials.Token("environment " + token.name(), token.checked()));
    }
}
