package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of list-keys (provider document huawei, 5).
 *
 * @param keys its {@code key_details}
 * @param next the marker of the next page; {@code null} where there is none
 */
record ListPage(List<JsonNode> keys, @Nullable String next) {
    private static final int OK = 200;
    private static final Pattern MARKER = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** Reads a page; empty where the answer is not the documented one. */
    static Optional<ListPage> read(HttpAnswer answer) {
        JsonNode body = body(answer);
        if (answer.status() != OK
                || ServiceError.isHintedAt(body)
                || !body.path("key_details").isArray()) {
            return Optional.empty(); // an older service lists ids alone
        }
        JsonNode marker = body.path("next_marker");
        String next = marker.isTextual() || marker.isIntegralNumber() ? marker.asText() : "";
        boolean more = body.path("truncated").asText().equals("true");
        return Optional.of(new ListPage(
                StreamSupport.stream(body.path("key_details").spliterator(), false)
                        .toList(),
                more && MARKER.matcher(next).matches() ? next : null));
    }

    /** What an answer means for the next attempt, and whether the service accepts who asks. */
    static Reading reading(HttpAnswer answer) {
        if (answer.status() == OK) {
            Disposition disposition = read(answer).isPresent() ? Disposition.FINAL : Disposition.UNCLEAR;
            return Reading.doubt(Cause.STRANGE_ANSWER, null, "not asked about one key", disposition);
        }
        return ErrorReader.read(answer.status(), ServiceError.in(body(answer)), "no error in a documented shape");
    }

    private static JsonNode body(HttpAnswer answer) {
        try {
            return Json.read(answer.body());
        } catch (StrangeJsonException e) {
            return MissingNode.getInstance();
        }
    }
}
