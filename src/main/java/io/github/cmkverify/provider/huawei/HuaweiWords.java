package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.Vocabulary;
import io.github.cmkverify.provider.Words;
import java.util.Map;

/** The words of {@code key_info} (provider document huawei, 1.1); its specs are the common ones. */
final class HuaweiWords {
    static final Words USAGE = new Words(Map.of(
            "ENCRYPT_DECRYPT", "ENCRYPT_DECRYPT",
            "SIGN_VERIFY", "SIGN_VERIFY",
            "GENERATE_VERIFY_MAC", "GENERATE_VERIFY_MAC"));

    /** {@code external} is imported material. */
    static final Words ORIGIN = new Words(Map.of("kms", Vocabulary.ORIGIN_KMS, "external", Vocabulary.ORIGIN_IMPORTED));

    private HuaweiWords() {}
}
