package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the query of a reference: {@code name=value} pairs between ampersands, percent-encoded where needed. */
final class Query {
    private Query() {}

    /**
     * Reads the options behind a reference.
     *
     * @param reference the reference, for messages
     * @param query what follows its question mark
     * @param accepted the names that are known
     * @throws InvalidInputException if an option is unknown, empty or doubled, or no {@code name=value} at all
     */
    static Map<String, String> read(String reference, String query, Collection<String> accepted)
            throws InvalidInputException {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new InvalidInputException(
                        "query of '" + reference + "'", pair, "name=value; names: " + Suggestion.words(pair, accepted));
            }
            String name = pair.substring(0, equals);
            if (!accepted.contains(name)) {
                throw new InvalidInputException("query of '" + reference + "'", name, Suggestion.words(name, accepted));
            }
            String where = "'" + reference + "' option " + name;
            String value = Texts.checked(decode(pair.substring(equals + 1), where), where);
            if (options.put(name, value) != null) {
                throw new InvalidInputException(where, pair, "each option once");
            }
        }
        return options;
    }

    private static String decode(String text, String where) throws InvalidInputException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                decoded.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new InvalidInputException(where, text, "'%' followed by two hexadecimal digits (%25 for itself)");
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(where, text, "percent-encoded UTF-8");
        }
    }
}
