package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.ServerText;
import java.util.Set;

/** Answers below 400 other than 200: to a login page, to an error page of Private Link, or simply not documented. */
final class Redirects {
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static ApiReply.Doubtful read(HttpAnswer answer) {
        String location = answer.header("location");
        Cause cause;
        String said;
        if (!ELSEWHERE.contains(answer.status()) || location == null) {
            cause = Cause.STRANGE_ANSWER;
            said = "HTTP " + answer.status() + ", which is not documented";
        } else if (location.contains("private-link-validation-error")) {
            cause = Cause.NETWORK_DENIED;
            said = "private-link-validation-error";
        } else {
            cause = Cause.REDIRECTED;
            said = "to " + ServerText.cut(withoutQuery(location));
        }
        return new ApiReply.Doubtful(
                new KeyAnswer.Undetermined(cause, String.valueOf(answer.status()), said), Disposition.UNCLEAR);
    }

    /** Queries of login pages carry what was asked, and could carry more. */
    private static String withoutQuery(String location) {
        return location.split("[?#]", 2)[0];
    }
}
