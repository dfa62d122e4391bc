package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void whatTheSystemSaysIsShown() {
        assertEquals("Connection reset", shown(new SocketException("Connection reset")));
    }

    @Test
    void aSystemThatSaysNothingLeavesTheName() {
        assertEquals("SocketException", shown(new SocketException()));
    }

    @Test
    void anAnswerThatIsNotHttpIsNotShown() {
        String broken = "the answer broke off or is not HTTP";
        assertEquals(broken, shown(new ProtocolException("Unexpected status line: " + Doors.SECRET)));
        assertEquals(broken, shown(new EOFException("\\n not found: " + Doors.SECRET)));
    }

    @Test
    void whatSomebodyElseSaysIsNotShown() {
        assertEquals("IOException", shown(new IOException("bad header: " + Doors.SECRET)));
    }

    private static String shown(IOException failure) {
        Attempt attempt = Failures.sort(failure, false, new Trace("https://host", 1, Instant.EPOCH, false));
        return ((HttpFailure) attempt.result()).detail();
    }
}
