package io.github.cmkverify.provider.databricks;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Promise;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** Lists, which a 'missing' depends on, and logins are understood wholly or not at all. */
@Timeout(10)
class DatabricksListFuzzTest {
    private static final String ACCOUNT = "ac7e1f00-0000-4000-8000-00000000000a";
    private static final String ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";

    @FuzzTest
    void list(byte[] input) {
        HttpAnswer answer = Wire.answer(input);
        TokenReply token = TokenReply.of(answer);
        token.disposition();
        if (token instanceof TokenReply.Granted granted && answer.status() != 200) {
            throw new AssertionError("a token of HTTP " + answer.status() + granted);
        }
        try {
            Set<String> ids = ListReader.read(Json.read(answer.body()), ACCOUNT).keySet();
            String text = new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            if (!ids.contains(ID) && text.contains("\"customer_managed_key_id\":\"" + ID + "\"")) {
                throw new AssertionError("an id in the list was not seen");
            }
        } catch (StrangeJsonException | DoubtException e) {
            isBounded(e);
        }
        try {
            WorkspacesReader.read(Json.read(answer.body()), ACCOUNT, new HashMap<>());
        } catch (StrangeJsonException | DoubtException e) {
            isBounded(e);
        }
    }

    private static void isBounded(Exception e) {
        if (e instanceof DoubtException doubt) {
            Promise.isBounded(doubt.doubt());
        }
    }
}
