package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.ServerText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The body of a 200 to a get of a key, {@code KeyBundle}, or of a deleted key (provider document azure, C). */
final class KeyBundle {
    /** The recovery levels of the documentation that keep a deleted key for all of its time. */
    private static final Set<String> PURGE_PROTECTED = Set.of(
            "Recoverable",
            "Recoverable+ProtectedSubscription",
            "CustomizedRecoverable",
            "CustomizedRecoverable+ProtectedSubscription");

    private KeyBundle() {}

    /**
     * Reads a live key.
     *
     * @param asked what was asked for
     * @param now against which a beginning is held
     * @throws StrangeJsonException if it is not the documented answer
     */
    static KeyAnswer live(AzureKey asked, byte[] body, Instant now) throws StrangeJsonException {
        BundleFields bundle = bundle(body);
        String kid = bundle.within("key").required("kid");
        if (!isAsked(asked, kid)) {
            return other(kid);
        }
        BundleFields attributes = bundle.within("attributes");
        boolean enabled = attributes.flag("enabled");
        Instant start = attributes.time("nbf");
        boolean early = start != null && start.isAfter(now);
        KeyState state = !enabled ? KeyState.DISABLED : early ? KeyState.NOT_READY : KeyState.ENABLED;
        String raw = "enabled=" + enabled + (early ? ", nbf=" + start : "");
        Instant deletion = deletion(bundle);
        List<String> contradictions =
                isDeleted(bundle) ? List.of("answered as a live key, and as one that was deleted") : List.of();
        return new Described(facts(state, raw, kid, bundle)
                .deletionAt(deletion)
                .contradictions(contradictions)
                .build());
    }

    /**
     * Reads a deleted key, all of whose versions went together; which version is asked for does not matter.
     *
     * @throws StrangeJsonException if it is not the documented answer
     */
    static KeyAnswer deleted(AzureKey asked, byte[] body) throws StrangeJsonException {
        BundleFields bundle = bundle(body);
        String kid = bundle.within("key").required("kid");
        AzureKey all = new AzureKey(asked.vault(), asked.host(), asked.name(), null);
        if (!isAsked(all, kid)) {
            return other(kid);
        }
        if (!isDeleted(bundle)) {
            throw new StrangeJsonException("no recoveryId, deletedDate or scheduledPurgeDate");
        }
        return new Described(facts(KeyState.PENDING_DELETION, "deleted", kid, bundle)
                .deletionAt(deletion(bundle))
                .build());
    }

    private static BundleFields bundle(byte[] body) throws StrangeJsonException {
        JsonNode json = Json.read(body);
        if (json.hasNonNull("error")) {
            throw new StrangeJsonException("an error in it");
        }
        return new BundleFields(json);
    }

    private static boolean isAsked(AzureKey asked, String kid) {
        try {
            AzureKey answered = AzureKey.of("kid", kid);
            return answered.version() != null && asked.isNamedBy(answered);
        } catch (InvalidInputException e) {
            return false;
        }
    }

    private static KeyAnswer other(String kid) {
        return new Undetermined(Cause.OTHER_KEY, null, "answered about " + kid);
    }

    private static boolean isDeleted(BundleFields bundle) throws StrangeJsonException {
        return bundle.text("recoveryId") != null || bundle.time("deletedDate") != null || deletion(bundle) != null;
    }

    private static @Nullable Instant deletion(BundleFields bundle) throws StrangeJsonException {
        return bundle.time("scheduledPurgeDate");
    }

    private static KeyFacts.Builder facts(KeyState state, String raw, String kid, BundleFields bundle)
            throws StrangeJsonException {
        BundleFields key = bundle.within("key");
        BundleFields attributes = bundle.within("attributes");
        String type = key.text("kty");
        Set<String> operations = operations(key.object().path("key_ops"));
        return KeyFacts.of(state, raw)
                .keyId(kid)
                .alias(name(kid))
                .spec(AzureWords.spec(type, key.object()))
                .ownWord("spec", type)
                .usage(operations == null ? null : joined(AzureWords.usages(operations)))
                .ownWord("usage", operations == null ? null : joined(operations))
                .createdAt(attributes.time("created"))
                .expiresAt(attributes.time("exp"))
                .purgeProtected(purgeProtected(attributes.text("recoveryLevel")));
    }

    private static String name(String kid) {
        return kid.replaceFirst("^[^:]+://[^/]+/[^/]+/", "").replaceFirst("/.*$", "");
    }

    /** In one order, so that it can be expected. */
    private static @Nullable Set<String> operations(JsonNode list) throws StrangeJsonException {
        if (list.isMissingNode() || list.isNull()) {
            return null;
        }
        if (!list.isArray()) {
            throw new StrangeJsonException("key_ops is no list");
        }
        Set<String> operations = new TreeSet<>();
        for (JsonNode operation : list) {
            if (!operation.isTextual()) {
                throw new StrangeJsonException("key_ops are no texts");
            }
            operations.add(operation.textValue());
        }
        return operations;
    }

    private static String joined(Set<String> words) {
        return ServerText.cut(String.join(", ", words));
    }

    private static @Nullable Boolean purgeProtected(@Nullable String level) {
        if (level == null) {
            return null;
        }
        if (level.contains("Purgeable")) {
            return false;
        }
        return PURGE_PROTECTED.contains(level) ? true : null;
    }
}
