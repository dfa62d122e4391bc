package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An error in one of the three documented shapes (provider document huawei, 2.1 to 2.3): the KMS nests
 * {@code error_code} in {@code error}, the gateway writes it flat, the identity service nests an integral {@code code}.
 *
 * @param code the service's own code: {@code KMS.0207}, {@code APIGW.0301}, {@code 401}
 * @param message its words, at most 500 characters, possibly empty
 */
record ServiceError(String code, String message) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    /** Reads an error; empty where there is none, where it names more than one code, or describes a key as well. */
    static Optional<ServiceError> in(JsonNode body) {
        JsonNode nested = body.path("error");
        long codes = Stream.of(nested.get("error_code"), nested.get("code"), body.get("error_code"))
                .filter(code -> code != null && !code.isNull())
                .count();
        if (codes != 1 || body.has("key_info")) {
            return Optional.empty();
        }
        return text(nested.path("error_code"))
                .or(() -> text(body.path("error_code")))
                .map(code -> new ServiceError(code, words(nested.path("error_msg")) + words(body.path("error_msg"))))
                .or(() -> text(nested.path("code"))
                        .filter(code -> DIGITS.matcher(code).matches())
                        .map(code -> new ServiceError(code, words(nested.path("message")))));
    }

    /** Whether a body holds anything of an error, in a documented shape or not. */
    static boolean isHintedAt(JsonNode body) {
        return body.hasNonNull("error") || body.hasNonNull("error_code") || body.hasNonNull("error_msg");
    }

    private static Optional<String> text(JsonNode code) {
        return code.isTextual() || code.isIntegralNumber()
                ? Optional.of(Texts.limited(code.asText()))
                : Optional.empty();
    }

    private static String words(JsonNode message) {
        return message.isTextual() ? Texts.limited(message.textValue()) : "";
    }

    /** Whether it comes from the KMS itself, behind the gateway. */
    boolean isOfKms() {
        return code.startsWith("KMS.");
    }

    /** Whether it is one of the gateway's codes; Huawei writes {@code APIGW.}, other clouds {@code APIG.}. */
    boolean isOfGateway(String... numbers) {
        for (String number : numbers) {
            if (code.equals("APIGW." + number) || code.equals("APIG." + number)) {
                return true;
            }
        }
        return false;
    }
}
