package io.github.cmkverify.provider.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import org.junit.jupiter.api.Timeout;

/** No bytes pass for an enabled key that AWS did not call enabled. */
@Timeout(10)
class AwsAnswerFuzzTest {
    @FuzzTest
    void describe(byte[] input) throws InvalidInputException {
        HttpAnswer answer = Wire.answer(input);
        AwsKey key = AwsKey.of("reference", Rig.ARN);

        KeyAnswer read = DescribeKeyAnswer.read(key, answer);
        Disposition disposition = DescribeKeyAnswer.disposition(key, answer);

        Promise.isBounded(read);
        Said said = new Said(answer.body());
        if (Promise.letsPass(new KeyReference("aws", Rig.ARN), read)) {
            Promise.that(answer.status() == 200, "a pass is a 200", read);
            Promise.that(disposition == Disposition.FINAL, "a pass is final", read);
            Promise.that(
                    Promise.only("\"Enabled\"", said.at("KeyMetadata", "KeyState")), "a pass says Enabled alone", read);
            Promise.that(
                    Promise.only("\"" + Rig.ID + "\"", said.at("KeyMetadata", "KeyId")), "a pass is of this key", read);
            Promise.that(!said.at("KeyMetadata", "Enabled").contains("false"), "a pass is not disabled", read);
            Promise.that(said.at("KeyMetadata", "DeletionDate").isEmpty(), "a pass is not dying", read);
        }
        if (Promise.isMissing(read)) {
            Promise.that(answer.status() == 400 || answer.status() == 404, "missing is a 400 or 404", read);
            String type = String.join(" ", said.at("__type"));
            Promise.that(type.contains("NotFoundException"), "missing has the code of KMS", read);
            Promise.that(
                    said.at("message").stream().noneMatch(words -> words.contains("Invalid arn")),
                    "not a wrong region",
                    read);
        }
    }
}
