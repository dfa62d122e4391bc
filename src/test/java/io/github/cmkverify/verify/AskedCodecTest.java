package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.AnswerFiles;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.PrincipalInputs;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AskedCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.123456789Z");
    private static final KeyReference REFERENCE =
            new KeyReference("huawei", "huawei://eu-de/P/K").with("endpoint", "http://127.0.0.1:1");
    private static final KeyFacts FULL = KeyFacts.of(KeyState.PENDING_DELETION, "4")
            .keyId("id")
            .alias("alias")
            .ownWord("spec", "own")
            .spec("spec")
            .usage("usage")
            .origin("origin")
            .rotation(false)
            .region("region")
            .useCases(List.of("STORAGE"))
            .createdAt(TIME)
            .deletionAt(TIME.plusSeconds(1))
            .expiresAt(TIME.plusSeconds(2))
            .providerManaged(true)
            .external(true)
            .versionsAtRisk(List.of("3"))
            .versionsEndAt(TIME.plusSeconds(3))
            .purgeProtected(false)
            .usedBy(List.of("finance"))
            .contradictions(List.of("both"))
            .build();

    static Stream<KeyAnswer> answers() {
        return Stream.of(
                new KeyAnswer.Described(FULL),
                new KeyAnswer.Described(KeyFacts.of(KeyState.ENABLED, "2").build()),
                new KeyAnswer.PointsTo(FULL, new KeyReference("aws", "arn:aws:kms:us-west-2:111122223333:key/k")),
                new KeyAnswer.Missing("KMS.0205", "Invalid key ID.", true),
                new KeyAnswer.Undetermined(Cause.THROTTLED, "429", "later"),
                new KeyAnswer.Undetermined(Cause.OUT_OF_TIME, null, ""));
    }

    private static Asked asked(KeyAnswer answer) {
        return new Asked(
                REFERENCE,
                answer,
                List.of(
                        new Evidence("https://a", "Token", 200, null, TIME, "env", 1, false),
                        new Evidence("https://b", "DescribeKey", 0, "r", TIME, "env", 3, true)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerComesBackOutOfAFileAsItWas(KeyAnswer answer, @TempDir Path home) throws IOException {
        PrincipalInputs nothing = new PrincipalInputs(List.of(), List.of(), List.of(), List.of(), List.of());
        AnswerFiles files = AnswerFiles.open(
                new Environment(Map.of(), home, Clock.systemUTC()), id -> null, id -> Optional.of(nothing), "1");
        files.keep(REFERENCE, AskedCodec.encode(asked(answer)));
        assertEquals(Optional.of(asked(answer)), files.find(REFERENCE).map(AskedCodec::decode));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void nothingIsLostOnTheWay(KeyAnswer answer) {
        assertEquals(asked(answer), AskedCodec.decode(AskedCodec.encode(asked(answer))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anotherClassLoaderKnowsAllTypes(KeyAnswer answer) {
        onlyTypesOfTheJdk(AskedCodec.encode(asked(answer)));
    }

    private static void onlyTypesOfTheJdk(Object value) {
        assertNull(value.getClass().getClassLoader(), () -> value.getClass().getName());
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(AskedCodecTest::onlyTypesOfTheJdk);
        } else if (value instanceof Collection<?> items) {
            items.forEach(AskedCodecTest::onlyTypesOfTheJdk);
        }
    }

    /** What this test forgets, it could not find lost. */
    @Test
    void theFullFactsHoldEveryFact() throws Exception {
        KeyFacts bare = KeyFacts.of(KeyState.ENABLED, "").build();
        for (RecordComponent fact : KeyFacts.class.getRecordComponents()) {
            assertNotEquals(fact.getAccessor().invoke(bare), fact.getAccessor().invoke(FULL), fact.getName());
        }
    }
}
