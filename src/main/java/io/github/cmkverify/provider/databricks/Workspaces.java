package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which workspaces of an account use a configuration; asked once an account and build, also where it fails. It decides
 * nothing: without an answer the verdict stands.
 */
final class Workspaces {
    /** What may be spent on it: a quarter of what is left, and no more than this. */
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final int SHARE = 4;
    private static final String USERS = "users";
    private static final String REGIONS = "regions";

    private final BuildOnce once;

    Workspaces(BuildMemory memory) {
        once = new BuildOnce(memory);
    }

    /**
     * The workspaces that use a configuration.
     *
     * @param evidence gets an entry if this question is the one that asks
     * @return {@code null} if nobody could tell
     */
    @Nullable Usage using(String keyId, AccountApi api, Deadline deadline, List<Evidence> evidence) {
        Duration share = deadline.left().dividedBy(SHARE);
        Deadline own = Deadline.in(share.compareTo(MOST) < 0 ? share : MOST);
        List<Evidence> asked = new ArrayList<>();
        try {
            Map<String, Object> kept =
                    once.get("databricks workspaces of " + api.scope(), own, any -> false, () -> find(api, own, asked));
            return kept.get(USERS) instanceof Map<?, ?> users && kept.get(REGIONS) instanceof Map<?, ?> regions
                    ? new Usage(of(users.get(keyId)), regions(regions.get(keyId)))
                    : null;
        } catch (DoubtException e) {
            return null;
        } finally {
            // In front of the answer for the configuration, which is the one that messages are about.
            evidence.addAll(Math.max(0, evidence.size() - 1), asked);
        }
    }

    private static List<String> of(@Nullable Object workspaces) {
        List<String> names = new ArrayList<>();
        if (workspaces instanceof List<?> list) {
            for (Object name : list) {
                names.add(String.valueOf(name));
            }
        }
        return names;
    }

    private static Map<String, String> regions(@Nullable Object workspaces) {
        Map<String, String> regions = new HashMap<>();
        if (workspaces instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> workspace : map.entrySet()) {
                regions.put(String.valueOf(workspace.getKey()), String.valueOf(workspace.getValue()));
            }
        }
        return regions;
    }

    private static Map<String, Object> find(AccountApi api, Deadline deadline, List<Evidence> asked)
            throws DoubtException {
        ApiReply reply = api.workspaces(deadline, asked);
        if (reply instanceof ApiReply.Answered answered) {
            Map<String, Map<String, String>> regions = new HashMap<>();
            return Map.of(USERS, WorkspacesReader.read(answered.json(), api.accountId(), regions), REGIONS, regions);
        }
        throw new DoubtException(
                reply instanceof ApiReply.Doubtful doubtful
                        ? doubtful.doubt()
                        : new KeyAnswer.Undetermined(Cause.WRONG_SERVICE, null, "no list of workspaces"),
                true);
    }
}
