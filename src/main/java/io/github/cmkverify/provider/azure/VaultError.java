package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.ServerText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An error as vaults write it, {@code {"error":{"code","message","innererror":{"code"}}}}; real answers also spell
 * {@code innerError} (provider document azure, C).
 *
 * @param code the vault's own code
 * @param inner the code within, which says why a request is forbidden
 * @param message the vault's words, at most 500 characters
 */
record VaultError(String code, @Nullable String inner, String message) {
    /** Reads the error of an answer; empty where it is not in the documented shape, or describes a key as well. */
    static Optional<VaultError> of(HttpAnswer answer) {
        try {
            JsonNode body = Json.read(answer.body());
            JsonNode error = body.path("error");
            JsonNode code = error.path("code");
            if (!code.isTextual() || code.textValue().isBlank() || body.has("key")) {
                return Optional.empty();
            }
            String message = JsonFields.text(error, "message");
            return Optional.of(new VaultError(
                    ServerText.cut(code.textValue()), inner(error), message == null ? "" : ServerText.cut(message)));
        } catch (StrangeJsonException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String inner(JsonNode error) {
        return Stream.of("innererror", "innerError")
                .map(name -> error.path(name).path("code"))
                .filter(JsonNode::isTextual)
                .map(code -> ServerText.cut(code.textValue()))
                .findFirst()
                .orElse(null);
    }

    /** The most telling code. */
    String shownCode() {
        return inner == null ? code : inner;
    }

    /** Whether the vault does not know the key. */
    boolean isKeyNotFound() {
        return code.equals("KeyNotFound") && inner == null;
    }

    /** Whether the key is there, and disabled. */
    boolean isKeyDisabled() {
        return code.equals("Forbidden") && "KeyDisabled".equals(inner);
    }

    /** Whether not who asks is kept out, but the machine that asks. */
    boolean isOfFirewall() {
        String words = message.toLowerCase(Locale.ROOT);
        return Stream.of(code, shownCode())
                        .anyMatch(any -> any.equals("ForbiddenByFirewall") || any.equals("ForbiddenByConnection"))
                || words.contains("client address is not authorized")
                || words.contains("public network access is disabled")
                || (words.contains("client address") && words.contains("is not authorized"));
    }
}
