package io.github.cmkverify.provider.databricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabricksRemediesTest {
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String KEY = "c0000000-0000-4000-8000-000000000001";

    private static List<String> commands(FindingId finding, KeyAnswer answer) {
        KeyReference reference = new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + KEY);
        return new DatabricksRemedies().commands(finding, new Asked(reference, answer, List.of()));
    }

    private static List<String> undetermined(Cause cause) {
        return commands(FindingId.UNDETERMINED, new KeyAnswer.Undetermined(cause, null, ""));
    }

    @Test
    void aMissingConfigurationIsLookedForInTheList() {
        assertEquals(
                List.of("DATABRICKS_HOST=https://accounts.cloud.databricks.com DATABRICKS_ACCOUNT_ID=" + ACCOUNT
                        + " databricks account encryption-keys list"),
                commands(FindingId.MISSING, new KeyAnswer.Missing("NOT_FOUND", "", false)));
    }

    @Test
    void aConfigurationThatPointsNowhereIsWorthALook() {
        assertTrue(undetermined(Cause.POINTS_NOWHERE).get(0).endsWith("encryption-keys get " + KEY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"NO_CREDENTIALS", "AUTHENTICATION_REFUSED", "NOT_ASKED_AGAIN", "NOT_REACHED", "OUT_OF_TIME"})
    void nobodyIsToldToAskOnWhereAskingIsTheTrouble(Cause cause) {
        assertEquals(List.of(), undetermined(cause));
    }
}
