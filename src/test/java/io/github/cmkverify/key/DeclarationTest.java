package io.github.cmkverify.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody wrote: questions, rules, exceptions and mistakes. */
class DeclarationTest {
    private static final KeyReference REFERENCE = new KeyReference("aws", "aws://eu-west-1/alias/a");

    @Test
    void anOptionMakesAnotherQuestion() {
        KeyReference local = REFERENCE.with("endpoint", "http://127.0.0.1");

        assertNotEquals(REFERENCE, local);
        assertEquals("http://127.0.0.1", local.option("endpoint", "none"));
        assertEquals("none", REFERENCE.option("endpoint", "none"));
        assertEquals(REFERENCE.text(), local.toString());
        assertEquals(
                Map.of("endpoint", "http://127.0.0.1", "serverId", "ci"),
                local.with("serverId", "ci").options());
    }

    @Test
    void theServerIsTheProvidersUnlessAnotherIsNamed() {
        assertEquals("cmk-aws", REFERENCE.serverId());
        assertEquals("ci", REFERENCE.with(KeyReference.SERVER_ID, "ci").serverId());
    }

    @Test
    void aKeyIsToldByItsNameAndItsReference() {
        SourceLine line = new SourceLine("pom.xml", 7);

        assertEquals("aws://eu-west-1/alias/a", declared(null).title());
        assertEquals("payments (aws://eu-west-1/alias/a)", declared("payments").title());
        assertEquals(line, declared("payments").at(line).source());
        assertEquals("payments", declared("payments").at(line).name());
    }

    @Test
    void aWaiverIsForAKeyByItsNameOrItsReference() {
        assertTrue(waiver("payments", null).isFor(declared("payments")));
        assertTrue(waiver(REFERENCE.text(), null).isFor(declared("payments")));
        assertTrue(waiver(REFERENCE.text(), null).isFor(declared(null)));
        assertFalse(waiver("payments", null).isFor(declared(null)));
        assertFalse(waiver("payments", null).isFor(declared("orders")));
    }

    @ParameterizedTest
    @CsvSource({"2030-06-29T23:59:59Z, true", "2030-06-30T23:59:59.999999999Z, true", "2030-07-01T00:00:00Z, false"})
    void aWaiverHoldsToTheEndOfItsLastDay(Instant now, boolean holds) {
        assertEquals(holds, waiver("payments", null).holds(now));
    }

    @Test
    void aWaiverOfAMismatchNamesTheExpectation() {
        assertEquals("disabled", waiver("payments", null).covers());
        assertEquals("disabled:alias", waiver("payments", "alias").covers());
        assertFalse(waiver("payments", null).own());
    }

    @Test
    void rulesThatWereNotSetAreTheUsualOnes() {
        Rules rules = new Rules(Map.of(FindingId.DISABLED, Severity.WARN), Rules.USUAL_WINDOW);

        assertEquals(Severity.WARN, rules.severity(FindingId.DISABLED));
        assertEquals(Severity.FAIL, rules.severity(FindingId.EXPIRED));
        assertEquals(List.of(), rules.waivers());
        Rules waived = rules.with(List.of(waiver("payments", null)));
        assertEquals(rules.severities(), waived.severities());
        assertEquals(List.of(waiver("payments", null)), waived.waivers());
    }

    @Test
    void whatIsExpectedIsCopied() {
        TreeMap<String, String> written = new TreeMap<>(Map.of("usage", "ENCRYPT_DECRYPT"));
        Expectations expectations = new Expectations(written);
        written.clear();

        assertFalse(expectations.isEmpty());
        assertTrue(Expectations.NONE.isEmpty());
        assertThrows(
                UnsupportedOperationException.class, () -> expectations.values().clear());
    }

    @Test
    void onlyWhatCannotBeLoweredCannotBeWaived() {
        for (FindingId finding : FindingId.values()) {
            boolean never =
                    finding == FindingId.MISSING || finding == FindingId.DESTROYED || finding == FindingId.UNDETERMINED;
            assertEquals(!never, finding.waivable(), finding.id());
        }
    }

    @Test
    void aMistakeSeenFromFurtherOutKeepsWhatWasWritten() {
        InvalidInputException inner = new InvalidInputException("<region>", "moon", "a region");
        InvalidInputException outer = inner.in("<aws>");

        assertEquals("<aws> <region>", outer.where());
        assertEquals("moon", outer.written());
        assertEquals("a region", outer.accepted());
        assertEquals("<aws> <region>: 'moon'; accepted: a region", outer.getMessage());
        assertArrayEquals(inner.getStackTrace(), outer.getStackTrace());
    }

    private static DeclaredKey declared(@Nullable String name) {
        return new DeclaredKey(REFERENCE, name, Expectations.NONE, Rules.USUAL, "<keys>");
    }

    private static Waiver waiver(String key, @Nullable String subject) {
        return new Waiver(key, FindingId.DISABLED, subject, LocalDate.parse("2030-06-30"), "known", "<waivers>");
    }
}
