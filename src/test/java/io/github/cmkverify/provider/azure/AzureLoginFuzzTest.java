package io.github.cmkverify.provider.azure;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.key.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** Answers of token services and challenges of vaults are read or refused, and send no token anywhere else. */
@Timeout(10)
class AzureLoginFuzzTest {
    @FuzzTest
    void login(byte[] input) throws InvalidInputException {
        HttpAnswer answer = Wire.answer(input);
        TokenReply reply = TokenReply.of(answer, Promise.NOW);
        reply.disposition();
        if (reply instanceof TokenReply.Granted granted
                && (answer.status() != 200 || !granted.end().isAfter(Promise.NOW))) {
            throw new AssertionError("a token of HTTP " + answer.status() + " until " + granted.end());
        }
        if (reply instanceof TokenReply.Denied denied && denied.said().length() > 800) {
            throw new AssertionError("too much of the answer is kept");
        }
        AzureKey key = AzureKey.of("reference", "https://acme.vault.azure.net/keys/k");
        Optional<Challenge> challenge = Challenge.of(answer.header("www-authenticate"), key);
        if (challenge.isPresent()
                && !challenge
                        .get()
                        .resource()
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith("vault.azure.net")) {
            throw new AssertionError("a token for " + challenge.get().resource());
        }
    }
}
