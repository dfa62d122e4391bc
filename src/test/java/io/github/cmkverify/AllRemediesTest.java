package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.KeySyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of all providers against all findings, as they are to be pasted. */
class AllRemediesTest {
    private static final Path TABLE = Path.of("src/test/resources/io/github/cmkverify/remedies.txt");
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321";
    private static final String GOOGLE = "projects/pay/locations/us-east4/keyRings/ring/cryptoKeys/payroll";

    /** A key of each kind, with what its provider says of it. */
    private static final Map<String, KeyFacts.Builder> KEYS = new TreeMap<>(Map.of(
            "databricks://acc00000-0000-4000-8000-000000000001/c0000000-0000-4000-8000-000000000001",
            facts("x"),
            "huawei://ap-southeast-1/0123456789abcdef0123456789abcdef/0d0466b0-e727-4d9c-b35d-f84bb474a37f",
            facts("5"),
            "huawei://eu-de/0123456789abcdef0123456789abcdef/0d0466b0-e727-4d9c-b35d-f84bb474a37f",
            facts("5"),
            "aws://us-west-2/alias/payroll",
            facts("x").keyId(ARN).origin("imported"),
            GOOGLE,
            facts("no primary version")
                    .keyId(GOOGLE + "/cryptoKeyVersions/3")
                    .versionsAtRisk(
                            List.of("version 1 (DESTROY_SCHEDULED, 2026-12-03T10:00:00Z)", "version 2 (DISABLED)")),
            "https://pay.vault.azure.net/keys/payroll",
            facts("x"),
            "https://pay.managedhsm.azure.net/keys/payroll/0123456789abcdef0123456789abcdef",
            facts("x"),
            "vault://transit/payroll",
            facts("x")));

    /** All that a shell reads as it stands; what is in single quotes, or the one variable in double quotes, is text. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 _./:=@,+{}…-]*");

    private static KeyFacts.Builder facts(String rawState) {
        return KeyFacts.of(KeyState.ENABLED, rawState);
    }

    private static List<String> commands(String reference, FindingId finding, KeyAnswer answer) {
        for (KnownProvider known : KnownProvider.values()) {
            KeySyntax syntax = known.syntax();
            if (syntax.claims(reference)) {
                try {
                    KeyReference key = syntax.fromReference(reference, Map.of());
                    return known.remedies().commands(finding, new Asked(key, answer, List.of(evidence())));
                } catch (InvalidInputException e) {
                    throw new IllegalArgumentException(reference, e);
                }
            }
        }
        throw new IllegalArgumentException(reference);
    }

    private static Evidence evidence() {
        return new Evidence(
                "https://accounts.cloud.databricks.com", "Ask", 200, "r", Instant.EPOCH, "somebody", 1, false);
    }

    private static KeyAnswer answer(FindingId finding, KeyFacts.Builder facts) {
        return switch (finding) {
            case MISSING -> new KeyAnswer.Missing("NotFound", "no such key", false);
            case UNDETERMINED -> new KeyAnswer.Undetermined(Cause.ACCESS_DENIED, "denied", "no");
            case DESTROYED,
                    SCHEDULED_FOR_DELETION,
                    DISABLED,
                    NOT_READY,
                    UNAVAILABLE,
                    EXPIRED,
                    MISMATCH,
                    NOT_CUSTOMER_MANAGED,
                    EXPIRING,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED,
                    ROTATION_OFF -> new KeyAnswer.Described(facts.build());
        };
    }

    private static String table() {
        StringBuilder table = new StringBuilder();
        KEYS.forEach((reference, facts) -> {
            table.append(reference).append('\n');
            for (FindingId finding : FindingId.values()) {
                List<String> commands = commands(reference, finding, answer(finding, facts));
                if (!commands.isEmpty()) {
                    table.append("  ").append(finding.id()).append('\n');
                    commands.forEach(
                            command -> table.append("    ").append(command).append('\n'));
                }
            }
        });
        return table.toString();
    }

    @Test
    void everyCommandIsTheOneThatIsWrittenDown() throws IOException {
        assertEquals(Files.readString(TABLE), table());
    }

    @Test
    void nothingInACommandMeansAnythingToAShell() {
        List<String> wrong = new ArrayList<>();
        for (String line : table().split("\n", -1)) {
            String command = line.replaceAll("'[^']*'", "").replace("\"X-Auth-Token: $OS_TOKEN\"", "");
            if (!PLAIN.matcher(command).matches()) {
                wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(touch x)", "'; touch x; '", "`id`", "a && b", "a\nb", "\"x\"", "--help"})
    void noWordOfAServerComesIntoACommand(String hostile) {
        KEYS.keySet().forEach(reference -> {
            for (FindingId finding : FindingId.values()) {
                KeyFacts facts = facts(hostile)
                        .keyId(reference.startsWith("aws") ? ARN : hostile)
                        .alias(hostile)
                        .spec(hostile)
                        .usage(hostile)
                        .origin(hostile)
                        .region(hostile)
                        .versionsAtRisk(List.of(hostile, "version 1 (DISABLED" + hostile))
                        .build();
                List<String> all = new ArrayList<>(commands(reference, finding, new KeyAnswer.Described(facts)));
                all.addAll(commands(reference, finding, new KeyAnswer.Missing(hostile, hostile, false)));
                for (Cause cause : Cause.values()) {
                    all.addAll(commands(reference, finding, new KeyAnswer.Undetermined(cause, hostile, hostile)));
                }
                all.forEach(command -> assertTrue(!command.contains(hostile), command));
            }
        });
    }
}
