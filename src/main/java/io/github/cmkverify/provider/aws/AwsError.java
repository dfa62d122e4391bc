package io.github.cmkverify.provider.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error as services of AWS write it (provider document aws, A.2): a code in {@code __type} or {@code code} of a JSON
 * object, in the header {@code x-amzn-ErrorType}, or in XML.
 *
 * @param code the code without the name space before and the URL behind it; {@code null} where there is none, or two
 * @param message the service's words
 * @param ofKms whether the code stands where KMS itself writes it, in {@code __type}, and nothing of a key beside it
 */
record AwsError(@Nullable String code, String message, boolean ofKms) {
    private static final int XML_READ = 5000;
    private static final String TYPE = "__type";
    private static final List<String> CODE_FIELDS = List.of(TYPE, "code", "Code");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,99}");
    private static final Pattern XML_CODE = Pattern.compile("<Code>([^<]{1,100})</Code>");
    private static final Pattern XML_MESSAGE = Pattern.compile("<Message>([^<]{1,500})");

    /** Reads whatever there is; nothing in an answer makes it throw. */
    static AwsError of(HttpAnswer answer) {
        AwsError body = ofBody(answer.body());
        String header = code(answer.header("x-amzn-errortype"));
        if (header == null || header.equals(body.code)) {
            return body;
        }
        return new AwsError(body.code == null ? header : null, body.message, false);
    }

    private static AwsError ofBody(byte[] body) {
        try {
            JsonNode error = Json.read(body);
            Set<String> codes = new HashSet<>();
            for (String name : CODE_FIELDS) {
                String code = code(text(error, name));
                if (code != null) {
                    codes.add(code);
                }
            }
            String code = codes.size() == 1 ? codes.iterator().next() : null;
            String message = text(error, "message", "Message", "errorMessage");
            boolean ofKms = code != null && error.path(TYPE).isTextual() && !error.has("KeyMetadata");
            return new AwsError(code, message == null ? "" : ServerText.cut(message), ofKms);
        } catch (StrangeJsonException e) {
            return ofXml(new String(body, 0, Math.min(body.length, XML_READ), StandardCharsets.UTF_8));
        }
    }

    /** Without an XML parser: two elements are all there is to know, and a parser would follow entities. */
    private static AwsError ofXml(String body) {
        Matcher code = XML_CODE.matcher(body);
        Matcher message = XML_MESSAGE.matcher(body);
        return new AwsError(code.find() ? code(code.group(1)) : null, message.find() ? message.group(1) : "", false);
    }

    private static @Nullable String text(JsonNode error, String... names) {
        for (String name : names) {
            if (error.path(name).isTextual()) {
                return error.path(name).textValue();
            }
        }
        return null;
    }

    private static @Nullable String code(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String code = written.strip().replaceFirst(":.*$", "").replaceFirst("^.*#", "");
        return CODE.matcher(code).matches() ? code : null;
    }

    /** What the code is about. */
    Kind kind() {
        return code == null ? Kind.UNKNOWN : Kind.of(code);
    }

    /** Whether the ARN does not belong to the region that was asked, for which KMS has no code of its own. */
    boolean isInvalidArn() {
        return message.toLowerCase(Locale.ROOT).contains("invalid arn");
    }

    /** Whether its words name keys (for an alias: aliases), and the one that was asked for is not among them. */
    boolean isAboutAnother(AwsKey key) {
        return NamedKeys.areOthers(message, key);
    }

    /** What an error is about. */
    enum Kind {
        /** There is no such key. */
        NOT_FOUND,
        /** The request is wrong. */
        REQUEST,
        /** The operation is not one of this service. */
        OPERATION,
        /** Known, but not allowed. */
        DENIED,
        /** Come back later. */
        THROTTLED,
        /** A fault of the service. */
        FAULT,
        /** Who asks is not known. */
        AUTHENTICATION,
        /** No code, or none that is documented. */
        UNKNOWN;

        private static Kind of(String code) {
            return switch (code) {
                case "NotFoundException" -> NOT_FOUND;
                case "InvalidArnException", "ValidationException", "ValidationError", "SerializationException" ->
                    REQUEST;
                case "UnknownOperationException", "UnknownOperation", "InvalidAction" -> OPERATION;
                case "AccessDeniedException",
                        "AccessDenied",
                        "NotAuthorized",
                        "OptInRequired",
                        "SubscriptionRequiredException" -> DENIED;
                case "ThrottlingException",
                        "Throttling",
                        "ThrottledException",
                        "RequestThrottled",
                        "RequestThrottledException",
                        "RequestLimitExceeded",
                        "LimitExceededException",
                        "TooManyRequestsException",
                        "SlowDown" -> THROTTLED;
                case "KMSInternalException",
                        "DependencyTimeoutException",
                        "InternalFailure",
                        "InternalError",
                        "InternalServerError",
                        "InternalServerException",
                        "ServiceUnavailable",
                        "ServiceUnavailableException" -> FAULT;
                case "UnrecognizedClientException",
                        "IncompleteSignature",
                        "IncompleteSignatureException",
                        "InvalidSignatureException",
                        "SignatureDoesNotMatch",
                        "ExpiredToken",
                        "ExpiredTokenException",
                        "RequestExpired",
                        "RequestTimeTooSkewed",
                        "MissingAuthenticationToken",
                        "MissingAuthenticationTokenException",
                        "InvalidClientTokenId",
                        "InvalidAccessKeyId",
                        "InvalidToken",
                        "AuthFailure" -> AUTHENTICATION;
                default -> UNKNOWN;
            };
        }
    }
}
