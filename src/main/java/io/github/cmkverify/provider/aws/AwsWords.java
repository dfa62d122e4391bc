package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.Vocabulary;
import io.github.cmkverify.provider.Words;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of {@code KeyMetadata} (provider document aws, A.1). */
final class AwsWords {
    /** The usages are the common ones but for one. */
    static final Words USAGE = new Words(Map.of(
            "ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT",
            "SIGN_VERIFY", "SIGN_VERIFY",
            "GENERATE_VERIFY_MAC", "GENERATE_VERIFY_MAC",
            "KEY_AGREEMENT", "KEY_AGREEMENT",
            "ENCAPSULATE_DECAPSULATE", "KEY_ENCAPSULATION"));

    /** {@code EXTERNAL} is imported material; what lives outside is in an {@code EXTERNAL_KEY_STORE}. */
    static final Words ORIGIN = new Words(Map.of(
            "AWS_KMS", Vocabulary.ORIGIN_KMS,
            "EXTERNAL", Vocabulary.ORIGIN_IMPORTED,
            "AWS_CLOUDHSM", Vocabulary.ORIGIN_HSM,
            "EXTERNAL_KEY_STORE", Vocabulary.ORIGIN_EXTERNAL_STORE));

    /** RSA, HMAC, SM2 and ML_DSA specs are the common ones. */
    private static final Words SPEC = new Words(Map.of(
            "SYMMETRIC_DEFAULT", "AES_256",
            "ECC_NIST_P256", "EC_P256",
            "ECC_NIST_P384", "EC_P384",
            "ECC_NIST_P521", "EC_P521",
            "ECC_SECG_P256K1", "EC_P256K1",
            "ECC_NIST_EDWARDS25519", "ED25519"));

    private AwsWords() {}

    /** The common word for a spec; in China the default is another cipher (AWS KMS developer guide, key spec reference). */
    static @Nullable String spec(Partition partition, @Nullable String own) {
        return partition == Partition.CHINA && "SYMMETRIC_DEFAULT".equals(own) ? "SM4" : SPEC.common(own);
    }
}
