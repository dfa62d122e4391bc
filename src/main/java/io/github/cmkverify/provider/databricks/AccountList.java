package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.BuildMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ids of all configurations of an account, asked once a build and only when an id was not found. */
final class AccountList {
    private static final String IDS = "ids";
    private static final String EVIDENCE = "evidence";

    private final BuildOnce once;

    AccountList(BuildMemory memory) {
        once = new BuildOnce(memory);
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
            Map<String, Object> kept = once.get(
                    "databricks list of " + api.scope(), deadline, any -> false, () -> list(api, deadline, asked));
            if (asked.isEmpty() && kept.get(EVIDENCE) instanceof Map<?, ?> earlier) {
                asked.add(KeptEvidence.recall(earlier));
            }
            return kept.get(IDS) instanceof List<?> ids && ids.contains(keyId);
        } finally {
            evidence.addAll(asked);
        }
    }

    private static Map<String, Object> list(AccountApi api, Deadline deadline, List<Evidence> asked)
            throws DoubtException {
        ApiReply reply = api.list(deadline, asked);
        if (reply instanceof ApiReply.Answered answered) {
            List<String> ids = ListReader.read(answered.json(), api.accountId());
            return Map.of(IDS, ids, EVIDENCE, KeptEvidence.keep(asked.get(0)));
        }
        if (reply instanceof ApiReply.Absent absent) {
            throw new DoubtException(Cause.ACCOUNT_UNKNOWN, absent.code(), "the list of the account: " + absent.said());
        }
        KeyAnswer.Undetermined doubt = ((ApiReply.Doubtful) reply).doubt();
        throw new DoubtException(doubt.cause(), doubt.code(), "the list of the account: " + doubt.said());
    }
}
