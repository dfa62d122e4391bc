package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads answers to describe-key. The body decides, never its content type. */
final class AnswerReader implements ReplyRule {
    private static final int OK = 200;
    private static final int LONGEST_REQUEST_ID = 100;

    private static final Pattern KEY_ID = Pattern.compile("[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}");

    private final HuaweiKey asked;
    private final DescriptionReader descriptions;

    /** A reader of answers about this key. */
    AnswerReader(HuaweiKey asked) {
        this.asked = asked;
        descriptions = new DescriptionReader(asked);
    }

    @Override
    public Disposition judge(HttpAnswer answer) {
        return read(answer).disposition();
    }

    /** Reads an answer. */
    Reading read(HttpAnswer answer) {
        JsonNode body;
        try {
            body = Json.read(answer.body());
        } catch (StrangeJsonException e) {
            String said = "not one JSON value: " + e.getMessage();
            return answer.status() == OK
                    ? Reading.strange(said)
                    : ErrorReader.read(answer.status(), Optional.empty(), said);
        }
        if (answer.status() != OK) {
            return aboutAsked(
                    ErrorReader.read(answer.status(), ServiceError.in(body), "no error in a documented shape"));
        }
        return descriptions.read(body);
    }

    /** That another key is missing says nothing of this one. */
    private Reading aboutAsked(Reading reading) {
        if (reading.answer() instanceof KeyAnswer.Missing missing) {
            List<String> named = KEY_ID.matcher(missing.said())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (!named.isEmpty() && !named.contains(asked.keyId())) {
                return Reading.doubt(Cause.OTHER_KEY, missing.code(), missing.said(), reading.disposition());
            }
        }
        return reading;
    }

    /** The provider's id of the request: the gateway's in the body, or else the header's. */
    static @Nullable String requestId(HttpAnswer answer) {
        String inHeader = answer.header("X-Request-Id");
        String id;
        try {
            id = Json.read(answer.body()).path("request_id").asText("");
        } catch (StrangeJsonException e) {
            id = "";
        }
        String told = id.isBlank() ? inHeader : id;
        return told == null || told.length() <= LONGEST_REQUEST_ID ? told : told.substring(0, LONGEST_REQUEST_ID);
    }
}
