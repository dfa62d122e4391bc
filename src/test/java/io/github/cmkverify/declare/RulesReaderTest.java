package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesReaderTest {
    @Test
    void areTheUsualOnesWhereNothingIsSet() throws Exception {
        assertEquals(Rules.USUAL, RulesReader.read(null, null, null, ""));
        assertEquals(Rules.USUAL, RulesReader.read(null, " ", "30", ""));
    }

    @Test
    void takesTheCommandLineOverThePom() throws Exception {
        Node severities =
                Xml.node("<severities><expiring>ignore</expiring><undetermined>warn</undetermined></severities>");

        Rules rules = RulesReader.read(severities, "expiring=fail, rotation-off = warn", "0", "");

        assertEquals(
                Map.of(
                        FindingId.EXPIRING, Severity.FAIL,
                        FindingId.ROTATION_OFF, Severity.WARN,
                        FindingId.UNDETERMINED, Severity.WARN),
                rules.severities());
        assertEquals(Duration.ZERO, rules.expiryWindow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <missing>warn</missing>                              | <missing>      | fail, always
            <destroyed>ignore</destroyed>                        | <destroyed>    | fail, always
            <disabled>ignore</disabled>                          | <disabled>     | fail, warn
            <undetermined>fail</undetermined>                    | <undetermined> | error, warn
            <undetermined>ignore</undetermined>                  | <undetermined> | error, warn
            <expiring>error</expiring>                           | <expiring>     | fail, warn, ignore
            <expiring>FAIL</expiring>                            | <expiring>     | did you mean fail?
            <expiring/>                                          | <expiring>     | a value
            <expirng>fail</expirng>                              | <expirng>      | did you mean <expiring>?
            <expiring>fail</expiring><expiring>warn</expiring>   | <expiring>     | once
            """)
    void refusesWhatCannotBeSet(String element, String where, String accepted) {
        InvalidInputException mistake = mistake(Xml.node("<severities>" + element + "</severities>"), null, null);

        assertEquals("<severities> " + where, mistake.where());
        assertTrue(mistake.accepted().contains(accepted), mistake.accepted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing=warn                 | cmk.severities missing
            expiring                     | cmk.severities
            expiring=fail=warn           | cmk.severities
            expiring=fail,,disabled=warn | cmk.severities
            expiring=fail,expiring=warn  | cmk.severities
            expirng=fail                 | cmk.severities
            """)
    void refusesAMistakeOnTheCommandLine(String text, String where) {
        assertEquals(where, mistake(null, text, null).where());
    }

    @ParameterizedTest
    @CsvSource({"-1", "3651", "30d", "1.5", "99999999999", "''"})
    void refusesExpiryDaysThatAreNoDays(String days) {
        assertEquals("whole days, 0 to 3650", mistake(null, null, days).accepted());
    }

    private static InvalidInputException mistake(
            @Nullable Node severities, @Nullable String overrides, @Nullable String days) {
        return assertThrows(InvalidInputsException.class, () -> RulesReader.read(severities, overrides, days, ""))
                .all()
                .get(0);
    }
}
