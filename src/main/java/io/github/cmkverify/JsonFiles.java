package io.github.cmkverify;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.InvalidInputException;

/** Files of JSON that people write are read as strictly as answers of servers. */
final class JsonFiles {
    private JsonFiles() {}

    static JsonNode read(byte[] text) throws InvalidInputException {
        try {
            return Json.read(text);
        } catch (StrangeJsonException e) {
            throw new InvalidInputException(
                    "content", String.valueOf(e.getMessage()), "one JSON value in UTF-8, each field once");
        }
    }
}
