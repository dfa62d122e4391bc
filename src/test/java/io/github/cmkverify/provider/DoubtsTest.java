package io.github.cmkverify.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtsTest {
    private static final Trace TRACE = new Trace("https://kms.example", 3, Instant.EPOCH, true);

    @ParameterizedTest
    @CsvSource({
        "HOST_NOT_ALLOWED, HOST_NOT_ALLOWED",
        "HOST_UNKNOWN, HOST_UNKNOWN",
        "NOT_REACHED, NOT_REACHED",
        "TLS_FAILED, TLS_FAILED",
        "TIMED_OUT, TIMED_OUT",
        "OUT_OF_TIME, OUT_OF_TIME",
        "TOO_LARGE, STRANGE_ANSWER",
        "UNSENDABLE, BROKEN_CREDENTIALS",
        "IDENTITY_REFUSED, NOT_ASKED_AGAIN",
        "INTERNAL, INTERNAL_FAULT",
    })
    void aFailedRequestLeavesAKeyUndetermined(HttpFailure.Kind kind, Cause cause) {
        assertEquals(new KeyAnswer.Undetermined(cause, null, "seen"), Doubts.of(new HttpFailure(kind, "seen", TRACE)));
    }

    @Test
    void theEvidenceOfAnAnswerHasItsStatus() {
        assertEquals(
                new Evidence("https://kms.example", "Ask", 404, "id", Instant.EPOCH, "who", 3, true),
                Evidences.of(new HttpAnswer(404, Map.of(), new byte[0], TRACE), "Ask", "id", "who"));
    }

    @Test
    void theEvidenceOfAFailureHasNone() {
        Evidence evidence = Evidences.of(new HttpFailure(HttpFailure.Kind.TIMED_OUT, "", TRACE), "Ask", null, "who");

        assertEquals(0, evidence.status());
        assertNull(evidence.requestId());
    }
}
