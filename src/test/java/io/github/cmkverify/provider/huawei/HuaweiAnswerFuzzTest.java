package io.github.cmkverify.provider.huawei;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** No bytes pass for an enabled key that the KMS did not give the state 2. */
@Timeout(10)
class HuaweiAnswerFuzzTest {
    private static final String ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private static final HuaweiKey KEY =
            new HuaweiKey("eu-de", "0123456789abcdef0123456789abcdef", ID, "otc.t-systems.com", null, null);

    @FuzzTest
    void describe(byte[] input) {
        HttpAnswer answer = Wire.answer(input);

        Reading reading = new AnswerReader(KEY).read(answer);
        AnswerReader.requestId(answer);

        KeyAnswer read = reading.answer();
        Promise.isBounded(read);
        Said said = new Said(answer.body());
        if (Promise.letsPass(KEY.reference(), read)) {
            Promise.that(answer.status() == 200, "a pass is a 200", read);
            Promise.that(reading.disposition() == Disposition.FINAL, "a pass is final", read);
            Set<String> state = unquoted(said.at("key_info", "key_state"));
            Promise.that(Promise.only("2", state), "a pass says 2 alone", read);
            Promise.that(Promise.only("\"" + ID + "\"", said.at("key_info", "key_id")), "a pass is of this key", read);
            Set<String> deletion = unquoted(said.at("key_info", "scheduled_deletion_date"));
            Promise.that(Set.of("", "0").containsAll(deletion), "a pass is not dying", read);
            Promise.that(
                    unquoted(said.at("key_info", "default_key_flag")).stream().noneMatch("1"::equals), "own", read);
        }
        if (Promise.isMissing(read)) {
            Set<String> codes = Stream.of(said.at("error", "error_code"), said.at("error_code"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            Promise.that(
                    codes.equals(Set.of(answer.status() == 404 ? "\"KMS.0207\"" : "\"KMS.0205\"")),
                    "missing has the code of the KMS",
                    read);
        }
        if (read instanceof KeyAnswer.Described described && answer.status() != 200) {
            KeyFacts facts = described.facts();
            Promise.that(facts.state() == KeyState.UNAVAILABLE, "an error describes frozen keys alone", read);
        }
    }

    private static Set<String> unquoted(Set<String> values) {
        return values.stream()
                .map(value -> value.replaceAll("^\"|\"$", "").strip())
                .collect(Collectors.toSet());
    }
}
