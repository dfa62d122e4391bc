package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
    @Test
    void readsTrueAndFalseAlone() throws Exception {
        assertTrue(Scalars.bool("skip", " true ", false));
        assertFalse(Scalars.bool("skip", "false", true));
        assertTrue(Scalars.bool("skip", null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "", "${skip}"})
    void refusesEverythingElse(String written) {
        InvalidInputException mistake =
                assertThrows(InvalidInputException.class, () -> Scalars.bool("skip", written, false));

        assertEquals(written, mistake.written());
    }

    @Test
    void readsSeconds() throws Exception {
        assertEquals(Duration.ofSeconds(90), Scalars.seconds("timeout", "90", Duration.ZERO));
        assertEquals(Duration.ofSeconds(60), Scalars.seconds("timeout", null, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "3601", "1m", "", "60000", "\u0661"})
    void refusesSecondsThatNobodyMeant(String written) {
        assertThrows(InvalidInputException.class, () -> Scalars.seconds("timeout", written, Duration.ZERO));
    }

    @Test
    void wordsAreReadBetweenCommas() throws Exception {
        List<String> accepted = List.of("json", "html");

        assertEquals(Set.of("json"), Scalars.words("<reports>", null, accepted, "json"));
        assertEquals(Set.of("html", "json"), Scalars.words("<reports>", " html , json,html", accepted, "json"));
        for (String wrong : List.of("", " ", "json,", "JSON", "json html", "xml")) {
            assertThrows(InvalidInputException.class, () -> Scalars.words("<reports>", wrong, accepted, "json"), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "86401", "1h", "1.5", "", "0x10"})
    void anAgeBeyondADayOrInWordsIsAMistake(String written) {
        assertThrows(InvalidInputException.class, () -> Scalars.maxAge("maxAge", written));
    }

    @Test
    void anAgeIsInSecondsAndNoneUnlessItIsSet() throws InvalidInputException {
        assertEquals(Duration.ZERO, Scalars.maxAge("maxAge", null));
        assertEquals(Duration.ZERO, Scalars.maxAge("maxAge", "0"));
        assertEquals(Duration.ofDays(1), Scalars.maxAge("maxAge", " 86400 "));
    }
}
