package io.github.cmkverify.provider.vault;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** No bytes pass for a usable key that are not the description of this key with its latest version. */
@Timeout(10)
class VaultAnswerFuzzTest {
    @FuzzTest
    void key(byte[] input) {
        HttpAnswer answer = Wire.answer(input);
        Reading reading = new KeyReader("orders").read(answer);
        KeyAnswer read = reading.answer();
        Promise.isBounded(read);
        Said said = new Said(answer.body());
        if (Promise.letsPass(new KeyReference("vault", "vault://transit/orders"), read)) {
            Promise.that(answer.status() == 200, "a pass is a 200", read);
            Promise.that(reading.disposition() == Disposition.FINAL, "a pass is final", read);
            Promise.that(Promise.only("\"orders\"", said.at("data", "name")), "a pass is of this key", read);
            Set<String> latest = said.at("data", "latest_version");
            Promise.that(latest.size() == 1 && !latest.contains("0"), "a pass has a version", read);
            Promise.that(
                    said.hasWithin("data", "keys", latest.iterator().next()) || !said.hasWithin("data", "keys"),
                    "a pass has the latest version",
                    read);
            Promise.that(!said.at("data", "soft_deleted").contains("true"), "a pass is not deleted", read);
        }
        if (Promise.isMissing(read)) {
            Promise.that(answer.status() == 404, "missing is a 404", read);
            Promise.that(said.at("errors", "*").isEmpty(), "missing has no other error", read);
        }
        login(answer);
    }

    private static void login(HttpAnswer answer) {
        LoginReader.judge(answer);
        try {
            LoginReader.read(answer);
            if (answer.status() != 200) {
                throw new AssertionError("a token of HTTP " + answer.status());
            }
        } catch (DoubtException e) {
            Promise.isBounded(e.doubt());
        }
    }
}
