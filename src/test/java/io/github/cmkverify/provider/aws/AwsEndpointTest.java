package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.endpoints.KmsEndpointProvider;

class AwsEndpointTest {
    private static AwsEndpoint endpoint(String reference, Map<String, String> options, Map<String, String> variables)
            throws InvalidInputException {
        return AwsEndpoint.of(
                AwsKey.of("reference", reference),
                Rig.reference(reference, options),
                new Environment(variables, Path.of("no-home"), Clock.systemUTC()));
    }

    @ParameterizedTest
    @CsvSource({
        "aws, us-east-1, kms.us-east-1.amazonaws.com",
        "aws-cn, cn-north-1, kms.cn-north-1.amazonaws.com.cn",
        "aws-us-gov, us-gov-east-1, kms.us-gov-east-1.amazonaws.com",
        "aws-eusc, eusc-de-east-1, kms.eusc-de-east-1.amazonaws.eu",
        "aws-iso, us-iso-west-1, kms.us-iso-west-1.c2s.ic.gov",
        "aws-iso-b, us-isob-east-1, kms.us-isob-east-1.sc2s.sgov.gov",
        "aws-iso-e, eu-isoe-west-1, kms.eu-isoe-west-1.cloud.adc-e.uk",
        "aws-iso-f, us-isof-south-1, kms.us-isof-south-1.csp.hci.ic.gov",
    })
    void isKmsOfTheRegionOfTheArnWhateverTheEnvironmentPrefers(String partition, String region, String host)
            throws Exception {
        String arn = "arn:" + partition + ":kms:" + region + ":111122223333:key/" + Rig.ID;
        AwsEndpoint endpoint = endpoint(arn, Map.of(), Map.of("AWS_REGION", "ap-south-1"));
        assertEquals("https://" + host, endpoint.url());
        assertTrue(endpoint.hosts().domains().contains(host));
        assertEquals(Set.of(), endpoint.hosts().named());
        assertFalse(endpoint.hosts().loopback());
    }

    @Test
    void agreesWithTheVendorsRulesOnEveryRegion() throws Exception {
        KmsEndpointProvider rules = KmsEndpointProvider.defaultProvider();
        int compared = 0;
        for (Region region : Region.regions()) {
            if (region.isGlobalRegion()) {
                continue;
            }
            for (String fips : new String[] {"false", "true"}) {
                for (String dual : new String[] {"false", "TRUE"}) {
                    String theirs = rules.resolveEndpoint(p -> p.region(region)
                                    .useFips(Boolean.valueOf(fips))
                                    .useDualStack(Boolean.valueOf(dual)))
                            .join()
                            .endpointUrl()
                            .toUri()
                            .toString();
                    String ours = endpoint(
                                    "aws://" + region.id() + "/" + Rig.ID,
                                    Map.of(),
                                    Map.of("AWS_USE_FIPS_ENDPOINT", fips, "AWS_USE_DUALSTACK_ENDPOINT", dual))
                            .url();
                    assertEquals(theirs, ours);
                    compared++;
                }
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void publishesNothingButKmsOfTheRegion() throws Exception {
        assertEquals(
                Set.of(
                        "kms.us-east-1.amazonaws.com",
                        "kms-fips.us-east-1.amazonaws.com",
                        "kms.us-east-1.api.aws",
                        "kms-fips.us-east-1.api.aws"),
                endpoint(Rig.ARN, Map.of(), Map.of()).hosts().domains());
    }

    @Test
    void takesTheEnvironmentsEndpointAndTheOneForKmsFirst() throws Exception {
        AwsEndpoint general = endpoint(Rig.ARN, Map.of(), Map.of("AWS_ENDPOINT_URL", "https://kms.corp.example:8443/"));
        assertEquals("https://kms.corp.example:8443", general.url());
        assertEquals(Set.of("kms.corp.example"), general.hosts().named());
        assertFalse(general.hosts().loopback());
        assertEquals(
                "http://[::1]:9",
                endpoint(
                                Rig.ARN,
                                Map.of(),
                                Map.of("AWS_ENDPOINT_URL", "https://a", "AWS_ENDPOINT_URL_KMS", "http://[::1]:9"))
                        .url());
    }

    @Test
    void takesNoConfiguredEndpointWhenTheyAreToBeIgnored() throws Exception {
        Map<String, String> variables =
                Map.of("AWS_ENDPOINT_URL_KMS", "https://a", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertEquals(
                "https://kms.us-east-1.amazonaws.com",
                endpoint(Rig.ARN, Map.of(), variables).url());
    }

    @Test
    void takesTheDeclaredEndpointBeforeAllOthersAndLetsItBeLoopback() throws Exception {
        AwsEndpoint declared = endpoint(
                Rig.ARN, Map.of("endpoint", "http://127.0.0.1:4566"), Map.of("AWS_ENDPOINT_URL_KMS", "https://a"));
        assertEquals("http://127.0.0.1:4566", declared.url());
        assertTrue(declared.hosts().loopback());
        assertEquals(Set.of(), declared.hosts().named());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kms.corp.example", "https://kms:hush@corp.example", "https://{host}"})
    void refusesAVariableThatNamesNoEndpoint(String value) {
        InvalidInputException e = assertThrows(
                InvalidInputException.class, () -> endpoint(Rig.ARN, Map.of(), Map.of("AWS_ENDPOINT_URL_KMS", value)));
        assertEquals("AWS_ENDPOINT_URL_KMS", e.where());
        assertFalse(String.valueOf(e.getMessage()).contains("hush"), e::toString);
    }

    @Test
    void isCheckedBeforeAnythingIsAsked() throws Exception {
        try (Rig rig = new Rig()) {
            rig.provider().check(Rig.reference(Rig.ARN, Map.of()));
            rig.provider().check(Rig.reference(Rig.ARN, Map.of("endpoint", "http://127.0.0.1:1")));
            for (String elsewhere : new String[] {
                "https://evil.example",
                "https://kms.us-east-1.amazonaws.com.evil.example",
                "https://kms.us-east-1.amazonaws.com@evil.example",
                "https://bucket.s3.amazonaws.com",
                "https://kms.eu-west-1.amazonaws.com",
                "http://kms.us-east-1.amazonaws.com"
            }) {
                InvalidInputException refused = assertThrows(
                        InvalidInputException.class,
                        () -> rig.provider().check(new KeyReference("aws", Rig.ARN).with("endpoint", elsewhere)),
                        elsewhere);
                if (elsewhere.equals("https://evil.example")) {
                    assertTrue(refused.accepted().startsWith("a host of kms-fips.us-east-1."), refused.accepted());
                    assertTrue(refused.accepted().contains("CMK_ALLOWED_HOSTS"), refused.accepted());
                }
            }
        }
    }
}
