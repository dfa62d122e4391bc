package io.github.cmkverify.provider.azure;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** No bytes pass for an enabled key whose vault did not call it enabled. */
@Timeout(10)
class AzureAnswerFuzzTest {
    private static final String ID = "https://acme.vault.azure.net/keys/Payments-1";

    @FuzzTest
    void key(byte[] input) throws InvalidInputException {
        HttpAnswer answer = Wire.answer(input);
        AzureKey key = AzureKey.of("reference", ID);
        Said said = new Said(answer.body());

        VaultAnswer live = VaultAnswer.of(answer, body -> KeyBundle.live(key, body, Promise.NOW));
        live.disposition();
        if (live instanceof VaultAnswer.Told told) {
            Promise.isBounded(told.answer());
            Promise.that(!Promise.isMissing(told.answer()), "one answer alone is missing", told.answer());
            if (Promise.letsPass(new KeyReference("azure", ID), told.answer())) {
                isEnabled(answer, said, told.answer());
            }
        } else if (live instanceof VaultAnswer.Unknown unknown) {
            KeyAnswer missing = new KeyAnswer.Missing(
                    unknown.error().code(), unknown.error().message(), false);
            Promise.isBounded(missing);
            Promise.that(answer.status() == 404, "unknown is a 404", missing);
            Promise.that(said.at("error", "code").equals(Set.of("\"KeyNotFound\"")), "in the vault's words", missing);
        }

        VaultAnswer deleted = VaultAnswer.of(answer, body -> KeyBundle.deleted(key, body));
        if (deleted instanceof VaultAnswer.Told told) {
            Promise.isBounded(told.answer());
            Promise.that(
                    !Promise.letsPass(new KeyReference("azure", ID), told.answer()),
                    "a deleted key passes",
                    told.answer());
        }
    }

    private static void isEnabled(HttpAnswer answer, Said said, KeyAnswer read) {
        Promise.that(answer.status() == 200, "a pass is a 200", read);
        Promise.that(Promise.only("true", said.at("attributes", "enabled")), "a pass says enabled alone", read);
        Set<String> kid = said.at("key", "kid");
        Promise.that(
                kid.size() == 1
                        && kid.iterator()
                                .next()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("\"" + ID.toLowerCase(Locale.ROOT) + "/"),
                "a pass is of this key",
                read);
        Promise.that(
                said.at("recoveryId").isEmpty() && said.at("scheduledPurgeDate").isEmpty(),
                "a pass is not deleted",
                read);
    }
}
