package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.OTHER_PROJECT;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HuaweiProviderTest {
    private final Bench bench = Bench.withAccessKey();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"1, NOT_READY", "2, ENABLED", "3, DISABLED", "4, PENDING_DELETION", "5, NOT_READY", "7, UNAVAILABLE"})
    void tellsEveryState(String raw, KeyState state) {
        bench.cloud.key(PROJECT, KEY, raw);

        assertEquals(state, described(bench.ask()));
    }

    @Test
    void sendsTheDocumentedRequest() {
        bench.cloud.key(PROJECT, KEY, "2");

        bench.ask();

        RecordedRequest request = bench.simulator.received().get(0);
        assertEquals(List.of("POST /v1.0/" + PROJECT + "/kms/describe-key"), bench.simulator.requests());
        assertEquals(
                "{\"key_id\":\"" + KEY + "\"}",
                Objects.requireNonNull(request.getBody()).utf8());
        assertEquals("application/json", request.getHeaders().get("Content-Type"));
        assertEquals(PROJECT, request.getHeaders().get("X-Project-Id"));
    }

    @Test
    void givesEvidenceWithoutASecret() {
        bench.cloud.key(PROJECT, KEY, "2");

        Evidence evidence = bench.ask().evidence().get(0);

        assertEquals(bench.simulator.url(), evidence.endpoint());
        assertEquals("DescribeKey", evidence.operation());
        assertEquals(200, evidence.status());
        assertEquals("b55cf0f4394463e202a743d15e07e4e9", evidence.requestId());
        assertEquals("environment HUAWEICLOUD_SDK_AK, access key AKTE…", evidence.identity());
        assertEquals(1, evidence.attempts());
        assertTrue(evidence.endpointOverridden());
    }

    @Test
    void aKeyThatTheServiceDoesNotKnowIsMissing() {
        assertEquals(
                new KeyAnswer.Missing("KMS.0207", "The key does not exist.", false),
                bench.ask().answer());
    }

    @Test
    void aKeyOfAnotherProjectIsMissingInThisOne() {
        bench.cloud.key(OTHER_PROJECT, KEY, "2");

        assertInstanceOf(KeyAnswer.Missing.class, bench.ask().answer());
    }

    @Test
    void aTemporaryAccessKeySendsItsToken() {
        bench.cloud.credentials("AKTEMP", "SKTEMP", "STTEMP").key(PROJECT, KEY, "2");
        bench.variables.putAll(Map.of(
                "HUAWEICLOUD_SDK_AK", "AKTEMP",
                "HUAWEICLOUD_SDK_SK", "SKTEMP",
                "HUAWEICLOUD_SDK_SECURITY_TOKEN", "STTEMP"));

        assertEquals(KeyState.ENABLED, described(bench.ask()));
    }

    @Test
    void aTokenIsSentAsItIs() {
        bench.variables.clear();
        bench.variables.put("HW_AUTH_TOKEN", "MII-token");
        bench.cloud.token("MII-token").key(PROJECT, KEY, "2");

        Asked asked = bench.ask();

        assertEquals(KeyState.ENABLED, described(asked));
        assertEquals("environment HW_AUTH_TOKEN", asked.evidence().get(0).identity());
    }

    @Test
    void aWrongAccessKeyIsTriedOnceForTwentyKeys() {
        bench.variables.put("HUAWEICLOUD_SDK_SK", "wrong");
        HuaweiProvider provider = bench.provider();

        List<Asked> all = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> "0d0466b0-e727-4d9c-b35d-%012d".formatted(i))
                .map(id -> provider.ask(bench.reference(PROJECT, id), Duration.ofSeconds(30)))
                .toList();

        assertEquals(1, bench.simulator.received().size());
        assertEquals(
                1,
                all.stream()
                        .filter(it -> undetermined(it).cause() == Cause.AUTHENTICATION_REFUSED)
                        .count());
        assertEquals(
                19,
                all.stream()
                        .filter(it -> undetermined(it).cause() == Cause.NOT_ASKED_AGAIN)
                        .count());
    }

    @Test
    void aPermissionThatOneKeyLacksDoesNotKeepTheOthersFromBeingAsked() {
        String other = "11111111-e727-4d9c-b35d-f84bb474a37f";
        bench.cloud
                .key(PROJECT, KEY, "2")
                .respond(
                        other,
                        403,
                        "{\"error\":{\"error_code\":\"KMS.0306\",\"error_msg\":\"No access permission.\"}}");

        assertEquals(
                new KeyAnswer.Undetermined(Cause.ACCESS_DENIED, "KMS.0306", "No access permission."),
                bench.ask(bench.reference(PROJECT, other)).answer());
        assertEquals(KeyState.ENABLED, described(bench.ask()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void noFaultMakesADescription(Fault fault) {
        bench.cloud.key(PROJECT, KEY, "2");
        bench.simulator.spoil(KEY, fault);

        Asked asked = bench.provider().ask(bench.reference(PROJECT, KEY), Duration.ofMillis(600));

        assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer());
        assertEquals(1, asked.evidence().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "ERROR_502", "ERROR_503", "ERROR_504", "THROTTLED", "RESET_BEFORE"})
    void aFaultThatPassesIsForgotten(Fault fault) {
        bench.cloud.key(PROJECT, KEY, "2");
        bench.simulator.spoil(KEY, fault, Fault.NONE);

        Asked asked = bench.ask();

        assertEquals(KeyState.ENABLED, described(asked));
        assertEquals(2, asked.evidence().get(0).attempts());
    }

    @Test
    void aServiceErrorWithStatus400IsTriedAgain() {
        bench.cloud.respond(KEY, 400, "{\"error\":{\"error_code\":\"KMS.0105\",\"error_msg\":\"busy\"}}");

        Asked asked = bench.ask();

        assertEquals(new KeyAnswer.Undetermined(Cause.SERVICE_FAULT, "KMS.0105", "busy"), asked.answer());
        assertTrue(asked.evidence().get(0).attempts() >= 3);
    }

    @Test
    void withoutCredentialsOnlyTheMachineItselfIsAsked() {
        bench.variables.clear();

        Asked asked = bench.ask();

        assertEquals(Cause.NO_CREDENTIALS, undetermined(asked).cause());
        assertEquals(List.of(), asked.evidence());
        assertEquals(
                List.of("PUT /meta-data/latest/api/token", "GET /openstack/latest/securitykey"),
                bench.simulator.requests());
    }

    @Test
    void acceptsTheCloudsOwnHostsAndADeclaredLoopback() throws Exception {
        HuaweiProvider provider = bench.provider();

        assertDoesNotThrow(() -> provider.check(bench.reference(PROJECT, KEY)));
        provider.check(reference(Map.of("region", "eu-de")));
        provider.check(reference(Map.of("region", "eu-west-101")));
    }

    @Test
    void refusesAHostThatNobodyNamedFromOutside() throws Exception {
        KeyReference cloud = reference(Map.of("region", "eu-de", "cloud", "cloud.example"));
        KeyReference endpoint = reference(Map.of("region", "eu-de", "endpoint", "https://kms.cloud.example"));
        KeyReference iam = reference(Map.of("region", "eu-de", "iamEndpoint", "https://iam.cloud.example"));

        assertEquals("https://kms.eu-de.cloud.example", refused(cloud).written());
        assertEquals("<huawei> <endpoint>", refused(endpoint).where());
        assertEquals("<huawei> <iamEndpoint>", refused(iam).where());
    }

    @Test
    void theSdksVariablesNameHostsFromOutside() throws Exception {
        bench.variables.put("HUAWEICLOUD_SDK_REGION_KMS_EU_DE", "kms.cloud.example,https://spare.example");
        bench.variables.put("HUAWEICLOUD_SDK_IAM_ENDPOINT", "https://iam.cloud.example");

        bench.provider().check(reference(Map.of("region", "eu-de")));
        bench.provider().check(reference(Map.of("region", "eu-de", "endpoint", "https://kms.cloud.example:8443")));
    }

    @Test
    void aVariableWithoutAnAddressIsWrongInput() {
        bench.variables.put("HUAWEICLOUD_SDK_REGION_KMS_EU_DE", "http://kms.cloud.example");

        assertEquals(
                "environment variable HUAWEICLOUD_SDK_REGION_KMS_EU_DE",
                assertThrows(
                                InvalidInputException.class,
                                () -> bench.provider().check(reference(Map.of("region", "eu-de"))))
                        .where());
    }

    @Test
    void theSdksVariableIsAskedWhereNothingIsDeclared() throws Exception {
        bench.variables.put("HUAWEICLOUD_SDK_REGION_KMS_EU_DE", bench.simulator.url());
        bench.cloud.key(PROJECT, KEY, "3");

        assertEquals(KeyState.DISABLED, described(bench.ask(reference(Map.of("region", "eu-de")))));
    }

    @Test
    void aDeclaredEndpointBeatsTheVariable() {
        bench.variables.put("HUAWEICLOUD_SDK_REGION_KMS_EU_DE", "http://127.0.0.1:9");
        bench.cloud.key(PROJECT, KEY, "2");

        assertEquals(KeyState.ENABLED, described(bench.ask()));
    }

    @Test
    void theIdentityServicesHostMattersWhereItIsAsked() throws Exception {
        Map<String, String> written =
                Map.of("region", "eu-de", "keyId", KEY, "cloud", "cloud.example", "endpoint", bench.simulator.url());

        bench.provider().check(reference(written));

        assertEquals(
                "https://iam.eu-de.cloud.example",
                refused(new HuaweiSyntax().fromElement(written)).written());
    }

    @Test
    void theAddressIsThatOfTheKeys() throws Exception {
        assertEquals(
                "https://kms.eu-de.otc.t-systems.com", bench.provider().address(reference(Map.of("region", "eu-de"))));
    }

    private InvalidInputException refused(KeyReference reference) {
        return assertThrows(InvalidInputException.class, () -> bench.provider().check(reference));
    }

    private static KeyReference reference(Map<String, String> children) throws InvalidInputException {
        Map<String, String> all = new HashMap<>(children);
        all.put("projectId", PROJECT);
        all.put("keyId", KEY);
        return new HuaweiSyntax().fromElement(all);
    }

    private static KeyState described(Asked asked) {
        return assertInstanceOf(KeyAnswer.Described.class, asked.answer())
                .facts()
                .state();
    }

    private static KeyAnswer.Undetermined undetermined(Asked asked) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer());
    }
}
