package io.github.cmkverify.provider.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureWordsTest {
    private static ObjectNode key(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void theLengthOfAnRsaKeyIsThatOfItsModulus(int bits) {
        byte[] modulus = BigInteger.ONE.shiftLeft(bits - 1).toByteArray();
        String n = Base64.getUrlEncoder().withoutPadding().encodeToString(modulus);

        assertEquals("RSA_" + bits, AzureWords.spec("RSA", key("n", n)));
        assertEquals("RSA_" + bits, AzureWords.spec("RSA-HSM", key("n", n)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQAB", "not base64!", "=", "AAAA"})
    void aModulusOfNoKnownLengthLeavesTheType(String n) {
        assertEquals("RSA", AzureWords.spec("RSA", key("n", n)));
    }

    @ParameterizedTest
    @CsvSource({
        "EC, P-256, EC_P256",
        "EC-HSM, P-384, EC_P384",
        "EC, P-256K, EC_P256K1",
        "EC, X25519, EC",
        "oct-HSM, '', oct-HSM"
    })
    void theCurveTellsTheSpec(String type, String curve, String spec) {
        assertEquals(spec, AzureWords.spec(type, key("crv", curve)));
    }

    @Test
    void onlyAWholePairIsACommonUsage() {
        assertEquals(Set.of("WRAP_UNWRAP", "decrypt"), AzureWords.usages(Set.of("wrapKey", "unwrapKey", "decrypt")));
        assertEquals(
                Set.of("ENCRYPT_DECRYPT", "SIGN_VERIFY", "WRAP_UNWRAP"),
                AzureWords.usages(Set.of("wrapKey", "unwrapKey", "decrypt", "encrypt", "sign", "verify")));
        assertEquals(Set.of("import"), AzureWords.usages(Set.of("import")));
    }
}
