package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code KeyMetadata}, the good answer to {@code DescribeKey} (provider document aws, A.1). A member of another type
 * makes the whole answer strange: nobody can know what else is not as it was.
 */
final class KeyMetadata {
    /** The state of a key that is not there yet; it passes. */
    static final String CREATING = "Creating";

    private static final String ENABLED = "Enabled";

    private KeyMetadata() {}

    /**
     * Reads it.
     *
     * @param key what was asked for
     * @throws StrangeJsonException if it is not the documented answer
     */
    static KeyAnswer read(AwsKey key, byte[] body) throws StrangeJsonException {
        MetadataFields fields = new MetadataFields(Json.read(body).path("KeyMetadata"));
        String id = fields.required("KeyId");
        String arn = fields.text("Arn");
        String account = fields.text("AWSAccountId");
        if (key.isAlias() && arn == null) {
            throw new StrangeJsonException("no Arn, so that nobody knows which key the alias stands for");
        }
        if (!isAboutAsked(key, id, arn, account)) {
            return new Undetermined(
                    Cause.OTHER_KEY, null, "asked for " + key.asked() + ", answered about " + (arn == null ? id : arn));
        }
        return answer(key, fields, arn == null ? id : arn);
    }

    private static boolean isAboutAsked(AwsKey key, String id, @Nullable String arn, @Nullable String account) {
        AwsKey answered = key;
        if (arn != null) {
            try {
                answered = AwsKey.of("Arn", arn);
            } catch (InvalidInputException e) {
                return false;
            }
        }
        String owner = arn == null ? key.account() : answered.account();
        return (key.isAlias() ? !answered.isAlias() : key.id().equals(id))
                && (arn == null || answered.id().equals(id))
                && answered.region().equals(key.region())
                && answered.partition() == key.partition()
                && (key.account() == null || key.account().equals(owner))
                && (account == null || owner == null || account.equals(owner));
    }

    private static KeyAnswer answer(AwsKey key, MetadataFields fields, String arn) throws StrangeJsonException {
        String raw = fields.required("KeyState");
        KeyState state = state(raw);
        String manager = fields.text("KeyManager");
        if (manager != null && !manager.equals("AWS") && !manager.equals("CUSTOMER")) {
            throw new StrangeJsonException("a KeyManager that is neither AWS nor CUSTOMER");
        }
        String origin = fields.text("Origin");
        String keySpec = fields.text("KeySpec");
        String spec = keySpec == null ? fields.text("CustomerMasterKeySpec") : keySpec;
        String usage = fields.text("KeyUsage");
        KeyFacts facts = KeyFacts.of(state, raw)
                .keyId(arn)
                .alias(key.isAlias() ? key.id() : null)
                .region(key.region())
                .spec(AwsWords.spec(key.partition(), spec))
                .ownWord("spec", spec)
                .usage(AwsWords.USAGE.common(usage))
                .ownWord("usage", usage)
                .origin(AwsWords.ORIGIN.common(origin))
                .ownWord("origin", origin)
                .createdAt(fields.time("CreationDate"))
                .deletionAt(fields.time("DeletionDate"))
                .expiresAt(fields.time("ValidTo"))
                .providerManaged("AWS".equals(manager))
                .external("EXTERNAL_KEY_STORE".equals(origin))
                .contradictions(contradictions(raw, fields))
                .build();
        if (raw.equals("Updating")) {
            return new Undetermined(Cause.TRANSIENT_STATE, raw, "");
        }
        return state == KeyState.UNKNOWN ? new Undetermined(Cause.UNKNOWN_STATE, raw, "") : new Described(facts);
    }

    private static KeyState state(String raw) {
        return switch (raw) {
            case ENABLED -> KeyState.ENABLED;
            case "Disabled" -> KeyState.DISABLED;
            case "PendingDeletion", "PendingReplicaDeletion" -> KeyState.PENDING_DELETION;
            case CREATING, "PendingImport" -> KeyState.NOT_READY;
            case "Unavailable" -> KeyState.UNAVAILABLE;
            default -> KeyState.UNKNOWN;
        };
    }

    private static List<String> contradictions(String raw, MetadataFields fields) throws StrangeJsonException {
        List<String> found = new ArrayList<>();
        Boolean enabled = fields.bool(ENABLED);
        if (enabled != null && enabled != raw.equals(ENABLED)) {
            found.add("KeyState is " + raw + ", Enabled is " + enabled);
        }
        Instant deletion = fields.time("DeletionDate");
        if (deletion != null && raw.equals(ENABLED)) {
            found.add("KeyState is Enabled, DeletionDate is " + deletion);
        }
        return found;
    }
}
