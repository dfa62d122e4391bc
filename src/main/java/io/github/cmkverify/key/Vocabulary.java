package io.github.cmkverify.key;

import java.util.List;

/**
 * The common words for what a key may do and where its material came from. A provider's own word that means something
 * else than each of them stays as it is.
 */
public final class Vocabulary {
    /** What a key may do. */
    public static final List<String> USAGES = List.of(
            "ENCRYPT_DECRYPT",
            "SIGN_VERIFY",
            "GENERATE_VERIFY_MAC",
            "KEY_AGREEMENT",
            "KEY_ENCAPSULATION",
            "WRAP_UNWRAP");

    /** Made by the provider itself; the one origin whose material has no end. */
    public static final String ORIGIN_KMS = "kms";

    /** Made elsewhere and brought to the provider. */
    public static final String ORIGIN_IMPORTED = "imported";

    /** Made in a hardware security module that the provider tells from its others. */
    public static final String ORIGIN_HSM = "hsm";

    /** In a store outside, which the provider calls. */
    public static final String ORIGIN_EXTERNAL_STORE = "external-store";

    /** Where the material came from. */
    public static final List<String> ORIGINS = List.of(ORIGIN_KMS, ORIGIN_IMPORTED, ORIGIN_HSM, ORIGIN_EXTERNAL_STORE);

    private Vocabulary() {}
}
