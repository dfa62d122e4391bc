package io.github.cmkverify.policy;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.key.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys, answers and chains that the tests of judgement and reports share. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final Instant SOON = NOW.plus(Duration.ofDays(11));

    public static final KeyReference HUAWEI = new KeyReference(
            "huawei", "huawei://eu-de/0123456789abcdef0123456789abcdef/0d0466b0-e727-4d9c-b35d-f84bb474a37f");
    public static final KeyReference DATABRICKS = new KeyReference(
            "databricks", "databricks://11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000");
    public static final KeyReference AWS =
            new KeyReference("aws", "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321");

    private Samples() {}

    public static DeclaredKey key(KeyReference reference) {
        return key(reference, Map.of(), Map.of());
    }

    public static DeclaredKey key(KeyReference reference, Map<FindingId, Severity> severities) {
        return key(reference, severities, Map.of());
    }

    public static DeclaredKey key(
            KeyReference reference, Map<FindingId, Severity> severities, Map<String, String> expectations) {
        return new DeclaredKey(
                reference,
                null,
                new Expectations(new TreeMap<>(expectations)),
                new Rules(severities, Rules.USUAL_WINDOW),
                "<keys>");
    }

    /** A key that is judged with waivers, and expected to be something. */
    public static DeclaredKey waived(KeyReference reference, Map<String, String> expectations, Waiver... waivers) {
        return new DeclaredKey(
                reference,
                "payroll",
                new Expectations(new TreeMap<>(expectations)),
                Rules.USUAL.with(List.of(waivers)),
                "<keys>");
    }

    /** A waiver of {@code disabled} or {@code mismatch:alias} that the module's own POM declares. */
    public static Waiver waiver(String key, String covers, String until) {
        String[] parts = covers.split(":", -1);
        return new Waiver(
                key,
                FindingId.of(parts[0]).orElseThrow(),
                parts.length > 1 ? parts[1] : null,
                LocalDate.parse(until),
                "SEC-123, migration",
                "pom.xml",
                true);
    }

    public static DeclaredKey named(String name, KeyReference reference) {
        return new DeclaredKey(reference, name, Expectations.NONE, Rules.USUAL, "<keys>");
    }

    public static KeyFacts.Builder enabled() {
        return KeyFacts.of(KeyState.ENABLED, "2");
    }

    public static Asked described(KeyReference reference, KeyFacts.Builder facts) {
        return asked(reference, new KeyAnswer.Described(facts.build()), 200);
    }

    public static Asked pointsTo(KeyReference reference, KeyFacts.Builder facts, KeyReference target) {
        return asked(reference, new KeyAnswer.PointsTo(facts.build(), target), 200);
    }

    public static Asked missing(KeyReference reference) {
        return asked(reference, new KeyAnswer.Missing("KMS.0207", "The key does not exist.", false), 404);
    }

    public static Asked undetermined(KeyReference reference, Cause cause, String code, String said) {
        return asked(reference, new KeyAnswer.Undetermined(cause, code, said), 403);
    }

    public static Asked asked(KeyReference reference, KeyAnswer answer, int status) {
        return new Asked(reference, answer, List.of(evidence(reference, status)));
    }

    public static Evidence evidence(KeyReference reference, int status) {
        return new Evidence(
                "https://kms." + reference.provider() + ".example",
                "DescribeKey",
                status,
                "req-" + status,
                NOW,
                "environment, access key AKTE…",
                1,
                false);
    }

    public static Verdict judge(DeclaredKey key, Asked... chain) {
        return Judge.judge(key, List.of(chain), NOW);
    }

    public static Verdict judge(Asked only) {
        return judge(key(only.reference()), only);
    }
}
