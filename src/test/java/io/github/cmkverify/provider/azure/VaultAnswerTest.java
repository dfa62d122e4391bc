package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.sim.AzureSim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer other than a key comes to. */
class VaultAnswerTest {
    private static VaultAnswer of(int status, String body) {
        return VaultAnswer.of(
                new HttpAnswer(
                        status,
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8),
                        new Trace("https://pay.vault.azure.net", 1, Instant.EPOCH, false)),
                read -> new Undetermined(Cause.INTERNAL_FAULT, null, "read"));
    }

    private static VaultAnswer told(Cause cause, @Nullable String code, String said, Disposition disposition) {
        return new VaultAnswer.Told(new Undetermined(cause, code, said), disposition);
    }

    @ParameterizedTest
    @CsvSource({
        "201, STRANGE_ANSWER, UNCLEAR",
        "299, STRANGE_ANSWER, UNCLEAR",
        "300, REDIRECTED, UNCLEAR",
        "399, REDIRECTED, UNCLEAR",
        "401, AUTHENTICATION_REFUSED, REFUSED",
        "429, THROTTLED, RETRY",
        "500, SERVICE_FAULT, RETRY"
    })
    void theStatusAloneSaysOnlySomethingOfTheService(int status, Cause cause, Disposition disposition) {
        assertEquals(told(cause, null, "HTTP " + status, disposition), of(status, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "400, STRANGE_ANSWER",
        "403, STRANGE_ANSWER",
        "404, WRONG_SERVICE",
        "405, WRONG_SERVICE",
        "501, WRONG_SERVICE",
        "407, NETWORK_DENIED",
        "511, NETWORK_DENIED"
    })
    void whatIsNoErrorOfAVaultIsHeldAgainstNobody(int status, Cause cause) {
        assertEquals(
                told(cause, null, "HTTP " + status + " without an error of Key Vault", Disposition.UNCLEAR),
                of(status, "<html>no</html>"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED, UNCLEAR",
        "401, AUTHENTICATION_REFUSED, REFUSED",
        "403, ACCESS_DENIED, FINAL",
        "404, STRANGE_ANSWER, UNCLEAR",
        "405, REQUEST_REFUSED, UNCLEAR",
        "409, TRANSIENT_STATE, FINAL",
        "429, THROTTLED, RETRY",
        "499, STRANGE_ANSWER, UNCLEAR",
        "501, SERVICE_FAULT, UNCLEAR",
        "503, SERVICE_FAULT, RETRY"
    })
    void anErrorOfAVaultIsReadWithItsStatus(int status, Cause cause, Disposition disposition) {
        assertEquals(told(cause, "Odd", "why", disposition), of(status, AzureSim.error("Odd", "", "why")));
    }

    @Test
    void onlyA404CanBeUnknownAndItIsAWordOfWhoKnowsTheClient() {
        String body = AzureSim.error("KeyNotFound", "", "why");
        assertEquals(
                Disposition.FINAL,
                assertInstanceOf(VaultAnswer.Unknown.class, of(404, body)).disposition());
        for (int status : new int[] {200, 204, 302, 400, 401, 403, 409, 410, 429, 500}) {
            assertInstanceOf(VaultAnswer.Told.class, of(status, body), "" + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Client address is not authorized and caller is not a trusted service.",
                "Public network access is disabled and request is not from a trusted service.",
                "Client address (192.0.2.1) is not authorized and caller is not a trusted service."
            })
    void aFirewallIsKnownByItsWords(String words) {
        assertEquals(
                told(Cause.NETWORK_DENIED, "Forbidden", words, Disposition.FINAL),
                of(403, AzureSim.error("Forbidden", "", words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client address: 192.0.2.1", "The caller is not authorized"})
    void whoIsNotAuthorizedIsNoFirewall(String words) {
        assertEquals(
                told(Cause.ACCESS_DENIED, "Forbidden", words, Disposition.FINAL),
                of(403, AzureSim.error("Forbidden", "", words)));
    }

    @Test
    void anErrorWithoutAMessageOrWithABlankCode() {
        assertEquals(
                told(Cause.ACCESS_DENIED, "Forbidden", "", Disposition.FINAL),
                of(403, "{\"error\":{\"code\":\"Forbidden\"}}"));
        assertEquals(
                told(Cause.STRANGE_ANSWER, null, "HTTP 403 without an error of Key Vault", Disposition.UNCLEAR),
                of(403, "{\"error\":{\"code\":\" \"}}"));
    }
}
