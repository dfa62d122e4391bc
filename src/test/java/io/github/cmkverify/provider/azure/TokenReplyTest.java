package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.Trace;
import io.github.cmkverify.key.Cause;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer to a sign-in comes to. */
class TokenReplyTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private static TokenReply of(int status, String body) {
        return TokenReply.of(
                new HttpAnswer(
                        status,
                        Map.of(),
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        new Trace("https://login.example", 1, NOW, false)),
                NOW);
    }

    private static TokenReply.Denied denied(int status, String body) {
        return assertInstanceOf(TokenReply.Denied.class, of(status, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'expires_in':3599                             | 1800003599",
                "'expires_in':'86399'                          | 1800086399",
                "'expires_in':86401                            | 1800086400",
                "'expires_in':1                                | 1800000001",
                "'expires_on':'1800003600'                     | 1800003600",
                "'expires_on':9999999999                       | 1800086400",
                "'expires_in':3599,'expires_on':'1800000060'   | 1800003599"
            },
            quoteCharacter = '#')
    void aTokenLastsAsLongAsItIsSaidButADayAtMost(String end, long expected) {
        TokenReply.Granted granted = assertInstanceOf(
                TokenReply.Granted.class, of(200, "{'access_token':'eyJ','token_type':'bearer'," + end + "}"));
        assertEquals("eyJ", granted.token().reveal());
        assertEquals(Instant.ofEpochSecond(expected), granted.end());
        assertEquals(Disposition.FINAL, granted.disposition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "eyJ",
                "{'access_token':'eyJ','token_type':'Bearer'}",
                "{'access_token':'eyJ','token_type':'Bearer','expires_in':0}",
                "{'access_token':'eyJ','token_type':'Bearer','expires_in':-1}",
                "{'access_token':'eyJ','token_type':'Bearer','expires_in':'12345678901'}",
                "{'access_token':'eyJ','token_type':'Bearer','expires_on':1800000000}",
                "{'access_token':'eyJ','token_type':'pop','expires_in':3599}",
                "{'access_token':'eyJ','expires_in':3599}",
                "{'access_token':'','token_type':'Bearer','expires_in':3599}",
                "{'access_token':'e J','token_type':'Bearer','expires_in':3599}",
                "{'access_token':['eyJ'],'token_type':'Bearer','expires_in':3599}"
            })
    void nothingElseIsAToken(String body) {
        TokenReply.Denied denied = denied(200, body);
        assertEquals(Cause.STRANGE_ANSWER, denied.cause());
        assertEquals(Disposition.UNCLEAR, denied.disposition());
    }

    @ParameterizedTest
    @CsvSource({
        "401, whatever, AUTHENTICATION_REFUSED, REFUSED",
        "400, invalid_client, AUTHENTICATION_REFUSED, REFUSED",
        "400, unauthorized_client, AUTHENTICATION_REFUSED, REFUSED",
        "403, access_denied, AUTHENTICATION_REFUSED, REFUSED",
        "400, invalid_scope, REQUEST_REFUSED, UNCLEAR",
        "201, invalid_scope, REQUEST_REFUSED, UNCLEAR",
        "400, temporarily_unavailable, SERVICE_FAULT, RETRY",
        "503, invalid_client, SERVICE_FAULT, RETRY",
        "429, invalid_client, THROTTLED, RETRY"
    })
    void anErrorSaysWhetherAnotherTryIsWorthIt(int status, String error, Cause cause, Disposition disposition) {
        TokenReply.Denied denied =
                denied(status, "{'error':'" + error + "','error_description':'why\\r\\nTrace ID: 1'}");
        assertEquals(new TokenReply.Denied(cause, error + ": why", disposition), denied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AADSTS90002: Tenant not found.", "AADSTS900382: Another cloud."})
    void aTenantThatIsNotThereIsNoRefusalOfTheClient(String words) {
        TokenReply.Denied denied = denied(400, "{'error':'invalid_client','error_description':'" + words + "'}");
        assertEquals(Cause.ACCOUNT_UNKNOWN, denied.cause());
        assertEquals(Disposition.UNCLEAR, denied.disposition());
    }

    @Test
    void theWordsOfAnAppServiceAreAnError() {
        assertEquals(
                new TokenReply.Denied(Cause.AUTHENTICATION_REFUSED, ": wrong header", Disposition.REFUSED),
                denied(401, "{'statusCode':401,'message':'wrong header'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, THROTTLED, RETRY",
        "500, SERVICE_FAULT, RETRY",
        "300, REDIRECTED, UNCLEAR",
        "399, REDIRECTED, UNCLEAR",
        "407, NETWORK_DENIED, UNCLEAR",
        "511, NETWORK_DENIED, UNCLEAR",
        "400, STRANGE_ANSWER, UNCLEAR",
        "401, STRANGE_ANSWER, UNCLEAR",
        "404, STRANGE_ANSWER, UNCLEAR",
        "204, STRANGE_ANSWER, UNCLEAR"
    })
    void anAnswerOfSomebodyElseIsNotHeldAgainstTheClient(int status, Cause cause, Disposition disposition) {
        for (String body : new String[] {"", "<html>no</html>", "{}", "{'error':{},'message':1}"}) {
            TokenReply.Denied denied = denied(status, body);
            assertEquals(cause, denied.cause(), body);
            assertEquals(disposition, denied.disposition(), body);
        }
    }
}
