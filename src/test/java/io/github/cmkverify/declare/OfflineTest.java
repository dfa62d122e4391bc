package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.key.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineTest {
    @Test
    void anOfflineBuildFailsUnlessSomebodySaysSkip() throws InvalidInputException {
        assertEquals(Offline.FAIL, Offline.read(null));
        assertEquals(Offline.FAIL, Offline.read("fail"));
        assertEquals(Offline.SKIP, Offline.read(" skip "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SKIP", "true", "warn"})
    void anythingElseIsAMistake(String written) {
        InvalidInputException mistake = assertThrows(InvalidInputException.class, () -> Offline.read(written));
        assertEquals("<offline> (cmk.offline)", mistake.where());
        assertEquals(written, mistake.written());
        assertEquals("fail or skip", mistake.accepted());
    }
}
