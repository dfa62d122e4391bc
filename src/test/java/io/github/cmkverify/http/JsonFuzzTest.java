package io.github.cmkverify.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/** The strict reader takes nothing that the common one refuses, and reads the same. */
@Timeout(10)
class JsonFuzzTest {
    private static final JsonMapper COMMON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @FuzzTest
    void read(byte[] input) throws JsonProcessingException {
        JsonNode read;
        try {
            read = Json.read(input);
        } catch (StrangeJsonException e) {
            if (String.valueOf(e.getMessage()).length() > 200) {
                throw new AssertionError("quotes the body", e);
            }
            return;
        }
        String text = new String(input, StandardCharsets.UTF_8);
        JsonNode common = COMMON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!common.equals(JsonFuzzTest::compare, read)) {
            throw new AssertionError(read + " is " + common);
        }
    }

    /** Numbers by their value: the common reader forgets the exponent of zero. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
