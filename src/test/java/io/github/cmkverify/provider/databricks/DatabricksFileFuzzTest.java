package io.github.cmkverify.provider.databricks;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A profile is read, or refused in words that hold none of its secrets, and never used for another host. */
@Timeout(10)
class DatabricksFileFuzzTest {
    private static final String ACCOUNT = "ac7e1f00-0000-4000-8000-00000000000a";

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    static Path home;

    @FuzzTest
    void profiles(byte[] input) throws IOException, InvalidInputException {
        Files.write(home.resolve(".databrickscfg"), input);
        Environment environment = new Environment(Map.of(), home, Clock.systemUTC());
        DatabricksReference key = new DatabricksReference(ACCOUNT, "0d0466b0-e727-4d9c-b35d-f84bb474a37f", null);
        AccountEndpoint endpoint = AccountEndpoint.of(key, environment);
        try {
            Credentials found = new ProfileSource()
                    .find(new CredentialRequest(ACCOUNT, endpoint, "cmk-databricks", environment, false));
            String text = Files.readString(home.resolve(".databrickscfg")).toLowerCase(Locale.ROOT);
            if (found != null && !text.contains("accounts.cloud.databricks.com")) {
                throw new AssertionError("a profile that is not for this host");
            }
        } catch (CredentialException e) {
            Promise.hides(input, e.getMessage());
        }
    }
}
