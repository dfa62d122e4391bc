package io.github.cmkverify.policy;

import static io.github.cmkverify.policy.Samples.AWS;
import static io.github.cmkverify.policy.Samples.DATABRICKS;
import static io.github.cmkverify.policy.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Test
    void noWaiverMakesASuccessOfAKeyThatIsGoneOrThatNobodyKnows() {
        int waived = 0;
        for (int i = 0; i < TRIES; i++) {
            KeyReference declared = any(REFERENCES);
            List<Asked> chain = random.nextBoolean() ? chain() : List.of(new Asked(declared, answer(), List.of()));
            DeclaredKey plain = Samples.waived(declared, expectations());
            DeclaredKey key = Samples.waived(declared, plain.expectations().values(), waivers());
            Verdict verdict = Judge.judge(key, chain, NOW);
            Verdict strict = Judge.judge(plain, chain, NOW);
            String seen = chain + " under " + key.rules().waivers();

            assertEquals(strict.outcome() == Outcome.PASS, verdict.outcome() == Outcome.PASS, seen);
            Set<FindingId> never = EnumSet.of(FindingId.MISSING, FindingId.DESTROYED, FindingId.UNDETERMINED);
            if (strict.findings().stream().anyMatch(finding -> never.contains(finding.id()))) {
                assertTrue(verdict.stops(), seen);
            }
            for (Finding finding : strict.findings()) {
                assertTrue(
                        verdict.findings().stream().anyMatch(other -> isSame(finding, other)),
                        () -> finding + " is hidden: " + seen);
            }
            if (strict.stops() && !verdict.stops()) {
                waived++;
                assertTrue(
                        verdict.findings().stream().anyMatch(finding -> finding.waiver() != null && covers(finding)),
                        seen);
            }
        }
        assertTrue(waived > 100, "only " + waived + " waived: the property was hardly tried");
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.id() == other.id()
                && one.link() == other.link()
                && Objects.equals(one.subject(), other.subject())
                && Objects.equals(one.seen(), other.seen());
    }

    private static boolean covers(Finding finding) {
        Waiver waiver = finding.waiver();
        return waiver != null
                && waiver.finding() == finding.id()
                && Objects.equals(waiver.subject(), finding.subject())
                && !waiver.until().isBefore(LocalDate.ofInstant(NOW, ZoneOffset.UTC));
    }

    private Waiver[] waivers() {
        Waiver[] waivers = new Waiver[random.nextInt(12)];
        for (int i = 0; i < waivers.length; i++) {
            FindingId id = any(List.of(FindingId.values()));
            String subject = id == FindingId.MISMATCH && random.nextBoolean() ? ":alias" : "";
            waivers[i] = Samples.waiver(
                    any(List.of("payroll", AWS.text(), DATABRICKS.text())),
                    id.id() + subject,
                    any(List.of("2026-11-21", "2026-11-22", "2027-11-22")));
        }
        return waivers;
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
