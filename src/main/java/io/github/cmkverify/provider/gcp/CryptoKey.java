package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code CryptoKey} (provider document gcp, B). It has no state of its own.
 *
 * @param purpose what it may do
 * @param primary the version that encrypts, of a symmetric key alone
 * @param rotates whether it is rotated automatically; {@code null} where Google does not rotate keys of its purpose
 * @param deniesAll whether its justifications policy lets nobody use it
 * @param createTime its creation
 */
record CryptoKey(
        String purpose,
        @Nullable KeyVersion primary,
        @Nullable Boolean rotates,
        boolean deniesAll,
        @Nullable Instant createTime) {
    private static final String SYMMETRIC = "ENCRYPT_DECRYPT";

    /**
     * Reads the answer to {@code GetCryptoKey}.
     *
     * @throws StrangeJsonException if it is not the documented object
     * @throws AnsweredException if it is about another key
     */
    static CryptoKey read(GcpKey key, JsonNode answer) throws StrangeJsonException, AnsweredException {
        Fields fields = Fields.of(answer, "the key");
        String name = fields.required("name");
        if (!name.equals(key.name())) {
            throw new AnsweredException(Cause.OTHER_KEY, "asked for " + key.name() + ", answered about " + name);
        }
        String purpose = fields.required("purpose");
        boolean symmetric = purpose.equals(SYMMETRIC);
        Fields primary = fields.object("primary");
        if (primary != null && !symmetric) {
            throw new StrangeJsonException("a primary version of a key whose purpose has none");
        }
        Fields policy = fields.object("keyAccessJustificationsPolicy");
        return new CryptoKey(
                purpose,
                primary == null ? null : KeyVersion.read(key, primary),
                symmetric ? fields.text("rotationPeriod") != null || fields.time("nextRotationTime") != null : null,
                policy != null && allowsNothing(policy),
                fields.time("createTime"));
    }

    private static boolean allowsNothing(Fields policy) throws StrangeJsonException {
        List<JsonNode> reasons = policy.elements("allowedAccessReasons");
        if (!reasons.stream().allMatch(JsonNode::isTextual)) {
            throw new StrangeJsonException("an allowed access reason that is no text");
        }
        return reasons.isEmpty();
    }

    /** Whether its primary version decides, be there one or not. */
    boolean isSymmetric() {
        return purpose.equals(SYMMETRIC);
    }
}
