package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bodies of keys and deleted keys say. */
class KeyBundleTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String ID = "https://pay.vault.azure.net/keys/main";
    private static final String KID = ID + "/0123456789abcdef0123456789abcdef";

    private static byte[] body(String key, String attributes, String more) {
        return ("{'key':{'kid':'" + KID + "'" + key + "},'attributes':{'enabled':true" + attributes + "}" + more + "}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static KeyFacts live(String key, String attributes, String more)
            throws StrangeJsonException, InvalidInputException {
        return facts(KeyBundle.live(AzureKey.of("test", ID), body(key, attributes, more), NOW));
    }

    private static KeyFacts deleted(String more) throws StrangeJsonException, InvalidInputException {
        return facts(KeyBundle.deleted(AzureKey.of("test", ID), body("", "", more)));
    }

    private static KeyFacts facts(KeyAnswer answer) {
        return assertInstanceOf(Described.class, answer).facts();
    }

    @Test
    void whatIsNotSaidIsNotKnown() throws Exception {
        KeyFacts facts = live("", "", "");
        assertEquals(KeyState.ENABLED, facts.state());
        assertEquals(List.of(), facts.contradictions());
        assertNull(facts.spec());
        assertNull(facts.usage());
        assertFalse(facts.ownWords().containsKey("usage"));
        assertNull(facts.purgeProtected());
        assertNull(facts.expiresAt());
        assertNull(
                live(",'key_ops':null", ",'recoveryLevel':null,'exp':null", "").usage());
    }

    @ParameterizedTest
    @ValueSource(strings = {",'recoveryId':'x'", ",'deletedDate':1", ",'scheduledPurgeDate':1"})
    void anyTraceOfADeletionMakesADeletedKeyAndContradictsALiveOne(String trace) throws Exception {
        assertEquals(1, live("", "", trace).contradictions().size());
        assertEquals(KeyState.PENDING_DELETION, deleted(trace).state());
    }

    @Test
    void aKeyAmongTheDeletedOnesWithoutATraceOfItIsStrange() {
        assertThrows(StrangeJsonException.class, () -> deleted(""));
    }

    @ParameterizedTest
    @CsvSource({"1799999999,ENABLED", "1800000000,ENABLED", "1800000001,NOT_READY"})
    void aKeyBeginsAtItsSecond(long start, KeyState expected) throws Exception {
        assertEquals(expected, live("", ",'nbf':" + start, "").state());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 253_402_300_799L})
    void timesReachFrom1970To9999(long end) throws Exception {
        assertEquals(Instant.ofEpochSecond(end), live("", ",'exp':" + end, "").expiresAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "##                  | ,'exp':253402300800          | no time in seconds",
                "##                  | ,'exp':18446744073709551617  | no time in seconds",
                ",'kty':1            | ##                           | kty is no text",
                ",'key_ops':{}       | ##                           | key_ops is no list",
                ",'key_ops':['a',1]  | ##                           | key_ops are no texts",
                "##                  | ,'recoveryLevel':{}          | recoveryLevel is no text"
            })
    void aFieldOfAnotherTypeMakesAllOfItStrange(String key, String attributes, String said) {
        StrangeJsonException strange = assertThrows(StrangeJsonException.class, () -> live(key, attributes, ""));
        assertTrue(("" + strange.getMessage()).contains(said), strange.getMessage());
    }
}
