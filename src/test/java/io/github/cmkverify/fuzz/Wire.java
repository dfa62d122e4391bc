package io.github.cmkverify.fuzz;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes answers of the bytes of a fuzzer. Bytes that begin like an answer of HTTP/1.1 have its status and headers; all
 * others are the body of a 200. Several answers stand between lines of {@code ====}.
 */
public final class Wire {
    private static final Pattern HEAD =
            Pattern.compile("HTTP/1\\.1 (\\d{3})[^\\n]*\\n((?:[^\\n]{1,300}\\n){0,20})\\n", Pattern.DOTALL);
    private static final String BETWEEN = "\n====\n";
    private static final int LONGEST_HEAD = 4000;

    private Wire() {}

    /** One answer. */
    public static HttpAnswer answer(byte[] input) {
        String start = new String(input, 0, Math.min(input.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(start);
        if (!head.lookingAt()) {
            return answer(200, Map.of(), input);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : head.group(2).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return answer(Integer.parseInt(head.group(1)), headers, Arrays.copyOfRange(input, head.end(), input.length));
    }

    private static HttpAnswer answer(int status, Map<String, String> headers, byte[] body) {
        return new HttpAnswer(status, headers, body, new Trace("https://kms.example", 1, Instant.EPOCH, false));
    }

    /** One answer after the other, at least one. */
    public static List<HttpAnswer> answers(byte[] input) {
        List<HttpAnswer> answers = new ArrayList<>();
        String all = new String(input, StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int to = all.indexOf(BETWEEN); to >= 0; to = all.indexOf(BETWEEN, from)) {
            answers.add(answer(Arrays.copyOfRange(input, from, to)));
            from = to + BETWEEN.length();
        }
        answers.add(answer(Arrays.copyOfRange(input, from, input.length)));
        return answers;
    }
}
