package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.missing;
import static io.github.cmkverify.policy.Samples.named;
import static io.github.cmkverify.policy.Samples.pointsTo;
import static io.github.cmkverify.policy.Samples.undetermined;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.policy.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run as it may come: most keys are fine, and nearly every kind of trouble is there. */
final class MixedRun {
    private static final int KINDS = 12;

    private MixedRun() {}

    /** A run of so many keys; always the same for the same number. */
    static RunReport of(int keys) {
        return Runs.of(verdicts(keys));
    }

    static List<Verdict> verdicts(int keys) {
        return IntStream.range(0, keys).mapToObj(i -> verdict(i, i % KINDS)).toList();
    }

    /** So many keys, each one with the trouble of this kind, from 0 to 5; more kinds are healthy. */
    static List<Verdict> alike(int keys, int kind) {
        return IntStream.range(0, keys).mapToObj(i -> verdict(i, kind)).toList();
    }

    private static Verdict verdict(int i, int kind) {
        KeyReference huawei = new KeyReference(
                "huawei",
                "huawei://eu-de/0123456789abcdef0123456789abcdef/" + "0d0466b0-e727-4d9c-b35d-%012x".formatted(i));
        KeyReference aws = new KeyReference(
                "aws", "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-%012x".formatted(i));
        KeyReference databricks = new KeyReference(
                "databricks",
                "databricks://11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-%012x".formatted(i));
        KeyFacts.Builder fine = enabled()
                .alias("payroll-" + i)
                .spec("AES_256")
                .usage("ENCRYPT_DECRYPT")
                .origin("kms")
                .rotation(true)
                .region("eu-de")
                .createdAt(NOW.minus(Duration.ofDays(700L + i)));
        KeyFacts.Builder configuration = KeyFacts.of(KeyState.UNKNOWN, "")
                .useCases(List.of("STORAGE"))
                .usedBy(List.of("analytics (1234567890" + i + ")"));
        return switch (kind) {
            case 0 ->
                judge(
                        named("payroll " + i, huawei),
                        described(
                                huawei,
                                KeyFacts.of(KeyState.PENDING_DELETION, "4")
                                        .alias("payroll-" + i)
                                        .spec("AES_256")
                                        .deletionAt(NOW.plus(Duration.ofHours(30L + 41L * i)))));
            case 1 -> judge(undetermined(huawei, Cause.ACCESS_DENIED, "KMS.0306", "No access permission."));
            case 2 ->
                judge(described(
                        aws,
                        KeyFacts.of(KeyState.ENABLED, "Enabled")
                                .spec("SYMMETRIC_DEFAULT")
                                .origin("EXTERNAL")
                                .expiresAt(NOW.plus(Duration.ofDays(3L + i % 27)))));
            case 3 ->
                judge(
                        key(databricks),
                        pointsTo(databricks, configuration, aws),
                        described(aws, KeyFacts.of(KeyState.DISABLED, "Disabled")));
            case 4 -> judge(missing(huawei));
            case 5 ->
                judge(
                        key(aws, Map.of(), Map.of("alias", "alias/orders")),
                        described(aws, KeyFacts.of(KeyState.ENABLED, "Enabled").alias("alias/returns")));
            case 6 ->
                judge(
                        named("workspace storage " + i, databricks),
                        pointsTo(databricks, configuration, aws),
                        described(aws, KeyFacts.of(KeyState.ENABLED, "Enabled").spec("SYMMETRIC_DEFAULT")));
            case 7 ->
                judge(described(
                        aws,
                        KeyFacts.of(KeyState.ENABLED, "Enabled")
                                .spec("SYMMETRIC_DEFAULT")
                                .origin("EXTERNAL")
                                .expiresAt(NOW.plus(Duration.ofDays(200L + i)))));
            default -> judge(described(huawei, fine));
        };
    }
}
