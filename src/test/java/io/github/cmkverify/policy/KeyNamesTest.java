package io.github.cmkverify.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyNamesTest {
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321";
    private static final String GCP = "projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/k";
    private static final String AZURE = "https://pay.vault.azure.net/keys/Payroll";
    private static final String VERSION = "/0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        ARN + ", " + ARN + ", true",
        "0987dcba-09fe-87dc-65ba-ab0987654321, " + ARN + ", true",
        "ab0987654321, " + ARN + ", false",
        "arn:aws:kms:us-west-2:111122223333:key/0987DCBA-09fe-87dc-65ba-ab0987654321, " + ARN + ", false",
        GCP + ", " + GCP + "/cryptoKeyVersions/3, true",
        GCP + "/cryptoKeyVersions/3, " + GCP + "/cryptoKeyVersions/3, true",
        GCP + "/cryptoKeyVersions/3, " + GCP + "/cryptoKeyVersions/33, false",
        GCP + "/cryptoKeyVersions/3, " + GCP + ", false",
        GCP + ", " + GCP + "2, false",
        "projects/p-1/locations/us-east4/keyRings/r/cryptoKeys/K, " + GCP + ", false",
        AZURE + ", " + AZURE + ", true",
        "https://PAY.vault.azure.net:443/keys/payroll/, " + AZURE + VERSION + ", true",
        AZURE + "/0123456789ABCDEF0123456789ABCDEF, " + AZURE + VERSION + ", true",
        AZURE + VERSION + ", " + AZURE + ", false",
        AZURE + VERSION + ", " + AZURE + "/ffffffffffffffffffffffffffffffff, false",
        AZURE + ", https://pay2.vault.azure.net/keys/Payroll, false",
        AZURE + ", " + AZURE + "2, false",
        "'', " + ARN + ", false"
    })
    void namesOfOneKeyAreToldFromThoseOfAnother(String expected, String id, boolean same) {
        assertEquals(same, KeyNames.same(expected, id));
    }
}
