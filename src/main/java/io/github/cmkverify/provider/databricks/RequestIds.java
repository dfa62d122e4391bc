package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The service's id of a request: in a header, or as {@code [ReqId: …]} in the words of an error. */
final class RequestIds {
    private static final List<String> HEADERS = List.of("x-request-id", "x-databricks-request-id", "request-id");
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:=/+-]{1,100}");
    private static final Pattern IN_TEXT = Pattern.compile("\\[ReqId: ([A-Za-z0-9._-]{1,100})]");
    private static final int SEARCHED = 4096;

    private RequestIds() {}

    static @Nullable String of(HttpResult result) {
        if (!(result instanceof HttpAnswer answer)) {
            return null;
        }
        for (String name : HEADERS) {
            String value = answer.header(name);
            if (value != null && FORM.matcher(value).matches()) {
                return value;
            }
        }
        if (answer.status() < 400) {
            return null;
        }
        byte[] body = answer.body();
        Matcher text = IN_TEXT.matcher(new String(body, 0, Math.min(body.length, SEARCHED), StandardCharsets.UTF_8));
        return text.find() ? text.group(1) : null;
    }
}
