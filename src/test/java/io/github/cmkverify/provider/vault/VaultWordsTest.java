package io.github.cmkverify.provider.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class VaultWordsTest {
    @Test
    void onlyAKeyThatBothEncryptsAndDecryptsDoesSo() {
        assertEquals(Set.of("ENCRYPT_DECRYPT"), VaultWords.usages(Set.of("encryption", "decryption", "derivation")));
        assertEquals(
                Set.of("ENCRYPT_DECRYPT", "SIGN_VERIFY"),
                VaultWords.usages(Set.of("encryption", "decryption", "signing")));
        assertEquals(Set.of("encryption"), VaultWords.usages(Set.of("encryption")));
        assertEquals(Set.of("derivation"), VaultWords.usages(Set.of("derivation")));
    }
}
