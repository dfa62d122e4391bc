package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Waiver;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiversReaderTest {
    private static final String GOOD =
            "<key>payroll</key><finding>disabled</finding><until>2026-12-31</until>" + "<reason>SEC-123</reason>";

    private final WaiversReader reader = new WaiversReader(SmallSyntax.ALL, Modules.TODAY);

    private Waiver read(String children) throws InvalidInputException {
        return reader.read(Xml.node("<waiver>" + children + "</waiver>"), "here", true);
    }

    private InvalidInputException mistake(String children) {
        return assertThrows(InvalidInputException.class, () -> read(children));
    }

    @Test
    void allFourChildrenMakeAWaiver() throws Exception {
        assertEquals(
                new Waiver("payroll", FindingId.DISABLED, null, LocalDate.of(2026, 12, 31), "SEC-123", "here", true),
                read(GOOD));
    }

    @Test
    void aMismatchIsWaivedByItsExpectation() throws Exception {
        Waiver waiver = read(GOOD.replace("disabled", "mismatch:alias"));

        assertEquals(FindingId.MISMATCH, waiver.finding());
        assertEquals("alias", waiver.subject());
    }

    @Test
    void aReasonMayGoOverSeveralLines() throws Exception {
        assertEquals("a b c", read(GOOD.replace("SEC-123", "a b\n      c")).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "finding", "until", "reason"})
    void eachChildIsRequiredOnceAndFilled(String name) {
        String element = "<" + name + ">[^<]*</" + name + ">";

        InvalidInputException absent = mistake(GOOD.replaceFirst(element, ""));
        assertEquals("here <" + name + ">", absent.where());
        assertTrue(absent.accepted().contains("<key>, <finding>, <until>, <reason>"), absent.accepted());
        assertEquals(
                "here <" + name + ">",
                mistake(GOOD.replaceFirst(element, "<" + name + "> </" + name + ">"))
                        .where());
        assertEquals(
                "each element once",
                mistake(GOOD + "<" + name + ">payroll</" + name + ">").accepted());
        assertEquals(
                "here <" + name + ">",
                mistake(GOOD.replaceFirst(element, "<" + name + "><b>x</b></" + name + ">"))
                        .where());
        assertEquals(
                "${absent}",
                mistake(GOOD.replaceFirst(element, "<" + name + ">\\${absent}</" + name + ">"))
                        .written());
    }

    @Test
    void anotherChildIsShownWithWhatWasMeant() {
        InvalidInputException mistake = mistake(GOOD.replace("until>", "untill>"));

        assertEquals("<untill>", mistake.written());
        assertTrue(mistake.accepted().endsWith("did you mean <until>?"), mistake.accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "missing",
        "destroyed",
        "undetermined",
        "Disabled",
        "disable",
        "nonsense",
        "''",
        "mismatch",
        "mismatch:",
        "mismatch:colour",
        "mismatch:Alias",
        "disabled:alias",
        "disabled:",
        "missing:alias",
        "undetermined:"
    })
    void aFindingThatCannotBeWaivedIsRefused(String finding) {
        InvalidInputException mistake = mistake(GOOD.replace("disabled", finding));

        assertEquals("here <finding>", mistake.where());
        assertEquals(finding, mistake.written());
    }

    @Test
    void theMessageSaysWhatCanBeWaived() {
        assertTrue(mistake(GOOD.replace("disabled", "disbled")).accepted().contains("did you mean disabled?"));
        assertTrue(mistake(GOOD.replace("disabled", "missing"))
                .accepted()
                .endsWith("never what is missing, destroyed or undetermined"));
        assertTrue(
                mistake(GOOD.replace("disabled", "mismatch:alas")).accepted().contains("did you mean mismatch:alias?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30", "2026-13-01", "2027-02-29", "31.12.2026", "2026-1-1", "20261231", "2026-12-31T00:00:00Z",
                "2027-11-23", "9999-12-31", "-2026-12-31", "+2026-12-31", "tomorrow", "٢٠٢٦-١٢-٣١", "0000-00-00"
            })
    void aDateThatIsNoneOrTooFarAheadIsRefused(String until) {
        InvalidInputException mistake = mistake(GOOD.replace("2026-12-31", until));

        assertEquals("here <until>", mistake.where());
        assertEquals(until, mistake.written());
        assertTrue(mistake.accepted().contains("2027-11-22"), mistake.accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-11-22", "2026-11-22", "2020-02-29"})
    void anyDayUpToAYearAheadIsAccepted(String until) throws Exception {
        assertEquals(
                LocalDate.parse(until), read(GOOD.replace("2026-12-31", until)).until());
    }

    @Test
    void aReferenceIsReadStrictly() throws Exception {
        assertEquals("arn:a", read(GOOD.replace("payroll", "arn:a")).key());
        assertEquals(
                "here <key> reference", mistake(GOOD.replace("payroll", "arn:")).where());
        assertEquals(
                "here <key>",
                mistake(GOOD.replace("payroll", "arn:a?endpoint=x")).where());
    }

    @Test
    void textAndAttributesAreRefused() {
        assertThrows(
                InvalidInputException.class,
                () -> reader.read(Xml.node("<waiver id=\"1\">" + GOOD + "</waiver>"), "here", true));
        assertEquals("stray", mistake("stray").written());
    }
}
