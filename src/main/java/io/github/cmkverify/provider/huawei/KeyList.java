package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.KeptEvidence;
import io.github.cmkverify.provider.ProviderContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a project as list-keys shows them, asked once a build. It answers for a key that it shows once, with all
 * that describe-key would say; of any other it says nothing. A list that was refused is not asked for again.
 */
final class KeyList {
    private static final int MOST_PAGES = 50;

    /** How long a list tells of keys; their answers serve the build from then on, and should not be much older. */
    private static final Duration TELLS = Duration.ofSeconds(30);

    /** What a judgement rests on: a key that lacks one of them here may have it in its own description. */
    private static final List<String> WHOLE = List.of(
            "key_state",
            "key_alias",
            "key_spec",
            "key_usage",
            "origin",
            "key_rotation_enabled",
            "default_key_flag",
            "creation_date",
            "scheduled_deletion_date",
            "expiration_time");

    private static final String AT = "at";
    private static final String KEYS = "keys";

    private final HttpDoor door;
    private final BuildMemory memory;
    private final Clock clock;

    KeyList(ProviderContext context) {
        door = context.door();
        memory = context.memory();
        clock = context.environment().clock();
    }

    /**
     * What the list says of a key; empty where it has to be asked by its id.
     *
     * @param together how many keys of the project are asked about; more pages would cost more than they save
     * @throws UndeterminedException if this question asked for the list, and the service does not accept who asks
     */
    Optional<KeyAnswer> find(Question question, ServiceEndpoint kms, String projectId, Usable credentials, int together)
            throws UndeterminedException {
        Deadline share = Deadline.in(question.deadline().left().dividedBy(2)); // the rest is for one question a key
        Listing listing = new Listing(door, kms, projectId, credentials);
        Map<String, Object> kept = memory.once(
                "huawei list of " + projectId + " at " + kms.url() + " for " + credentials.fingerprint(),
                share.left(),
                this::isOld,
                () -> keep(listing.ask(share, Math.min(together, MOST_PAGES))));
        listing.complainIn(question);
        if (kept == null
                || !(kept.get(KEYS) instanceof Map<?, ?> keys)
                || !(keys.get(question.key().keyId()) instanceof Map<?, ?> shown)) {
            return Optional.empty();
        }
        JsonNode info = json(String.valueOf(shown.get(Listing.INFO)));
        KeyAnswer answer =
                new DescriptionReader(question.key()).description(info).answer();
        if (!WHOLE.stream().allMatch(info::has)
                || !(answer instanceof KeyAnswer.Described)
                || !(shown.get(Listing.TOLD) instanceof Map<?, ?> told)) {
            return Optional.empty();
        }
        question.evidence().add(KeptEvidence.recall(told));
        return Optional.of(answer);
    }

    private Map<String, Object> keep(Map<String, Map<String, Object>> keys) {
        Map<String, Object> kept = new HashMap<>();
        if (!keys.isEmpty()) {
            kept.put(AT, clock.instant());
            kept.put(KEYS, keys);
        }
        return kept;
    }

    private boolean isOld(Map<String, Object> kept) {
        return kept.get(AT) instanceof Instant at && at.plus(TELLS).isBefore(clock.instant());
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (StrangeJsonException e) {
            throw new IllegalStateException(e); // it was read before
        }
    }
}
