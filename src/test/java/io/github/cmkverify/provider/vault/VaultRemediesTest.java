package io.github.cmkverify.provider.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultRemediesTest {
    private static final Asked DENIED = new Asked(
            VaultBench.reference("teams/transit/orders", Map.of("namespace", "a")),
            new KeyAnswer.Undetermined(Cause.ACCESS_DENIED, "403", ""),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "MISSING, vault list -namespace=a teams/transit/keys",
        "SCHEDULED_FOR_DELETION, bao write -f -namespace=a teams/transit/keys/orders/soft-delete-restore",
        "OLDER_VERSION_AT_RISK, vault write -namespace=a teams/transit/keys/orders/config min_decryption_version=1",
        "ROTATION_OFF, vault write -namespace=a teams/transit/keys/orders/config auto_rotate_period=2160h",
        "UNDETERMINED, vault token capabilities -namespace=a teams/transit/keys/orders"
    })
    void namesTheCommandOfTheTool(FindingId finding, String command) {
        assertEquals(List.of(command), new VaultRemedies().commands(finding, DENIED));
    }
}
