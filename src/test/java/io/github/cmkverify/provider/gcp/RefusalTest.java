package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.sim.GcpSim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static Undetermined doubt(int status, String body) {
        HttpAnswer answer = new HttpAnswer(
                status,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                new Trace("https://cloudkms.googleapis.com", 1, Instant.EPOCH, false));
        return assertInstanceOf(Undetermined.class, Refusal.read(Rig.KEY, answer));
    }

    @ParameterizedTest
    @CsvSource({
        "299, STRANGE_ANSWER",
        "300, REDIRECTED",
        "399, REDIRECTED",
        "400, STRANGE_ANSWER",
        "404, WRONG_SERVICE",
        "405, WRONG_SERVICE",
        "407, NETWORK_DENIED",
        "429, THROTTLED",
        "499, STRANGE_ANSWER",
        "500, SERVICE_FAULT",
        "501, WRONG_SERVICE",
        "503, SERVICE_FAULT",
        "505, STRANGE_ANSWER",
        "511, NETWORK_DENIED"
    })
    void anAnswerWithoutAnErrorOfGooglesIsReadByItsStatus(int status, Cause cause) {
        assertEquals(cause, doubt(status, "<html>Sign in.</html>").cause());
    }

    @Test
    void saysWhatItSawWhereNoErrorOfGooglesIs() {
        assertEquals("HTTP 404 without an error of Google's", doubt(404, "{}").said());
        assertEquals(
                "HTTP 404 without an error of Google's: No such page.",
                doubt(404, "{\"error\":{\"message\":\"No such page.\"}}").said());
    }

    @ParameterizedTest
    @CsvSource({"500, SERVICE_FAULT", "501, STRANGE_ANSWER", "503, SERVICE_FAULT"})
    void aServerThatFailsDoesNotSayThatTheKeyIsMissing(int status, Cause cause) {
        String missing = "CryptoKey " + Rig.KEY + " not found.";
        Undetermined doubt = doubt(status, GcpSim.errorBody(status, "NOT_FOUND", missing));
        assertEquals(cause, doubt.cause());
        assertEquals(missing, doubt.said());
    }
}
