package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and what of it may be shown. */
class SendableTest {
    private static String refusal(Executable read) {
        CredentialException refused = assertThrows(CredentialException.class, read);
        assertEquals(Cause.BROKEN_CREDENTIALS, refused.reason());
        return "" + refused.getMessage();
    }

    @Test
    void aClientIsNamedByItsId() throws Exception {
        assertEquals("a.b_c-1", Sendable.client("X", "a.b_c-1"));
        assertEquals("X is absent", refusal(() -> Sendable.client("X", null)));
        for (String id : new String[] {"", "-a", "a/b", "a b", "a\n", "a".repeat(129)}) {
            assertEquals("X is not the id of a client", refusal(() -> Sendable.client("X", id)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${env.PASSWORD}", "se\ncret", "se\u0000cret", "se\u007fcret", "se\u0085cret"})
    void aSecretThatCannotBeOneIsNotShown(String value) {
        String said = refusal(() -> Sendable.secret("X", new Secret(value)));
        assertEquals("X holds ${…} without a value, or a character that cannot be sent", said);
    }

    @Test
    void aSecretMayHoldAnythingElse() throws Exception {
        assertEquals("s$e{c}r é", Sendable.secret("X", new Secret("s$e{c}r é")).reveal());
        assertEquals("X is absent", refusal(() -> Sendable.secret("X", null)));
        assertEquals("X is absent", refusal(() -> Sendable.secret("X", new Secret(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-2222-4333-8444-ABCDEF555555, 11111111-2222-4333-8444-ABCDEF555555",
        "11111111-2222-4333-8444-5555555555555, 1111…",
        "a-secret-in-the-wrong-place, a-se…",
        "abc, abc…"
    })
    void ofAClientThatIsNoUuidTheBeginningAloneIsShown(String client, String shown) {
        assertEquals(shown, Sendable.shown(client));
    }
}
