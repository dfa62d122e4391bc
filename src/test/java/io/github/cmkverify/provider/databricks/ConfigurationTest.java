package io.github.cmkverify.provider.databricks;

import static io.github.cmkverify.provider.databricks.AccountGate.ACCOUNT;
import static io.github.cmkverify.provider.databricks.AccountGate.ARN;
import static io.github.cmkverify.provider.databricks.AccountGate.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final String IDS = "\"customer_managed_key_id\":\"" + KEY + "\",\"account_id\":\"" + ACCOUNT + "\",";
    private static final String AWS = "\"aws_key_info\":{\"key_arn\":\"" + ARN + "\",\"key_region\":\"us-west-2\"}";

    private final AccountGate gate = new AccountGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private KeyAnswer.PointsTo found() {
        return assertInstanceOf(KeyAnswer.PointsTo.class, gate.ask().answer());
    }

    private KeyAnswer.Undetermined doubt(String body) {
        gate.cloud.respond(KEY, 200, body);
        return gate.doubt();
    }

    private static Map<String, Object> aws(String field, String value) {
        Map<String, Object> aws = new HashMap<>(Map.of("key_arn", ARN, "key_region", "us-west-2"));
        aws.put(field, value);
        return Map.of("aws_key_info", aws);
    }

    @Test
    void aConfigurationPointsToItsKeyAndHasNoStateOfItsOwn() {
        KeyAnswer.PointsTo found = found();
        assertEquals(new KeyReference("aws", ARN), found.target());
        assertEquals(KeyState.UNKNOWN, found.facts().state());
        assertEquals("", found.facts().rawState());
        assertEquals(ARN, found.facts().keyId());
        assertEquals("alias/projectKey1", found.facts().alias());
        assertEquals("us-west-2", found.facts().region());
        assertEquals(List.of("MANAGED_SERVICES", "STORAGE"), found.facts().useCases());
        assertEquals(Instant.ofEpochMilli(1676596234145L), found.facts().createdAt());
        assertEquals(List.of(), found.facts().contradictions());
    }

    @Test
    void evidenceNamesTokenAndGetInOrder() {
        Asked asked = gate.ask();
        assertEquals(
                List.of("Token", "ListWorkspaces", "GetCustomerManagedKey"),
                asked.evidence().stream().map(Evidence::operation).toList());
        Evidence get = asked.evidence().get(2);
        assertEquals(gate.simulator.url(), get.endpoint());
        assertEquals(200, get.status());
        assertEquals("sim-request-2", get.requestId());
        assertEquals("environment DATABRICKS_CLIENT_ID, client demo…", get.identity());
        assertEquals(1, get.attempts());
        assertEquals(true, get.endpointOverridden());
        assertEquals(
                List.of(
                        "POST /oidc/accounts/" + ACCOUNT + "/v1/token",
                        "GET /api/2.0/accounts/" + ACCOUNT + "/customer-managed-keys/" + KEY,
                        "GET /api/2.0/accounts/" + ACCOUNT + "/workspaces"),
                gate.simulator.requests());
    }

    @Test
    void idsInUpperCaseAreTheSameIds() {
        String upper = ("{" + IDS)
                .toUpperCase(Locale.ROOT)
                .replace("CUSTOMER_MANAGED_KEY_ID", "customer_managed_key_id")
                .replace("ACCOUNT_ID", "account_id");
        gate.cloud.respond(KEY, 200, upper + AWS + "}");
        assertEquals(ARN, found().target().text());
    }

    @Test
    void anotherRegionThanTheOneInTheArnIsAContradiction() {
        gate.cloud.configuration(ACCOUNT, KEY, aws("key_region", "us-east-1"));
        assertEquals(
                List.of("key_region is us-east-1, the region in key_arn is us-west-2"),
                found().facts().contradictions());
    }

    @Test
    void aliasAndRegionMayBeAbsent() {
        gate.cloud.configuration(ACCOUNT, KEY, Map.of("aws_key_info", Map.of("key_arn", ARN)));
        assertEquals(List.of(), found().facts().contradictions());
        assertNull(found().facts().alias());
    }

    @Test
    void nullsAndAbsentFieldsAreTheSame() {
        gate.cloud.respond(
                KEY,
                200,
                "{" + IDS + AWS + ",\"gcp_key_info\":null,\"azure_key_info\":null,\"use_cases\":null,"
                        + "\"creation_time\":null,\"error_code\":null,\"something_new\":{\"a\":[1]}}");
        KeyAnswer.PointsTo found = found();
        assertEquals(List.of(), found.facts().useCases());
        assertNull(found.facts().createdAt());
    }

    @Test
    void useCasesThatNobodyDocumentedAreKept() {
        gate.cloud.configuration(
                ACCOUNT,
                KEY,
                Map.of("aws_key_info", Map.of("key_arn", ARN), "use_cases", List.of("STORAGE", "MANAGED")));
        assertEquals(List.of("STORAGE", "MANAGED"), found().facts().useCases());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1676596234145", "\"1676596234145\"", "1676596234145.0", "1.676596234145e12"})
    void creationTimeIsReadAsNumberOrText(String written) {
        gate.cloud.respond(KEY, 200, "{" + IDS + AWS + ",\"creation_time\":" + written + "}");
        assertEquals(Instant.ofEpochMilli(1676596234145L), found().facts().createdAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kms:eu-central-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef",
                "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
                "arn:aws-cn:kms:cn-north-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321"
            })
    void allDocumentedFormsOfKeyArnsAreFollowed(String arn) {
        gate.cloud.configuration(ACCOUNT, KEY, arn);
        assertEquals(new KeyReference("aws", arn), found().target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:kms:us-west-2:111122223333:alias/projectKey1",
                "0987dcba-09fe-87dc-65ba-ab0987654321",
                "arn:aws:s3:::bucket",
                "arn:aws:kms::111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
                "arn:aws:kms:us-west-2:1111:key/0987dcba-09fe-87dc-65ba-ab0987654321",
                "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321?endpoint=http://127.0.0.1",
                "arn:aws:kms:us-west-2.evil.example/:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
                "http://169.254.169.254/latest",
                "arn:aws:kms:us-west-2:111122223333:key/../../x"
            })
    void whatIsNoKeyArnPointsNowhere(String arn) {
        gate.cloud.configuration(ACCOUNT, KEY, aws("key_arn", arn));
        assertEquals(Cause.POINTS_NOWHERE, gate.doubt().cause());
    }

    @Test
    void aKeyOfGoogleCloudIsFollowedByItsName() {
        String name = "projects/prod-1/locations/europe-west4/keyRings/databricks/cryptoKeys/root_key";
        gate.cloud.configuration(
                ACCOUNT,
                KEY,
                Map.of("gcp_key_info", Map.of("kms_key_id", name, "manual", true), "use_cases", List.of("STORAGE")));
        assertEquals(new KeyReference("gcp", name), found().target());
        assertEquals("europe-west4", found().facts().region());
    }

    @Test
    void aKeyOfAzureIsFollowedByItsUrl() {
        gate.cloud.configuration(
                ACCOUNT,
                KEY,
                Map.of(
                        "azure_key_info",
                        Map.of("key_vault_uri", "https://prod-vault.vault.azure.net/", "key_name", "root-key")));
        assertEquals(new KeyReference("azure", "https://prod-vault.vault.azure.net/keys/root-key"), found().target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"gcp_key_info\":{\"kms_key_id\":\"projects/p1234/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1\"}",
                "\"gcp_key_info\":{\"kms_key_id\":\"//evil/projects/p1234/locations/l/keyRings/r/cryptoKeys/k\"}",
                "\"gcp_key_info\":{}",
                "\"azure_key_info\":{\"key_vault_uri\":\"https://evil.example/\",\"key_name\":\"k\"}",
                "\"azure_key_info\":{\"key_vault_uri\":\"http://127.0.0.1:8080/\",\"key_name\":\"k\"}",
                "\"azure_key_info\":{\"key_vault_uri\":\"http://v123.vault.azure.net/\",\"key_name\":\"k\"}",
                "\"azure_key_info\":{\"key_vault_uri\":\"https://v123.vault.azure.net/\",\"key_name\":\"a/b\"}",
                "\"azure_key_info\":{\"key_vault_uri\":\"https://v123.vault.azure.net/\",\"key_name\":\"k\",\"version\":\"../x\"}",
                "\"aws_key_info\":{}",
                "\"aws_key_info\":null",
                "\"use_cases\":[\"STORAGE\"]"
            })
    void aConfigurationWithoutAUsableKeyPointsNowhere(String rest) {
        assertEquals(Cause.POINTS_NOWHERE, doubt("{" + IDS + rest + "}").cause());
    }

    @ParameterizedTest
    @CsvSource({
        "77b97eae-0000-4000-8000-000000000002, 11111111-2222-3333-4444-555555555555",
        "77b97eae-0000-4000-8000-000000000001, 11111111-2222-3333-4444-666666666666",
    })
    void anAnswerAboutAnotherKeyOrAccountSaysNothing(String key, String account) {
        assertEquals(
                Cause.OTHER_KEY,
                doubt("{\"customer_managed_key_id\":\"" + key + "\",\"account_id\":\"" + account + "\"," + AWS + "}")
                        .cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "\"text\"",
                "42",
                "<html><head><title>Sign in</title></head></html>",
                "{%IDS%%AWS%",
                "{%IDS%%AWS%} {}",
                "{%IDS%%AWS%,\"account_id\":\"11111111-2222-3333-4444-555555555555\"}",
                "[{%IDS%%AWS%}]",
                "{\"customer_managed_key\":{%IDS%%AWS%}}",
                "{\"customer_managed_key_id\":\"77b97eae-0000-4000-8000-000000000001\",%AWS%}",
                "{\"account_id\":\"11111111-2222-3333-4444-555555555555\",%AWS%}",
                "{\"account_id\":null,\"customer_managed_key_id\":null,%AWS%}",
                "{\"account_id\":1,\"customer_managed_key_id\":\"77b97eae-0000-4000-8000-000000000001\",%AWS%}",
                "{%IDS%%AWS%,\"gcp_key_info\":{\"kms_key_id\":\"x\"}}",
                "{%IDS%\"aws_key_info\":\"x\"}",
                "{%IDS%\"aws_key_info\":[]}",
                "{%IDS%\"aws_key_info\":{\"key_arn\":7}}",
                "{%IDS%%AWS%,\"use_cases\":[1]}",
                "{%IDS%%AWS%,\"use_cases\":[null]}",
                "{%IDS%%AWS%,\"use_cases\":\"STORAGE\"}",
                "{%IDS%%AWS%,\"creation_time\":\"yesterday\"}",
                "{%IDS%%AWS%,\"creation_time\":-1}",
                "{%IDS%%AWS%,\"creation_time\":9e99}",
                "{%IDS%%AWS%,\"error_code\":\"INTERNAL_ERROR\"}",
                "{%IDS%%AWS%,\"error\":{\"code\":500}}",
                "{\"error_code\":\"NOT_FOUND\",\"message\":\"Operation was performed on a resource that does not exist\"}"
            })
    void strangeAnswersSayNothing(String body) {
        KeyAnswer.Undetermined doubt = doubt(body.replace("%IDS%", IDS).replace("%AWS%", AWS));
        assertEquals(Cause.STRANGE_ANSWER, doubt.cause());
        assertEquals(0, gate.requests("customer-managed-keys HTTP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203, 206})
    void onlyTheDocumentedStatusIsASuccess(int status) {
        gate.cloud.respond(KEY, status, "{" + IDS + AWS + "}");
        assertEquals(Cause.STRANGE_ANSWER, gate.doubt().cause());
    }

    @Test
    void theContentTypeIsNotTheReason() {
        gate.cloud.respond(
                KEY,
                new mockwebserver3.MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("{" + IDS + AWS + "}")
                        .build());
        assertEquals(ARN, found().target().text());
    }
}
