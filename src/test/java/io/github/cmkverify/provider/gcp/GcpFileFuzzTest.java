package io.github.cmkverify.provider.gcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.provider.CredentialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of application default credentials is read, or refused in words that hold none of it. */
@Timeout(10)
class GcpFileFuzzTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path home;

    @FuzzTest
    void credentials(byte[] input) throws IOException {
        Path file = home.resolve("application_default_credentials.json");
        Files.write(file, input);
        try {
            CredentialFile read = CredentialFile.read("a file", file);
            Promise.hides(input, read.shown());
        } catch (CredentialException e) {
            Promise.hides(input, e.getMessage());
        }
    }
}
