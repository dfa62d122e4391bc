package io.github.cmkverify.provider.huawei;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.cmkverify.fuzz.Said;
import io.github.cmkverify.fuzz.Wire;
import io.github.cmkverify.http.HttpAnswer;
import org.junit.jupiter.api.Timeout;

/** The identity service's answers are read or refused, whatever they are. */
@Timeout(10)
class HuaweiLoginFuzzTest {
    @FuzzTest
    void login(byte[] input) {
        HttpAnswer answer = Wire.answer(input);
        for (IamAnswers kind : IamAnswers.values()) {
            kind.judge(answer);
            try {
                kind.read(answer);
                String field = kind == IamAnswers.TOKEN ? "token" : "projects";
                if (answer.status() >= 300 || !says(answer, field)) {
                    throw new AssertionError("no answer with " + field);
                }
            } catch (UndeterminedException e) {
                if (e.getMessage() != null && e.getMessage().length() > 800) {
                    throw new AssertionError("too much of the answer is kept", e);
                }
            }
        }
    }

    private static boolean says(HttpAnswer answer, String field) {
        Said said = new Said(answer.body());
        return said.hasWithin(field)
                || new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).contains(field);
    }
}
