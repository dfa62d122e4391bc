package io.github.cmkverify.provider.huawei;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of credentials is read, or refused in words that hold none of it. */
@Timeout(10)
class HuaweiFileFuzzTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path home;

    @FuzzTest
    void credentials(byte[] input) throws IOException {
        Path file = Files.createDirectories(home.resolve(".huaweicloud")).resolve("credentials");
        Files.write(file, input);
        try {
            Optional<Credentials> found = new ProfileSource(new Environment(Map.of(), home, Clock.systemUTC())).find();
            Promise.hides(input, found.map(Credentials::shown).orElse(""));
        } catch (CredentialException e) {
            Promise.hides(input, e.getMessage());
        }
    }
}
