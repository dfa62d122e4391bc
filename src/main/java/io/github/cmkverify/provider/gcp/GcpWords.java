package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.Vocabulary;
import io.github.cmkverify.provider.Words;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a {@code CryptoKey} and its versions (provider document gcp, B). */
final class GcpWords {
    /**
     * Purposes. {@code ENCRYPT_DECRYPT} is Google's word for one of three that encrypt; the others keep their own, so
     * that it never stands for a key that other services cannot encrypt with.
     */
    static final Words USAGE = new Words(Map.of(
            "ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT",
            "ASYMMETRIC_SIGN", "SIGN_VERIFY",
            "ASYMMETRIC_DECRYPT", "ASYMMETRIC_DECRYPT",
            "RAW_ENCRYPT_DECRYPT", "RAW_ENCRYPT_DECRYPT",
            "MAC", "GENERATE_VERIFY_MAC",
            "KEY_ENCAPSULATION", "KEY_ENCAPSULATION",
            "AES_WRAPPING", "WRAP_UNWRAP"));

    /** Protection levels, of material that was not imported. */
    static final Words ORIGIN = new Words(Map.of(
            "SOFTWARE", Vocabulary.ORIGIN_KMS,
            "HSM", Vocabulary.ORIGIN_HSM,
            "HSM_SINGLE_TENANT", "HSM_SINGLE_TENANT",
            "EXTERNAL", Vocabulary.ORIGIN_EXTERNAL_STORE,
            "EXTERNAL_VPC", Vocabulary.ORIGIN_EXTERNAL_STORE));

    private static final Words SPEC = new Words(Map.ofEntries(
            Map.entry("GOOGLE_SYMMETRIC_ENCRYPTION", "AES_256"),
            Map.entry("AES_128_GCM", "AES_128"),
            Map.entry("AES_128_CBC", "AES_128"),
            Map.entry("AES_128_CTR", "AES_128"),
            Map.entry("AES_256_GCM", "AES_256"),
            Map.entry("AES_256_CBC", "AES_256"),
            Map.entry("AES_256_CTR", "AES_256"),
            Map.entry("EC_SIGN_P256_SHA256", "EC_P256"),
            Map.entry("EC_SIGN_P384_SHA384", "EC_P384"),
            Map.entry("EC_SIGN_SECP256K1_SHA256", "EC_P256K1"),
            Map.entry("EC_SIGN_ED25519", "ED25519"),
            Map.entry("HMAC_SHA224", "HMAC_224"),
            Map.entry("HMAC_SHA256", "HMAC_256"),
            Map.entry("HMAC_SHA384", "HMAC_384"),
            Map.entry("HMAC_SHA512", "HMAC_512"),
            Map.entry("PQ_SIGN_ML_DSA_44", "ML_DSA_44"),
            Map.entry("PQ_SIGN_ML_DSA_65", "ML_DSA_65"),
            Map.entry("PQ_SIGN_ML_DSA_87", "ML_DSA_87")));

    private static final Pattern RSA =
            Pattern.compile("RSA_(?:SIGN|DECRYPT)_(?:PSS_|PKCS1_|RAW_PKCS1_|OAEP_)(2048|3072|4096)(?:_SHA\\d+)?");

    private GcpWords() {}

    /** The common word for an algorithm: without what it is used with, its padding and its digest. */
    static @Nullable String spec(@Nullable String algorithm) {
        if (algorithm != null) {
            Matcher rsa = RSA.matcher(algorithm);
            if (rsa.matches()) {
                return "RSA_" + rsa.group(1);
            }
        }
        return SPEC.common(algorithm);
    }

    /** The common word for a protection level and how the material came there. */
    static @Nullable String origin(@Nullable String protectionLevel, boolean imported) {
        return imported ? Vocabulary.ORIGIN_IMPORTED : ORIGIN.common(protectionLevel);
    }
}
