package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final KeyReference KEY = Cloud.key("key");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Questions to(Cloud cloud) {
        return new Questions(cloud, new BuildMemory(new ConcurrentHashMap<>()), Clock.systemUTC());
    }

    private static void assertDoubt(Cause cause, String said, Asked asked) {
        KeyAnswer.Undetermined doubt = assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer());
        assertEquals(cause, doubt.cause());
        assertEquals(said, doubt.said());
    }

    @Test
    void aProviderThatFailsIsUndeterminedAndItsMessageIsNotShown() {
        Questions questions = to(new Cloud(reference -> {
            throw new IllegalStateException("a secret");
        }));

        assertDoubt(Cause.INTERNAL_FAULT, "java.lang.IllegalStateException", questions.ask(KEY, MINUTE));
    }

    @Test
    void aClassThatIsMissingIsUndetermined() {
        Questions questions = to(new Cloud(reference -> {
            throw new NoClassDefFoundError("x/Y");
        }));

        assertDoubt(Cause.INTERNAL_FAULT, "java.lang.NoClassDefFoundError", questions.ask(KEY, MINUTE));
    }

    @Test
    void aProviderThatNobodyKnowsIsUndetermined() {
        assertDoubt(
                Cause.POINTS_NOWHERE,
                "elsewhere",
                to(new Cloud(reference -> Cloud.enabled()))
                        .ask(new KeyReference("elsewhere", "elsewhere://key"), MINUTE));
    }

    @Test
    void keysOfAProviderThatNobodyKnowsAreAskedThere() {
        assertEquals(
                "elsewhere",
                to(new Cloud(reference -> Cloud.enabled())).address(new KeyReference("elsewhere", "elsewhere://key")));
    }

    @Test
    void theSameKeyAtAnotherEndpointIsAnotherQuestion() {
        Cloud cloud = new Cloud(reference -> Cloud.enabled());
        Questions questions = to(cloud);
        KeyReference elsewhere = KEY.with("endpoint", "https://elsewhere");

        questions.ask(KEY, MINUTE);
        questions.ask(elsewhere, MINUTE);
        Asked again = questions.ask(elsewhere, MINUTE);

        assertEquals(List.of(KEY, elsewhere), cloud.asked);
        assertEquals(elsewhere, again.reference());
        assertEquals(Cloud.enabled(), again.answer());
    }

    @Test
    void anAnswerIsAsOldAsTheListThatToldIt() {
        Instant now = Instant.parse("2030-01-01T00:05:00Z");
        Cloud cloud = new Cloud(reference -> Cloud.enabled());
        cloud.evidence.add(list(now.minus(Questions.SERVES)));
        Questions questions =
                new Questions(cloud, new BuildMemory(new ConcurrentHashMap<>()), Clock.fixed(now, ZoneOffset.UTC));

        questions.ask(KEY, MINUTE);
        questions.ask(KEY, MINUTE);
        assertEquals(List.of(KEY), cloud.asked);

        KeyReference older = Cloud.key("older");
        cloud.evidence.add(list(now.minus(Questions.SERVES).minusMillis(1)));
        questions.ask(older, MINUTE);
        questions.ask(older, MINUTE);
        assertEquals(List.of(KEY, older, older), cloud.asked);
    }

    private static Evidence list(Instant askedAt) {
        return new Evidence("https://cloud", "List", 200, null, askedAt, "a test", 1, false);
    }
}
