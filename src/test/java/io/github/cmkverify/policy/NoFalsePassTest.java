package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is answered, and however it is judged: no pass without the provider's own 'enabled'. */
class NoFalsePassTest {
    private static final int TRIES = 50_000;
    private static final List<KeyReference> REFERENCES =
            List.of(DATABRICKS, AWS, new KeyReference("aws", "arn:aws:kms:us-west-2:111122223333:key/other"));

    private final Random random = new Random(20261122);

    @Test
    void noCombinationPassesWithoutAnEnabledLastLink() {
        int passes = 0;
        for (int i = 0; i < TRIES; i++) {
            List<Asked> chain = chain();
            Map<FindingId, Severity> severities = severities();
            KeyReference declared = any(REFERENCES);
            Verdict verdict = Judge.judge(Samples.key(declared, severities, expectations()), chain, NOW);
            String seen = chain + " under " + severities;

            assertEquals(verdict.findings().isEmpty(), verdict.outcome() == Outcome.PASS, seen);
            if (verdict.outcome() == Outcome.PASS) {
                passes++;
                assertTrue(leadsToAnEnabledKey(declared, chain), seen);
            } else if (!leadsToAnEnabledKey(declared, chain) && !lowered(severities)) {
                assertTrue(verdict.stops(), seen);
            }
        }
        assertTrue(passes > 100, "only " + passes + " passes: the property was hardly tried");
    }

    /** The same promise in other words than the code's. */
    private static boolean leadsToAnEnabledKey(KeyReference declared, List<Asked> chain) {
        KeyReference wanted = declared;
        for (int i = 0; i < chain.size(); i++) {
            boolean last = i == chain.size() - 1;
            if (!chain.get(i).reference().equals(wanted)) {
                return false;
            }
            if (last) {
                return chain.get(i).answer() instanceof KeyAnswer.Described described
                        && described.facts().state() == KeyState.ENABLED;
            }
            if (!(chain.get(i).answer() instanceof KeyAnswer.PointsTo pointsTo)) {
                return false;
            }
            wanted = pointsTo.target();
        }
        return false;
    }

    private static boolean lowered(Map<FindingId, Severity> severities) {
        return severities.values().stream().anyMatch(severity -> severity == Severity.WARN);
    }

    private List<Asked> chain() {
        List<Asked> chain = new ArrayList<>();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            chain.add(new Asked(any(REFERENCES), answer(), List.of()));
        }
        return chain;
    }

    private KeyAnswer answer() {
        return switch (random.nextInt(4)) {
            case 0 -> new KeyAnswer.PointsTo(facts(), any(REFERENCES));
            case 1 -> new KeyAnswer.Missing("code", "said", random.nextBoolean());
            case 2 -> new KeyAnswer.Undetermined(any(List.of(Cause.values())), "ENABLED", "ENABLED");
            default -> new KeyAnswer.Described(facts());
        };
    }

    private KeyFacts facts() {
        KeyState state = random.nextBoolean() ? KeyState.ENABLED : any(List.of(KeyState.values()));
        return KeyFacts.of(state, "raw")
                .alias(any(List.of("a", "b")))
                .origin(any(List.of("kms", "external")))
                .rotation(random.nextBoolean())
                .deletionAt(rarely() ? time() : null)
                .expiresAt(rarely() ? time() : null)
                .providerManaged(rarely())
                .external(rarely())
                .contradictions(rarely() ? List.of("both") : List.of())
                .build();
    }

    private Map<FindingId, Severity> severities() {
        Map<FindingId, Severity> severities = new EnumMap<>(FindingId.class);
        for (FindingId id : FindingId.values()) {
            if (rarely()) {
                severities.put(id, any(List.copyOf(id.accepted())));
            }
        }
        return severities;
    }

    private Map<String, String> expectations() {
        return rarely() ? Map.of("alias", "a") : Map.of();
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private Instant time() {
        return NOW.plus(Duration.ofDays(random.nextInt(80) - 40));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    @Test
    void aPassingVerdictCannotBeMadeByHandWithoutOne() {
        KeyFacts enabled = Samples.enabled().build();
        for (KeyAnswer answer : Set.of(
                new KeyAnswer.Described(KeyFacts.of(KeyState.DISABLED, "3").build()),
                new KeyAnswer.PointsTo(enabled, AWS),
                new KeyAnswer.Missing("KMS.0207", "", false),
                new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, ""))) {
            List<Asked> chain = List.of(new Asked(AWS, answer, List.of()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Verdict(Samples.key(AWS), Outcome.PASS, enabled, List.of(), chain));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Verdict(Samples.key(AWS), Outcome.PASS, enabled, List.of(), List.of()));
    }

    @Test
    void anOutcomeCannotBeBetterThanItsFindings() {
        Verdict failed = Samples.judge(Samples.missing(AWS));

        assertThrows(
                IllegalArgumentException.class,
                () -> new Verdict(failed.key(), Outcome.WARN, failed.facts(), failed.findings(), failed.chain()));
    }
}
