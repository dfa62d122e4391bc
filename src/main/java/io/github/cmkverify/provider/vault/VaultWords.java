package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.Vocabulary;
import io.github.cmkverify.provider.Words;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words of a transit key (provider document vault, D). */
final class VaultWords {
    /** What is supported beside the pair that makes one common usage. Both servers verify what they sign. */
    private static final Words USAGE = new Words(Map.of("signing", "SIGN_VERIFY", "derivation", "derivation"));

    static final Words ORIGIN =
            new Words(Map.of("generated", Vocabulary.ORIGIN_KMS, "imported", Vocabulary.ORIGIN_IMPORTED));

    static final Words SPEC = new Words(Map.of(
            "aes128-gcm96", "AES_128",
            "aes256-gcm96", "AES_256",
            "ed25519", "ED25519",
            "ecdsa-p256", "EC_P256",
            "ecdsa-p384", "EC_P384",
            "ecdsa-p521", "EC_P521",
            "rsa-2048", "RSA_2048",
            "rsa-3072", "RSA_3072",
            "rsa-4096", "RSA_4096"));

    private static final String ENCRYPTION = "encryption";
    private static final String DECRYPTION = "decryption";
    private static final String ENCRYPT_DECRYPT = "ENCRYPT_DECRYPT";

    private VaultWords() {}

    /** The common words for what a key supports. That keys can be derived from it is no usage beside another. */
    static Set<String> usages(Set<String> supported) {
        Set<String> usages = new TreeSet<>();
        boolean both = supported.contains(ENCRYPTION) && supported.contains(DECRYPTION);
        for (String own : supported) {
            boolean half = own.equals(ENCRYPTION) || own.equals(DECRYPTION);
            usages.add(both && half ? ENCRYPT_DECRYPT : USAGE.common().getOrDefault(own, own));
        }
        if (usages.size() > 1) {
            usages.remove("derivation");
        }
        return usages;
    }

    /** All that a key may be expected to do. */
    static Set<String> accepted() {
        Set<String> accepted = USAGE.accepted();
        accepted.addAll(Set.of(ENCRYPTION, DECRYPTION, ENCRYPT_DECRYPT));
        return accepted;
    }
}
