package io.github.cmkverify.provider.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.KeptEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All configurations of an account, asked once a build: when an id was not found, or many are asked for. */
final class AccountList {
    /** How long a list tells of keys; their answers serve the build from then on, and should not be much older. */
    private static final Duration TELLS = Duration.ofSeconds(30);

    private static final String ENTRIES = "entries";
    private static final String EVIDENCE = "evidence";
    private static final String AT = "at";

    private final BuildMemory memory;
    private final BuildOnce once;
    private final Clock clock;

    AccountList(BuildMemory memory, Clock clock) {
        this.memory = memory;
        this.once = new BuildOnce(memory);
        this.clock = clock;
    }

    /**
     * Whether the account has a configuration.
     *
     * @param evidence gets the entry of the list, whoever asked for it
     * @throws DoubtException if there is no list, or one that cannot be understood
     */
    boolean has(String keyId, AccountApi api, Deadline deadline, List<Evidence> evidence) throws DoubtException {
        List<Evidence> asked = new ArrayList<>();
        try {
            Map<String, Object> kept = once.get(name(api), deadline, any -> false, () -> list(api, deadline, asked));
            if (asked.isEmpty() && kept.get(EVIDENCE) instanceof Map<?, ?> earlier) {
                asked.add(KeptEvidence.recall(earlier));
            }
            return kept.get(ENTRIES) instanceof Map<?, ?> entries && entries.containsKey(keyId);
        } finally {
            evidence.addAll(asked);
        }
    }

    /**
     * A configuration as the list shows it; empty where it does not show exactly one, and in the whole build where there
     * was no list, or none that could be understood.
     *
     * @param evidence gets the entry of the list if it shows the configuration
     * @throws DoubtException if this question asked for the list, and was refused as nobody whom the service knows
     */
    Optional<JsonNode> entry(String keyId, AccountApi api, Deadline deadline, List<Evidence> evidence)
            throws DoubtException {
        Deadline share = Deadline.in(deadline.left().dividedBy(2)); // the rest is for one question a key
        List<Evidence> asked = new ArrayList<>();
        List<DoubtException> refusals = new ArrayList<>();
        Map<String, Object> kept = memory.once(
                "databricks entries of " + api.scope(),
                share.left(),
                this::isOld,
                () -> entries(api, share, asked, refusals));
        if (!refusals.isEmpty()) {
            evidence.addAll(asked);
            throw refusals.get(0);
        }
        if (kept == null
                || !(kept.get(ENTRIES) instanceof Map<?, ?> entries)
                || !(entries.get(keyId) instanceof List<?> shown)
                || shown.size() != 1) {
            return Optional.empty();
        }
        if (kept.get(EVIDENCE) instanceof Map<?, ?> told) {
            evidence.add(KeptEvidence.recall(told));
        }
        try {
            return Optional.of(Json.read(String.valueOf(shown.get(0)).getBytes(StandardCharsets.UTF_8)));
        } catch (StrangeJsonException e) {
            throw new IllegalStateException(e); // it was read before
        }
    }

    private boolean isOld(Map<String, Object> kept) {
        return kept.get(AT) instanceof Instant at && at.plus(TELLS).isBefore(clock.instant());
    }

    private Map<String, Object> entries(
            AccountApi api, Deadline deadline, List<Evidence> asked, List<DoubtException> refusals) {
        try {
            Map<String, Object> kept =
                    new HashMap<>(once.get(name(api), deadline, any -> true, () -> list(api, deadline, asked)));
            kept.put(AT, clock.instant());
            return kept;
        } catch (DoubtException e) {
            if (e.doubt().cause() == Cause.AUTHENTICATION_REFUSED) {
                refusals.add(e);
            }
            return Map.of();
        }
    }

    private static String name(AccountApi api) {
        return "databricks list of " + api.scope();
    }

    private static Map<String, Object> list(AccountApi api, Deadline deadline, List<Evidence> asked)
            throws DoubtException {
        ApiReply reply = api.list(deadline, asked);
        if (reply instanceof ApiReply.Answered answered) {
            Map<String, List<String>> entries = new HashMap<>();
            ListReader.read(answered.json(), api.accountId())
                    .forEach((id, shown) ->
                            entries.put(id, shown.stream().map(Json::write).toList()));
            return Map.of(ENTRIES, entries, EVIDENCE, KeptEvidence.keep(asked.get(0)));
        }
        if (reply instanceof ApiReply.Absent absent) {
            throw new DoubtException(Cause.ACCOUNT_UNKNOWN, absent.code(), "the list of the account: " + absent.said());
        }
        KeyAnswer.Undetermined doubt = ((ApiReply.Doubtful) reply).doubt();
        throw new DoubtException(doubt.cause(), doubt.code(), "the list of the account: " + doubt.said());
    }
}
