package io.github.cmkverify.provider.gcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** No bytes pass for an enabled key without an enabled version of this key in them. */
@Timeout(10)
class GcpAnswerFuzzTest {
    @FuzzTest
    void key(byte[] input) throws InvalidInputException {
        GcpKey key = GcpKey.of("reference", Rig.KEY);
        List<HttpAnswer> answers = Wire.answers(input);
        for (HttpAnswer answer : answers) {
            refusal(answer);
        }
        KeyAnswer read;
        try {
            read = read(key, answers);
        } catch (StrangeJsonException e) {
            return;
        } catch (AnsweredException e) {
            Promise.isBounded(e.answer());
            Promise.that(
                    !Promise.letsPass(new KeyReference("gcp", Rig.KEY), e.answer()), "a failure passes", e.answer());
            return;
        }
        Promise.isBounded(read);
        if (Promise.letsPass(new KeyReference("gcp", Rig.KEY), read)) {
            passes(answers, read);
        }
    }

    private static void passes(List<HttpAnswer> answers, KeyAnswer read) {
        Said said = new Said(answers.get(0).body());
        Promise.that(answers.get(0).status() == 200, "a pass is a 200", read);
        Promise.that(Promise.only("\"" + Rig.KEY + "\"", said.at("name")), "a pass is of this key", read);
        Set<String> states = said.at("primary", "state");
        if (states.isEmpty() && answers.size() > 1) {
            states = new Said(answers.get(1).body()).at("cryptoKeyVersions", "*", "state");
            Promise.that(
                    !states.contains("\"DISABLED\"") && !states.contains("\"DESTROY_SCHEDULED\""), "the worst", read);
        } else {
            Promise.that(states.size() == 1, "a pass has one primary state", read);
            Promise.that(said.at("primary", "destroyTime").isEmpty(), "a pass is not dying", read);
        }
        Promise.that(states.contains("\"ENABLED\""), "a pass says ENABLED", read);
    }

    /** The answers to the questions for the key and for its versions. */
    private static KeyAnswer read(GcpKey key, List<HttpAnswer> answers) throws StrangeJsonException, AnsweredException {
        if (answers.get(0).status() != 200) {
            return Refusal.read(key.name(), answers.get(0));
        }
        CryptoKey found = CryptoKey.read(key, Json.read(answers.get(0).body()));
        Assessment assessment = new Assessment(key, found);
        if (answers.size() > 1 && answers.get(1).status() != 200) {
            KeyAnswer refusal = Refusal.read(key.name(), answers.get(1));
            return found.isSymmetric() ? assessment.symmetric(refusal) : Assessment.withoutMissing(refusal);
        }
        List<KeyVersion> versions = new ArrayList<>();
        if (answers.size() > 1) {
            Fields page = Fields.of(Json.read(answers.get(1).body()), "the list");
            for (JsonNode element : page.elements("cryptoKeyVersions")) {
                versions.add(KeyVersion.read(key, Fields.of(element, "a version")));
            }
        }
        return found.isSymmetric() ? assessment.symmetric(versions) : assessment.worst(versions);
    }

    private static void refusal(HttpAnswer answer) {
        Refusal.disposition(answer);
        KeyAnswer refusal = Refusal.read(Rig.KEY, answer);
        Promise.isBounded(refusal);
        if (Promise.isMissing(refusal)) {
            Said said = new Said(answer.body());
            Promise.that(said.at("error", "status").equals(Set.of("\"NOT_FOUND\"")), "in Google's words", refusal);
            Promise.that(
                    said.at("error", "message").stream().allMatch(words -> words.contains(Rig.KEY)),
                    "of this key",
                    refusal);
        }
    }
}
