package io.github.cmkverify.provider.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpWordsTest {
    @ParameterizedTest
    @CsvSource({
        "GOOGLE_SYMMETRIC_ENCRYPTION, AES_256",
        "AES_128_GCM, AES_128",
        "RSA_SIGN_PSS_2048_SHA256, RSA_2048",
        "RSA_SIGN_PKCS1_3072_SHA256, RSA_3072",
        "RSA_SIGN_RAW_PKCS1_4096, RSA_4096",
        "RSA_DECRYPT_OAEP_4096_SHA512, RSA_4096",
        "RSA_DECRYPT_OAEP_8192_SHA512, RSA_DECRYPT_OAEP_8192_SHA512",
        "EC_SIGN_P256_SHA256, EC_P256",
        "EC_SIGN_SECP256K1_SHA256, EC_P256K1",
        "HMAC_SHA1, HMAC_SHA1",
        "HMAC_SHA256, HMAC_256",
        "EXTERNAL_SYMMETRIC_ENCRYPTION, EXTERNAL_SYMMETRIC_ENCRYPTION",
        "PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256, PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256"
    })
    void anAlgorithmNamesTypeAndLengthWhereItsNameSaysThem(String algorithm, String spec) {
        assertEquals(spec, GcpWords.spec(algorithm));
    }

    @ParameterizedTest
    @CsvSource({
        "SOFTWARE, false, kms",
        "SOFTWARE, true, imported",
        "HSM, false, hsm",
        "HSM, true, imported",
        "HSM_SINGLE_TENANT, false, HSM_SINGLE_TENANT",
        "EXTERNAL, false, external-store",
        "EXTERNAL_VPC, false, external-store"
    })
    void importedMaterialWasNotMadeThere(String protectionLevel, boolean imported, String origin) {
        assertEquals(origin, GcpWords.origin(protectionLevel, imported));
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPT_DECRYPT, ENCRYPT_DECRYPT",
        "RAW_ENCRYPT_DECRYPT, RAW_ENCRYPT_DECRYPT",
        "ASYMMETRIC_DECRYPT, ASYMMETRIC_DECRYPT",
        "ASYMMETRIC_SIGN, SIGN_VERIFY",
        "MAC, GENERATE_VERIFY_MAC"
    })
    void noPurposeTakesTheWordOfAnother(String purpose, String usage) {
        assertEquals(usage, GcpWords.USAGE.common(purpose));
    }
}
