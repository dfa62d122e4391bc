package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.ARN;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.sim.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacesTest {
    private static final String OTHER = "77b97eae-0000-4000-8000-00000000beef";
    private static final String MANAGED = "managed_services_customer_managed_key_id";
    private static final String STORAGE = "storage_customer_managed_key_id";

    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private @Nullable List<String> usedBy(String keyId) {
        return assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask(keyId).answer())
                .facts()
                .usedBy();
    }

    @Test
    void namesTheWorkspacesThatUseAConfigurationAndWhatFor() {
        gate.cloud
                .workspace(
                        ACCOUNT, 1234567890123L, "finance", Map.of(MANAGED, KEY, STORAGE, KEY.toUpperCase(Locale.ROOT)))
                .workspace(ACCOUNT, 2, "ops", Map.of(STORAGE, KEY, MANAGED, OTHER))
                .workspace(ACCOUNT, 3, "old", Map.of("customer_managed_key_id", KEY))
                .workspace(ACCOUNT, 4, "none", Map.of());

        assertEquals(
                List.of(
                        "finance (1234567890123): MANAGED_SERVICES, STORAGE",
                        "ops (2): STORAGE",
                        "old (3): MANAGED_SERVICES"),
                usedBy(KEY));
    }

    @Test
    void theWorkspacesOfOneAccountAreNotAnothers() {
        String otherAccount = "99999999-2222-3333-4444-555555555555";
        gate.cloud
                .workspace(ACCOUNT, 2, "ops", Map.of(STORAGE, KEY))
                .configuration(otherAccount, KEY, AccountGate.ARN)
                .workspace(otherAccount, 3, "other", Map.of(STORAGE, KEY));
        assertEquals(List.of("ops (2): STORAGE"), usedBy(KEY));

        Asked other = gate.provider().ask(gate.reference(otherAccount, KEY), gate.budget);

        assertEquals(
                List.of("other (3): STORAGE"),
                assertInstanceOf(KeyAnswer.PointsTo.class, other.answer())
                        .facts()
                        .usedBy());
    }

    @Test
    void aConfigurationThatNoneUsesIsSaidToBeSo() {
        gate.cloud.workspace(ACCOUNT, 2, "ops", Map.of(STORAGE, OTHER));

        assertEquals(List.of(), usedBy(KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "aws_region, us-west-2, RUNNING, 0",
        "aws_region, eu-west-1, RUNNING, 1",
        "location, eu-west-1, RUNNING, 1",
        "aws_region, eu-west-1, FAILED, 0",
        "aws_region, eu-west-1, CANCELLING, 0",
        "aws_region, global, RUNNING, 0",
        "aws_region, '', RUNNING, 0",
        "somewhere, eu-west-1, RUNNING, 0"
    })
    void aWorkspaceThatRunsInAnotherRegionThanItsKeyContradictsIt(
            String field, String region, String status, int found) {
        gate.cloud.respondToWorkspaces(
                200,
                "[{\"workspace_id\":7,\"workspace_name\":\"ops\",\"" + STORAGE + "\":\"" + KEY
                        + "\",\"workspace_status\":\"" + status + "\",\"" + field + "\":\"" + region + "\"}]");
        List<String> contradictions = assertInstanceOf(
                        KeyAnswer.PointsTo.class, gate.ask(KEY).answer())
                .facts()
                .contradictions();

        assertEquals(found, contradictions.size());
        if (found > 0) {
            assertEquals(
                    "workspace ops (7) is in eu-west-1, the region of its key is us-west-2", contradictions.get(0));
        }
    }

    @Test
    void whereMultiRegionKeysAndPlacesOfSeveralRegionsAreNobodySays() {
        Usage usage = new Usage(List.of(), Map.of("ops (7)", "eu-west-1"));
        String mrk = "arn:aws:kms:us-west-2:111122223333:key/mrk-0123456789abcdef0123456789abcdef";
        String europe = "projects/p/locations/europe/keyRings/r/cryptoKeys/k";

        assertEquals(
                List.of(), usage.elsewhere(new CloudKey(new KeyReference("aws", mrk), null, "us-west-2", List.of())));
        assertEquals(
                List.of(), usage.elsewhere(new CloudKey(new KeyReference("gcp", europe), null, "europe", List.of())));
        assertEquals(List.of(), usage.elsewhere(new CloudKey(new KeyReference("azure", "x"), null, null, List.of())));
    }

    @Test
    void theListMayBeAnObject() {
        gate.cloud.respondToWorkspaces(
                200, "{\"workspaces\":[{\"workspace_id\":\"7\",\"" + STORAGE + "\":\"" + KEY + "\"}]}");

        assertEquals(List.of("7: STORAGE"), usedBy(KEY));
    }

    @Test
    void oneQuestionServesAllConfigurationsOfAnAccount() {
        gate.cloud.configuration(ACCOUNT, OTHER, ARN);
        usedBy(KEY);
        usedBy(OTHER);
        usedBy(KEY);

        assertEquals(1, gate.requests("/workspaces"));
    }

    @Test
    void theEvidenceOfTheConfigurationStaysTheLast() {
        assertEquals(
                List.of("Token", "ListWorkspaces", "GetCustomerManagedKey"),
                gate.ask().evidence().stream().map(Evidence::operation).toList());
        assertEquals(
                List.of("GetCustomerManagedKey"),
                gate.ask().evidence().stream().map(Evidence::operation).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error_code\":401,\"message\":\"Credential was not sent\"}",
                "403 | {\"error_code\":403,\"message\":\"Invalid access token.\"}",
                "403 | {\"error_code\":\"PERMISSION_DENIED\",\"message\":\"no\"}",
                "404 | {\"error_code\":\"NOT_FOUND\",\"message\":\"workspaces not found\"}",
                "429 | {}",
                "500 | {}"
            })
    void aRefusalIsAskedOnceAndHeldAgainstNobody(int status, String body) {
        gate.cloud.configuration(ACCOUNT, OTHER, ARN).respondToWorkspaces(status, body);

        for (String key : List.of(KEY, OTHER, KEY, OTHER)) {
            assertNull(usedBy(key));
        }
        assertEquals(1, gate.requests("/workspaces"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[{}]",
                "[1]",
                "[null]",
                "{\"workspaces\":[],\"next_page_token\":\"x\"}",
                "[{\"workspace_id\":1,\"storage_customer_managed_key_id\":7}]",
                "[{\"workspace_id\":1,\"account_id\":\"99999999-2222-3333-4444-555555555555\"}]"
            })
    void halfAListSaysNothing(String body) {
        gate.cloud.respondToWorkspaces(200, body);

        assertNull(usedBy(KEY));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void noFaultOfTheListTouchesTheAnswer(Fault fault) {
        gate.requestTimeout = Duration.ofMillis(200);
        gate.budget = Duration.ofMillis(1200);
        gate.simulator.spoil("/workspaces", fault);

        assertNull(usedBy(KEY));
    }
}
