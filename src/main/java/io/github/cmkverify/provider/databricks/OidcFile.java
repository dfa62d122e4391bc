package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A token to be exchanged, in the file that {@code DATABRICKS_OIDC_TOKEN_FILEPATH} names; read when it is needed. */
record OidcFile() implements CredentialSource {
    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        String file = request.environment().variable(FederatedVariables.FILE);
        if (file == null) {
            return null;
        }
        return FederatedVariables.credentials(
                request, "file of " + FederatedVariables.FILE, (deadline, evidence) -> read(file));
    }

    private static Secret read(String file) throws CredentialException {
        String where = "file of " + FederatedVariables.FILE;
        try {
            return CredentialRequest.token(where, new Secret(Files.readString(Path.of(file))));
        } catch (IOException | InvalidPathException e) {
            throw CredentialRequest.broken(where + " cannot be read: " + ServerText.cut(file));
        }
    }

    @Override
    public String authType() {
        return "file-oidc";
    }

    @Override
    public String place(CredentialRequest request) {
        return "environment " + FederatedVariables.FILE;
    }
}
