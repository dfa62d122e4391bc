package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An id token in a file, and what has to be named beside it.
 *
 * @param source what named the file
 * @param providerPlace where the identity provider is named
 * @param provider the id of the identity provider; empty where none was named
 * @param filePlace where the file is named
 * @param file its path; empty where none was named
 */
record IdTokenFile(String source, String providerPlace, String provider, String filePlace, String file) {
    /**
     * Reads the token.
     *
     * @param domain the id of the account, where it was named
     * @param project the project, where it was named
     * @throws CredentialException if something was not named, or the file holds no token
     */
    IdToken read(@Nullable String domain, @Nullable NamedProject project) throws CredentialException {
        return new IdToken(
                source,
                Sendable.checked(providerPlace, new Secret(provider)).reveal(),
                Sendable.checked("the file that " + filePlace + " names", token()),
                domain,
                project);
    }

    private Secret token() throws CredentialException {
        String path = Sendable.filled(filePlace, new Secret(file)).reveal();
        try {
            return new Secret(Files.readString(Path.of(path)));
        } catch (IOException | InvalidPathException e) {
            // The text of the exception may hold a piece of the file.
            throw Sendable.broken("the file that " + filePlace + " names cannot be read ("
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
