package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words of a JSON Web Key (provider document azure, C). */
final class AzureWords {
    /** The operations that make one common usage together; one without the other stays as it is. */
    private static final Map<String, List<String>> PAIRS = Map.of(
            "ENCRYPT_DECRYPT", List.of("encrypt", "decrypt"),
            "SIGN_VERIFY", List.of("sign", "verify"),
            "WRAP_UNWRAP", List.of("wrapKey", "unwrapKey"));

    private static final Set<String> ALONE = Set.of("import", "export", "deriveKey", "deriveBits");
    private static final Map<String, String> CURVES =
            Map.of("P-256", "EC_P256", "P-384", "EC_P384", "P-521", "EC_P521", "P-256K", "EC_P256K1");
    private static final Set<Integer> RSA_BITS = Set.of(2048, 3072, 4096);
    /** Longer moduli are not among the documented ones. */
    private static final int LONGEST_MODULUS = 1024;

    private AzureWords() {}

    /** The common words for operations, each pair that is whole as one. */
    static Set<String> usages(Set<String> operations) {
        Set<String> usages = new TreeSet<>(operations);
        PAIRS.forEach((usage, pair) -> {
            if (usages.containsAll(pair)) {
                pair.forEach(usages::remove);
                usages.add(usage);
            }
        });
        return usages;
    }

    /** All that a key may be expected to do. */
    static Set<String> accepted() {
        Set<String> accepted = new TreeSet<>(ALONE);
        PAIRS.forEach((usage, pair) -> {
            accepted.add(usage);
            accepted.addAll(pair);
        });
        return accepted;
    }

    /** The common word for type and length or curve; the type where they are not said. */
    static @Nullable String spec(@Nullable String type, JsonNode key) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "RSA", "RSA-HSM" -> rsa(type, key.path("n").asText());
            case "EC", "EC-HSM" -> CURVES.getOrDefault(key.path("crv").asText(), type);
            default -> type;
        };
    }

    private static String rsa(String type, String modulus) {
        try {
            byte[] bytes = modulus.length() > LONGEST_MODULUS
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(modulus);
            int bits = new BigInteger(1, bytes).bitLength();
            return RSA_BITS.contains(bits) ? "RSA_" + bits : type;
        } catch (IllegalArgumentException e) {
            return type; // not what it should be; nothing depends on it but an expectation, which then does not hold
        }
    }
}
