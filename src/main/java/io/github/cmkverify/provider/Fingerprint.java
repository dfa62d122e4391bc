package io.github.cmkverify.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An HMAC-SHA-256 over parts that cannot run into each other. What it covers cannot be guessed without the key. */
final class Fingerprint {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * @param key random bytes
     * @param purpose what it is for: fingerprints of two purposes never agree
     */
    Fingerprint(byte[] key, String purpose) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
        add(purpose);
    }

    Fingerprint add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Fingerprint add(byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
        return this;
    }

    /** 64 hexadecimal digits; nothing can be added any more. */
    String hex() {
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
