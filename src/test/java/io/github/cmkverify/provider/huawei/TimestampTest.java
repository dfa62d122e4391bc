package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"1502799822000\" | 2017-08-15T12:23:42Z",
                "1502799822000     | 2017-08-15T12:23:42Z",
                "\" 1502799822000 \" | 2017-08-15T12:23:42Z",
                "\"1502799822\"    | 2017-08-15T12:23:42Z",
                "1502799822        | 2017-08-15T12:23:42Z",
                "\"999999999\"     | 2001-09-09T01:46:39Z",
                "\"100000000000\"  | 1973-03-03T09:46:40Z",
            })
    void readsSecondsAndMilliseconds(String json, Instant time) throws Exception {
        Timestamp read = read(json);

        assertEquals(time, read.time());
        assertTrue(read.isSet());
        assertFalse(read.isUnreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"0\"", "0", "null"})
    void nothingIsNotSet(String json) throws Exception {
        Timestamp read = read(json);

        assertNull(read.time());
        assertFalse(read.isSet());
        assertFalse(read.isUnreadable());
    }

    @Test
    void anAbsentFieldIsNotSet() throws Exception {
        assertFalse(
                Timestamp.of(new ObjectMapper().readTree("{}").path("absent")).isSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"soon\"",
                "\"2026-12-03T00:00:00Z\"",
                "12345678",
                "-1502799822000",
                "1502799822.5",
                "1.5e12",
                "true",
                "{}",
                "[]",
                "\"1502799822000000\"",
                "\"99999999999999999999999999\""
            })
    void anythingElseIsUnreadable(String json) throws Exception {
        Timestamp read = read(json);

        assertNull(read.time());
        assertTrue(read.isUnreadable());
    }

    private static Timestamp read(String json) throws Exception {
        return Timestamp.of(new ObjectMapper().readTree(json));
    }
}
