package io.github.cmkverify.provider.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers to {@code GET …/keys/{name}} (provider document vault, D). A key has no state: it is there, or, at
 * OpenBao, softly deleted. That it is there is believed only of an answer with transit's own fields and the key's name.
 */
final class KeyReader {
    private static final List<String> USES = List.of("encryption", "decryption", "signing", "derivation");
    /** Types whose material is in another store, which the server does not look at to answer. */
    private static final Set<String> OUTSIDE = Set.of("managed_key", "external-key");

    private static final int OK = 200;

    private final String name;

    /** A reader of answers about the key with this name. */
    KeyReader(String name) {
        this.name = name;
    }

    /** Reads an answer. The body decides, never its content type. */
    Reading read(HttpAnswer answer) {
        if (answer.status() != OK) {
            return ErrorReader.read(answer);
        }
        try {
            return read(Json.read(answer.body()));
        } catch (StrangeJsonException e) {
            return Reading.strange(String.valueOf(e.getMessage()));
        }
    }

    private Reading read(JsonNode body) throws StrangeJsonException {
        ObjectNode data = JsonFields.object(body, "data");
        if (data == null) {
            throw new StrangeJsonException(
                    body.path("wrap_info").isObject() ? "a wrapped answer, without the key" : "no data");
        }
        if (body.hasNonNull("errors")) {
            throw new StrangeJsonException("errors with the status of a success");
        }
        JsonNode told = data.path("name");
        if (!told.isTextual()) {
            throw new StrangeJsonException("no name");
        }
        if (!told.textValue().equals(name)) {
            return Reading.doubt(Cause.OTHER_KEY, OK, "about key " + told.textValue(), Disposition.UNCLEAR);
        }
        return new Reading(new KeyAnswer.Described(facts(data)), Disposition.FINAL);
    }

    private static KeyFacts facts(ObjectNode data) throws StrangeJsonException {
        String type = data.path("type").textValue();
        if (type == null || type.isBlank()) {
            throw new StrangeJsonException("no type");
        }
        KeyVersions versions = KeyVersions.of(data);
        String unusable = versions.unusable();
        KeyFacts.Builder facts;
        if (Boolean.TRUE.equals(flag(data, "soft_deleted"))) {
            facts = KeyFacts.of(KeyState.PENDING_DELETION, "soft_deleted");
        } else if (unusable != null) {
            facts = KeyFacts.of(KeyState.UNAVAILABLE, unusable);
        } else {
            facts = KeyFacts.of(KeyState.ENABLED, "latest_version " + versions.latest())
                    .versionsAtRisk(versions.closed());
        }
        Set<String> uses = uses(data);
        String origin = origin(flag(data, "imported_key"));
        boolean outside = OUTSIDE.contains(type);
        return facts.alias(data.path("name").textValue())
                .spec(VaultWords.SPEC.common(Reading.cut(type)))
                .ownWord("spec", Reading.cut(type))
                .usage(joined(VaultWords.usages(uses)))
                .ownWord("usage", joined(uses))
                .external(outside)
                .origin(outside ? Vocabulary.ORIGIN_EXTERNAL_STORE : VaultWords.ORIGIN.common(origin))
                .ownWord("origin", outside ? null : origin)
                .rotation(rotation(data.path("auto_rotate_period")))
                .createdAt(versions.createdAt())
                .build();
    }

    private static @Nullable Boolean flag(ObjectNode data, String field) throws StrangeJsonException {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new StrangeJsonException(field + " is neither true nor false");
        }
        return value.booleanValue();
    }

    private static Set<String> uses(ObjectNode data) throws StrangeJsonException {
        Set<String> uses = new LinkedHashSet<>();
        for (String use : USES) {
            if (Boolean.TRUE.equals(flag(data, "supports_" + use))) {
                uses.add(use);
            }
        }
        return uses;
    }

    private static @Nullable String joined(Set<String> words) {
        return words.isEmpty() ? null : String.join(", ", words);
    }

    private static @Nullable String origin(@Nullable Boolean imported) {
        if (imported == null) {
            return null;
        }
        return imported ? "imported" : "generated";
    }

    /** Seconds; older servers do not know it. */
    private static @Nullable Boolean rotation(JsonNode period) {
        return period.isIntegralNumber() ? period.longValue() > 0 : null;
    }
}
