package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.http.ReplyRule.Disposition;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyRuleTest {
    @ParameterizedTest
    @CsvSource({
        "200, FINAL",
        "204, FINAL",
        "299, FINAL",
        "199, UNCLEAR",
        "302, UNCLEAR",
        "400, UNCLEAR",
        "401, UNCLEAR",
        "404, UNCLEAR",
        "501, UNCLEAR",
        "429, RETRY",
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "504, RETRY",
    })
    void onlyASuccessShowsThatWhoAsksIsAccepted(int status, Disposition disposition) {
        Trace trace = new Trace("https://kms.example", 1, Instant.EPOCH, false);

        assertEquals(disposition, ReplyRule.byStatus().judge(new HttpAnswer(status, Map.of(), new byte[0], trace)));
    }
}
