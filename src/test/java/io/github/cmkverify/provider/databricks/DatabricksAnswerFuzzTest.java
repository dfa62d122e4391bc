package io.github.cmkverify.provider.databricks;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/** No bytes make a configuration pass by itself, or point to a key that is not named in them. */
@Timeout(10)
class DatabricksAnswerFuzzTest {
    private static final String ACCOUNT = "ac7e1f00-0000-4000-8000-00000000000a";
    private static final String ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private static final DatabricksReference KEY = new DatabricksReference(ACCOUNT, ID, null);

    @FuzzTest
    void configuration(byte[] input) {
        HttpAnswer answer = Wire.answer(input);
        Said said = new Said(answer.body());
        ApiReply reply = ApiReply.of(answer).hiding(new Secret("geheim"));
        reply.disposition();
        if (reply instanceof ApiReply.Absent absent) {
            KeyAnswer missing = new KeyAnswer.Missing(absent.code(), absent.said(), false);
            Promise.isBounded(missing);
            Promise.that(answer.status() == 404, "absent is a 404", missing);
            Promise.that(
                    !said.at("error_code").isEmpty()
                            || !said.at("error").isEmpty()
                            || !said.at("message").isEmpty(),
                    "absent is in the service's words",
                    missing);
        } else if (reply instanceof ApiReply.Doubtful doubtful) {
            Promise.isBounded(doubtful.doubt());
        } else if (reply instanceof ApiReply.Answered answered) {
            KeyAnswer read = ConfigurationReader.read(
                    answered.json(), KEY, () -> new Usage(List.of(), Map.of("prod", "eu-west-1")));
            Promise.isBounded(read);
            Promise.that(answer.status() == 200, "a description is a 200", read);
            Promise.that(!Promise.letsPass(KEY.toKeyReference(), read), "a configuration alone passes", read);
            Promise.that(!Promise.isMissing(read), "a description is missing", read);
            if (read instanceof KeyAnswer.PointsTo to) {
                pointsToWhatIsSaid(to, said);
            }
        }
    }

    private static void pointsToWhatIsSaid(KeyAnswer.PointsTo to, Said said) {
        Promise.that(Promise.only("\"" + ID + "\"", lower(said.at("customer_managed_key_id"))), "of this id", to);
        Promise.that(Promise.only("\"" + ACCOUNT + "\"", lower(said.at("account_id"))), "of this account", to);
        Promise.that(to.target().options().isEmpty(), "an answer names no endpoint", to);
        Set<String> named = Stream.of(
                        said.at("aws_key_info", "key_arn"),
                        said.at("gcp_key_info", "kms_key_id"),
                        said.at("azure_key_info", "key_vault_uri"))
                .flatMap(Set::stream)
                .map(value -> value.substring(1, value.length() - 1))
                .collect(Collectors.toSet());
        Promise.that(
                named.size() == 1
                        && to.target().text().startsWith(named.iterator().next().replaceFirst("/$", "")),
                "the target is the one that is named",
                to);
    }

    private static Set<String> lower(Set<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
