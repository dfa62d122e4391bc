package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what describe-key says of a key, and list-keys as well (provider document huawei, 1; the seed's 'Response Parameters'). */
final class DescriptionReader {
    private final HuaweiKey asked;

    /** A reader of answers about this key. */
    DescriptionReader(HuaweiKey asked) {
        this.asked = asked;
    }

    /** Reads a body. */
    Reading read(JsonNode body) {
        if (ServiceError.isHintedAt(body)) {
            String code = ServiceError.in(body).map(ServiceError::code).orElse(null);
            return Reading.doubt(Cause.STRANGE_ANSWER, code, "HTTP 200 with an error in it", Disposition.UNCLEAR);
        }
        return description(body.path("key_info"));
    }

    /** Reads a description alone. */
    Reading description(JsonNode info) {
        if (!info.isObject()) {
            return Reading.strange(info.isMissingNode() ? "no key_info" : "key_info is no object");
        }
        JsonNode id = info.path("key_id");
        if (!id.isTextual()) {
            return Reading.strange(id.isMissingNode() ? "no key_id in key_info" : "key_id is no text");
        }
        if (!id.textValue().equals(asked.keyId())) {
            return told(new KeyAnswer.Undetermined(Cause.OTHER_KEY, null, Texts.limited(id.textValue())));
        }
        JsonNode state = info.path("key_state");
        String rawState = state.isTextual() || state.isIntegralNumber() ? state.asText() : "";
        if (rawState.isBlank()) {
            return Reading.strange(state.isMissingNode() ? "no key_state in key_info" : "key_state says no state");
        }
        return told(inState(Texts.limited(rawState), info));
    }

    private KeyAnswer inState(String rawState, JsonNode info) {
        Optional<KeyState> known = state(rawState);
        if (known.isEmpty()) {
            return new KeyAnswer.Undetermined(Cause.UNKNOWN_STATE, rawState, "key_state " + rawState);
        }
        KeyState state = known.get();
        // Half an answer is enough to stop a build, and not enough to let it pass.
        Optional<String> doubt = state == KeyState.ENABLED ? doubt(info) : Optional.empty();
        return doubt.isPresent()
                ? new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, doubt.get())
                : new KeyAnswer.Described(facts(state, rawState, info));
    }

    /** The documented states (provider document huawei, 1.1). */
    private static Optional<KeyState> state(String raw) {
        return switch (raw) {
            case "2" -> Optional.of(KeyState.ENABLED);
            case "3" -> Optional.of(KeyState.DISABLED);
            case "4" -> Optional.of(KeyState.PENDING_DELETION);
            case "1", "5" -> Optional.of(KeyState.NOT_READY);
            case "7" -> Optional.of(KeyState.UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    private KeyFacts facts(KeyState state, String rawState, JsonNode info) {
        Timestamp deletion = Timestamp.of(info.path("scheduled_deletion_date"));
        String usage = text(info.path("key_usage"));
        String origin = text(info.path("origin"));
        return KeyFacts.of(state, rawState)
                .keyId(asked.keyId())
                .alias(text(info.path("key_alias")))
                .spec(text(info.path("key_spec")))
                .usage(HuaweiWords.USAGE.common(usage))
                .ownWord("usage", usage)
                .origin(HuaweiWords.ORIGIN.common(origin))
                .ownWord("origin", origin)
                .rotation(rotation(info.path("key_rotation_enabled")))
                // Not 'realm': in the documentation's own example it is "test".
                .region(asked.region())
                .createdAt(Timestamp.of(info.path("creation_date")).time())
                .deletionAt(deletion.time())
                .expiresAt(Timestamp.of(info.path("expiration_time")).time())
                .providerManaged(flag(info.path("default_key_flag")).equals("1"))
                .contradictions(contradictions(state, rawState, deletion, flag(info.path("pending_days"))))
                .build();
    }

    private static List<String> contradictions(
            KeyState state, String rawState, Timestamp deletion, String pendingDays) {
        List<String> found = new ArrayList<>();
        if (state == KeyState.ENABLED && deletion.isSet()) {
            found.add("key_state " + rawState + " (enabled), scheduled_deletion_date "
                    + (deletion.time() == null ? deletion.raw() : deletion.time()));
        }
        if (state == KeyState.ENABLED && !List.of("", "0").contains(pendingDays)) {
            found.add("key_state " + rawState + " (enabled), pending_days " + pendingDays);
        }
        return found;
    }

    /** A statement that decides whether an enabled key passes, and cannot be understood. */
    private static Optional<String> doubt(JsonNode info) {
        String flag = flag(info.path("default_key_flag"));
        if (!List.of("", "0", "1").contains(flag)) {
            return Optional.of("default_key_flag " + flag);
        }
        Timestamp end = Timestamp.of(info.path("expiration_time"));
        if (end.isUnreadable() && !"kms".equals(text(info.path("origin")))) {
            return Optional.of("expiration_time " + end.raw());
        }
        return Optional.empty();
    }

    /** A number as text, whichever way it is written; empty where nothing is said. */
    private static String flag(JsonNode field) {
        if (field.isMissingNode() || field.isNull()) {
            return "";
        }
        return Texts.limited(field.isTextual() ? field.textValue().strip() : field.toString());
    }

    private static @Nullable Boolean rotation(JsonNode field) {
        return switch (field.asText()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static @Nullable String text(JsonNode field) {
        return field.isTextual() && !field.textValue().isBlank() ? Texts.limited(field.textValue()) : null;
    }

    private static Reading told(KeyAnswer answer) {
        return new Reading(answer, Disposition.FINAL);
    }
}
