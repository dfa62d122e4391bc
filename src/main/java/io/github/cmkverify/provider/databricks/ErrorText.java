package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the body of an error says, in any of the shapes that were seen (provider document databricks, 4.1): a code as
 * text or number beside the message, a code at the beginning of the message, plain text with a code, a page of HTML.
 *
 * @param form the shape
 * @param code the service's own code, empty where there is none; digits where it is a number
 * @param message its words, at most 500 characters
 */
record ErrorText(Form form, String code, String message) {
    private static final int SEARCHED = 20_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern CODED = Pattern.compile("([A-Z][A-Z_]{2,60}): (.*)", Pattern.DOTALL);
    private static final Pattern PAGE_WORDS =
            Pattern.compile("<(title|pre)>(.*?)</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "\\bIP (access list|ACL)|\\bIP address\\b.*\\b(blocked|not allowed)|private.?link|network policy",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHENTICATION = Pattern.compile(
            "(invalid|expired|malformed)\\b.{0,20}\\btoken|token\\b.{0,20}\\b(invalid|expired|revoked)"
                    + "|credential was not sent|not authenticated",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile(
            "\\baccount( [0-9a-f-]{36})?( does not exist| was not found| not found)"
                    + "|\\bdoes not belong to (this|the) account",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSENT =
            Pattern.compile("does not exist|not found|no such|cannot be found", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDPOINT =
            Pattern.compile("\\bendpoint\\b|\\bno api\\b|\\bpath\\b|\\burl\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern THROTTLED = Pattern.compile("throttled|too many requests", Pattern.CASE_INSENSITIVE);
    private static final Set<String> THROTTLING = Set.of("RESOURCE_EXHAUSTED", "REQUEST_LIMIT_EXCEEDED");
    private static final Set<String> NO_SUCH_RESOURCE = Set.of("NOT_FOUND", "RESOURCE_DOES_NOT_EXIST");

    /** The shape of a body. */
    enum Form {
        /** A strict JSON object. */
        JSON,
        /** {@code CODE: words}. */
        CODED_TEXT,
        /** HTML, or anything else that the service does not write as an error. */
        FOREIGN,
        /** Nothing. */
        EMPTY
    }

    /** Reads the body of an answer. */
    static ErrorText of(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return new ErrorText(Form.EMPTY, "", "");
        }
        try {
            JsonNode json = Json.read(answer.body());
            if (json.isObject()) {
                return ofObject(json);
            }
        } catch (StrangeJsonException e) {
            return ofText(text);
        }
        return new ErrorText(Form.FOREIGN, "", ServerText.cut(text));
    }

    private static ErrorText ofObject(JsonNode json) {
        String message = first(json, "message", "error_description", "detail");
        JsonNode coded = json.path("error_code");
        String code =
                coded.isTextual() || coded.isIntegralNumber() ? coded.asText().strip() : first(json, "error");
        Matcher inside = CODED.matcher(message);
        if (code.isEmpty() && inside.matches()) {
            return new ErrorText(Form.JSON, inside.group(1), ServerText.cut(inside.group(2)));
        }
        if (!CODE.matcher(code).matches()) {
            return new ErrorText(Form.JSON, "", ServerText.cut(message.isEmpty() ? code : message));
        }
        return new ErrorText(Form.JSON, code, ServerText.cut(message));
    }

    private static ErrorText ofText(String text) {
        Matcher coded = CODED.matcher(text);
        if (coded.matches()) {
            return new ErrorText(Form.CODED_TEXT, coded.group(1), ServerText.cut(coded.group(2)));
        }
        Matcher page = PAGE_WORDS.matcher(text.substring(0, Math.min(text.length(), SEARCHED)));
        return new ErrorText(
                Form.FOREIGN, "", ServerText.cut(page.find() ? page.group(2).strip() : text));
    }

    private static String first(JsonNode json, String... fields) {
        for (String field : fields) {
            if (json.path(field).isTextual()) {
                return json.path(field).asText();
            }
        }
        return "";
    }

    /** Whether it is an error as the service writes them, and not a page of somebody in between. */
    boolean isOfTheService() {
        return form == Form.CODED_TEXT || (form == Form.JSON && !(code.isEmpty() && message.isEmpty()));
    }

    /** Whether the service asks to come back later, whatever the status says. */
    boolean isThrottling() {
        return THROTTLING.contains(code)
                || (isOfTheService() && THROTTLED.matcher(message).find());
    }

    /** Whether the service reports a passing fault of its own, whatever the status says. */
    boolean isPassingFault() {
        return code.equals("TEMPORARILY_UNAVAILABLE");
    }

    /** Whether the machine that asks is kept out. */
    boolean isAboutTheNetwork() {
        return isOfTheService() && ADDRESS.matcher(message).find();
    }

    /** Whether it is not known who asks, rather than what is allowed. */
    boolean isAboutAuthentication() {
        if (!isOfTheService() || code.equals("PERMISSION_DENIED")) {
            return message.toLowerCase(Locale.ROOT).contains("invalid access token");
        }
        return code.equals("UNAUTHENTICATED")
                || code.equals("UNAUTHORIZED")
                || AUTHENTICATION.matcher(message).find();
    }

    /** Whether the account, not the key, is the one that is unknown. */
    boolean isAboutTheAccount() {
        return isOfTheService() && ACCOUNT.matcher(message).find();
    }

    /**
     * Whether it is the service's own statement that a resource is not there. A number instead of a code counts only
     * with words of that meaning that are not about the address that was asked.
     */
    boolean isAboutAnAbsentResource() {
        if (form != Form.JSON || isAboutTheAccount()) {
            return false;
        }
        boolean numbered = code.equals("404")
                && ABSENT.matcher(message).find()
                && !ENDPOINT.matcher(message).find();
        return NO_SUCH_RESOURCE.contains(code) || numbered;
    }

    /** The code, or {@code otherwise} where there is none. */
    String codeOr(String otherwise) {
        return code.isEmpty() ? otherwise : code;
    }
}
