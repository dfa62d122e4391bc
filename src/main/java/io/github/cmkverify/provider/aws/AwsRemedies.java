package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.key.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The commands of the AWS CLI against findings. */
public final class AwsRemedies implements Remedies {
    private static final Set<Cause> WHO_AM_I = EnumSet.of(
            Cause.NO_CREDENTIALS, Cause.BROKEN_CREDENTIALS, Cause.AUTHENTICATION_REFUSED, Cause.ACCESS_DENIED);

    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        try {
            return commands(
                    finding,
                    asked.answer(),
                    AwsKey.of("reference", asked.reference().text()));
        } catch (InvalidInputException e) {
            return List.of(); // a configuration pointed here; there is no key to do anything with
        }
    }

    private static List<String> commands(FindingId finding, KeyAnswer answer, AwsKey key) {
        String there = " --region " + key.region();
        String it = " --key-id " + id(answer, key) + there;
        return switch (finding) {
            // A cancelled deletion leaves a key disabled.
            case SCHEDULED_FOR_DELETION -> List.of("aws kms cancel-key-deletion" + it, "aws kms enable-key" + it);
            case DISABLED -> List.of("aws kms enable-key" + it);
            case NOT_READY, EXPIRED, EXPIRING -> isImported(answer) ? newImport(it) : List.of();
            case UNAVAILABLE ->
                List.of(
                        "aws kms describe-custom-key-stores" + there,
                        "aws kms connect-custom-key-store --custom-key-store-id ID" + there);
            case ROTATION_OFF -> List.of("aws kms enable-key-rotation" + it);
            case UNDETERMINED ->
                answer instanceof Undetermined doubt && WHO_AM_I.contains(doubt.cause())
                        ? List.of("aws sts get-caller-identity" + there)
                        : List.of();
            case MISSING,
                    DESTROYED,
                    MISMATCH,
                    NOT_CUSTOMER_MANAGED,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED -> List.of();
        };
    }

    private static List<String> newImport(String it) {
        return List.of(
                "aws kms get-parameters-for-import" + it
                        + " --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_4096",
                "aws kms import-key-material" + it
                        + " --encrypted-key-material fileb://MATERIAL --import-token fileb://TOKEN"
                        + " --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE");
    }

    private static boolean isImported(KeyAnswer answer) {
        return answer instanceof Described described
                && Vocabulary.ORIGIN_IMPORTED.equals(described.facts().origin());
    }

    /** The key itself, because these commands take no alias. */
    private static String id(KeyAnswer answer, AwsKey key) {
        if (answer instanceof Described described) {
            KeyFacts facts = described.facts();
            return facts.keyId() == null ? key.asked() : facts.keyId();
        }
        return key.asked();
    }

    @Override
    public String rightNeeded() {
        return "kms:DescribeKey";
    }
}
