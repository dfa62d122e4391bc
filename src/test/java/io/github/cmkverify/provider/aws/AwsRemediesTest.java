package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwsRemediesTest {
    private final AwsRemedies remedies = new AwsRemedies();

    private static Asked asked(String reference, KeyAnswer answer) {
        return new Asked(new KeyReference("aws", reference), answer, List.of());
    }

    private static KeyAnswer described(String origin) {
        return new KeyAnswer.Described(KeyFacts.of(KeyState.DISABLED, "x")
                .keyId(Rig.ARN)
                .origin(origin)
                .build());
    }

    @Test
    void enableAKeyAfterItsDeletionIsCancelled() {
        assertEquals(
                List.of(
                        "aws kms cancel-key-deletion --key-id " + Rig.ARN + " --region us-east-1",
                        "aws kms enable-key --key-id " + Rig.ARN + " --region us-east-1"),
                remedies.commands(FindingId.SCHEDULED_FOR_DELETION, asked(Rig.ALIAS, described("kms"))));
    }

    @Test
    void nameTheKeyBehindAnAlias() {
        assertEquals(
                List.of("aws kms enable-key --key-id " + Rig.ARN + " --region us-east-1"),
                remedies.commands(FindingId.DISABLED, asked("aws://us-east-1/alias/payments", described("kms"))));
    }

    @Test
    void importMaterialOnlyWhereItWasImported() {
        assertEquals(
                2,
                remedies.commands(FindingId.NOT_READY, asked(Rig.ARN, described("imported")))
                        .size());
        assertEquals(List.of(), remedies.commands(FindingId.NOT_READY, asked(Rig.ARN, described("kms"))));
    }

    @Test
    void askWhoOneIsWhenThatIsTheDoubt() {
        assertEquals(
                List.of("aws sts get-caller-identity --region us-east-1"),
                remedies.commands(
                        FindingId.UNDETERMINED,
                        asked(Rig.ARN, new KeyAnswer.Undetermined(Cause.AUTHENTICATION_REFUSED, null, ""))));
        assertEquals(
                List.of(),
                remedies.commands(
                        FindingId.UNDETERMINED, asked(Rig.ARN, new KeyAnswer.Undetermined(Cause.TIMED_OUT, null, ""))));
    }

    @ParameterizedTest
    @EnumSource(FindingId.class)
    void areThereForEveryFindingEvenWhereAReferencePointsNowhere(FindingId finding) {
        assertEquals(List.of(), remedies.commands(finding, asked("$(rm -rf /)", described("imported"))));
        assertTrue(remedies.commands(finding, asked(Rig.ARN, described("imported"))).stream()
                .allMatch(command -> command.startsWith("aws ")));
    }

    @Test
    void nameTheRightThatIsNeeded() {
        assertEquals("kms:DescribeKey", remedies.rightNeeded());
    }
}
