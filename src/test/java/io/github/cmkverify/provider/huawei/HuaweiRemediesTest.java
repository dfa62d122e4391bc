package io.github.cmkverify.provider.huawei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HuaweiRemediesTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String KEY = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private final HuaweiRemedies remedies = new HuaweiRemedies();

    @Test
    void aCancelledDeletionIsFollowedByEnabling() throws Exception {
        assertEquals(
                List.of(
                        "hcloud KMS CancelKeyDeletion --cli-region=cn-north-4 --project_id=" + PROJECT + " --key_id="
                                + KEY,
                        "hcloud KMS EnableKey --cli-region=cn-north-4 --project_id=" + PROJECT + " --key_id=" + KEY),
                remedies.commands(FindingId.SCHEDULED_FOR_DELETION, asked("cn-north-4", Map.of(), "4")));
    }

    @Test
    void otherCloudsAreTypedAsCallsOfTheSameApi() throws Exception {
        assertEquals(
                List.of(
                        "curl -f -X POST -H \"X-Auth-Token: $OS_TOKEN\" -H 'Content-Type: application/json' -d '{\"key_id\":\""
                                + KEY + "\"}' 'https://kms.eu-de.otc.t-systems.com/v1.0/" + PROJECT
                                + "/kms/enable-key'"),
                remedies.commands(FindingId.DISABLED, asked("eu-de", Map.of(), "3")));
    }

    @Test
    void rotationIsTurnedOnByItsCommand() throws Exception {
        assertEquals(
                List.of("hcloud KMS EnableKeyRotation --cli-region=cn-north-4 --project_id=" + PROJECT + " --key_id="
                        + KEY),
                remedies.commands(FindingId.ROTATION_OFF, asked("cn-north-4", Map.of(), "2")));
    }

    @Test
    void aDeclaredEndpointIsAskedToBeCured() throws Exception {
        String command = remedies.commands(
                        FindingId.DISABLED, asked("cn-north-4", Map.of("endpoint", "http://127.0.0.1:8080"), "3"))
                .get(0);

        assertEquals(
                "'http://127.0.0.1:8080/v1.0/" + PROJECT + "/kms/enable-key'",
                command.substring(command.lastIndexOf(" ") + 1));
    }

    @Test
    void onlyAKeyThatWaitsForItsMaterialIsToldToImportIt() throws Exception {
        assertEquals(
                List.of(
                        "hcloud KMS CreateParametersForImport --cli-region=cn-north-4 --project_id=" + PROJECT
                                + " --key_id=" + KEY + " --wrapping_algorithm=RSAES_OAEP_SHA_256",
                        "hcloud KMS ImportKeyMaterial --cli-region=cn-north-4 --project_id=" + PROJECT + " --key_id="
                                + KEY + " --import_token=… --encrypted_key_material=…"),
                remedies.commands(FindingId.NOT_READY, asked("cn-north-4", Map.of(), "5")));
        assertEquals(List.of(), remedies.commands(FindingId.NOT_READY, asked("cn-north-4", Map.of(), "1")));
    }

    @Test
    void aMissingKeyIsLookedForAmongAllSpecs() throws Exception {
        assertEquals(
                List.of("hcloud KMS ListKeys --cli-region=cn-north-4 --project_id=" + PROJECT + " --key_spec=ALL"),
                remedies.commands(FindingId.MISSING, asked("cn-north-4", Map.of(), "2")));
    }

    @Test
    void whatCannotBeTypedIsNotInvented() throws Exception {
        assertEquals(List.of(), remedies.commands(FindingId.DESTROYED, asked("eu-de", Map.of(), "2")));
        assertEquals(List.of(), remedies.commands(FindingId.UNDETERMINED, asked("eu-de", Map.of(), "2")));
    }

    @Test
    void namesTheOneRightThatIsNeeded() {
        assertEquals("kms:cmk:get", remedies.rightNeeded());
    }

    private static Asked asked(String region, Map<String, String> options, String state) throws Exception {
        return new Asked(
                new HuaweiSyntax().fromReference("huawei://" + region + "/" + PROJECT + "/" + KEY, options),
                new KeyAnswer.Described(KeyFacts.of(KeyState.UNKNOWN, state).build()),
                List.of());
    }
}
