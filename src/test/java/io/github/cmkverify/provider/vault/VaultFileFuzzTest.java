package io.github.cmkverify.provider.vault;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.provider.CredentialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A token file is read, or refused in words that hold none of it. */
@Timeout(10)
class VaultFileFuzzTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path home;

    @FuzzTest
    void token(byte[] input) throws IOException {
        Files.write(home.resolve(".vault-token"), input);
        try {
            new TokenFile(home).find();
        } catch (CredentialException e) {
            Promise.hides(input, e.getMessage());
        }
    }
}
