package io.github.cmkverify.provider.gcp;

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

class GcpRemediesTest {
    private static final String IN = " --key=documents --keyring=ring --location=europe-west3 --project=demo-project";

    private final GcpRemedies remedies = new GcpRemedies();

    private static Asked asked(String reference, KeyAnswer answer) {
        return new Asked(new KeyReference("gcp", reference), answer, List.of());
    }

    private static KeyAnswer described(String rawState) {
        return new KeyAnswer.Described(KeyFacts.of(KeyState.DISABLED, rawState)
                .keyId(Rig.KEY + "/cryptoKeyVersions/7")
                .versionsAtRisk(List.of(
                        "version 1 (DISABLED)",
                        "version 2 (DESTROY_SCHEDULED, 2026-12-03T10:00:00Z)",
                        "version 3 (NEW_STATE)",
                        "versions could not be listed: $(rm -rf /)"))
                .build());
    }

    private List<String> commands(FindingId finding, KeyAnswer answer) {
        return remedies.commands(finding, asked(Rig.KEY, answer));
    }

    @Test
    void enableAVersionAfterItIsRestored() {
        assertEquals(
                List.of("gcloud kms keys versions restore 7" + IN, "gcloud kms keys versions enable 7" + IN),
                commands(FindingId.SCHEDULED_FOR_DELETION, described("DESTROY_SCHEDULED")));
        assertEquals(
                List.of("gcloud kms keys versions enable 7" + IN), commands(FindingId.DISABLED, described("DISABLED")));
    }

    @Test
    void saveOlderVersionsEachInItsOwnWay() {
        assertEquals(
                List.of(
                        "gcloud kms keys versions enable 1" + IN,
                        "gcloud kms keys versions restore 2" + IN,
                        "gcloud kms keys versions enable 2" + IN),
                commands(FindingId.OLDER_VERSION_AT_RISK, described("ENABLED")));
    }

    @Test
    void makeAPrimaryVersionWhereNoneIs() {
        assertEquals(
                List.of("gcloud kms keys versions create --primary" + IN),
                commands(FindingId.NOT_READY, described("no primary version")));
        assertEquals(List.of(), commands(FindingId.NOT_READY, described("PENDING_IMPORT")));
    }

    @Test
    void switchTheServiceOnWhereItIsOff() {
        assertEquals(
                List.of("gcloud services enable cloudkms.googleapis.com --project=demo-project"),
                commands(
                        FindingId.UNDETERMINED,
                        new KeyAnswer.Undetermined(Cause.ACCESS_DENIED, "SERVICE_DISABLED", "")));
        assertEquals(
                List.of("gcloud auth list"),
                commands(FindingId.UNDETERMINED, new KeyAnswer.Undetermined(Cause.NO_CREDENTIALS, null, "")));
        assertEquals(
                List.of(), commands(FindingId.UNDETERMINED, new KeyAnswer.Undetermined(Cause.TIMED_OUT, null, "")));
    }

    @ParameterizedTest
    @EnumSource(FindingId.class)
    void areThereForEveryFindingEvenWhereAReferencePointsNowhere(FindingId finding) {
        assertEquals(List.of(), remedies.commands(finding, asked("$(rm -rf /)", described("ENABLED"))));
        assertTrue(commands(finding, described("ENABLED")).stream()
                .allMatch(command -> command.startsWith("gcloud ") && !command.contains("$")));
    }

    @Test
    void nameTheRightsThatAreNeeded() {
        assertTrue(remedies.rightNeeded().contains("cloudkms.cryptoKeys.get"));
    }
}
