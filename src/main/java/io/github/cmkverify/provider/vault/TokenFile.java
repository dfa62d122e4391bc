package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code vault login} and {@code bao login} leave in the home folder. */
record TokenFile(Path home) implements CredentialSource {
    @Override
    public String name() {
        return "~/.vault-token";
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        Path file = home.resolve(".vault-token");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Secret token = new Secret(read(name(), file));
        return Optional.of(new Credentials.Token(name(), Sendable.checked(name(), token)));
    }

    /** The text of a small file. */
    static String read(String place, Path file) throws CredentialException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            // The text of the exception may hold a piece of the file.
            throw Sendable.broken(place + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
