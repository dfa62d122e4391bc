package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;

class AwsWordsTest {
    @ParameterizedTest
    @CsvSource({
        "AWS, SYMMETRIC_DEFAULT, AES_256",
        "GOVERNMENT, SYMMETRIC_DEFAULT, AES_256",
        "CHINA, SYMMETRIC_DEFAULT, SM4",
        "CHINA, RSA_2048, RSA_2048",
        "AWS, ECC_NIST_P256, EC_P256",
        "AWS, ECC_SECG_P256K1, EC_P256K1",
        "AWS, HMAC_512, HMAC_512",
        "AWS, NEW_SPEC, NEW_SPEC"
    })
    void theDefaultIsAnotherCipherInChina(Partition partition, String own, String common) {
        assertEquals(common, AwsWords.spec(partition, own));
    }

    @Test
    void noTwoSpecsOfTheVendorMeanTheSame() {
        Set<String> common = KeySpec.knownValues().stream()
                .map(spec -> AwsWords.spec(Partition.AWS, spec.toString()))
                .collect(Collectors.toSet());

        assertEquals(KeySpec.knownValues().size(), common.size());
    }

    @Test
    void allWordsOfTheVendorMayBeWritten() {
        assertEquals(
                KeyUsageType.knownValues().stream().map(Object::toString).collect(Collectors.toSet()),
                AwsWords.USAGE.common().keySet());
        assertEquals(
                OriginType.knownValues().stream().map(Object::toString).collect(Collectors.toSet()),
                AwsWords.ORIGIN.common().keySet());
    }
}
