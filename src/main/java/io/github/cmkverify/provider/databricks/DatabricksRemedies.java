package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.Remedies;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Commands of the Databricks command line for a key configuration; its state is cured at the cloud behind it. */
public final class DatabricksRemedies implements Remedies {
    /** Where the configuration itself may be wrong. Credentials that were refused could be locked by asking on. */
    private static final Set<Cause> WORTH_A_LOOK =
            EnumSet.of(Cause.OTHER_KEY, Cause.POINTS_NOWHERE, Cause.LIST_DISAGREES, Cause.STRANGE_ANSWER);

    private static final String COMMAND = "databricks account encryption-keys ";

    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        DatabricksReference reference = DatabricksReference.of(asked.reference());
        return switch (finding) {
            case MISSING -> List.of(account(reference, asked) + COMMAND + "list");
            case MISMATCH -> List.of(look(reference, asked));
            case UNDETERMINED ->
                asked.answer() instanceof KeyAnswer.Undetermined doubt && WORTH_A_LOOK.contains(doubt.cause())
                        ? List.of(look(reference, asked))
                        : List.of();
            case DESTROYED,
                    SCHEDULED_FOR_DELETION,
                    DISABLED,
                    NOT_READY,
                    UNAVAILABLE,
                    EXPIRED,
                    NOT_CUSTOMER_MANAGED,
                    EXPIRING,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED,
                    ROTATION_OFF -> List.of();
        };
    }

    private static String look(DatabricksReference reference, Asked asked) {
        return account(reference, asked) + COMMAND + "get " + reference.keyId();
    }

    /** The settings that make the command ask where we asked. */
    private static String account(DatabricksReference reference, Asked asked) {
        int requests = asked.evidence().size();
        String answered = requests == 0
                ? AccountHost.DEFAULT
                : asked.evidence().get(requests - 1).endpoint();
        String host = reference.host() == null ? answered : reference.host();
        return "DATABRICKS_HOST=" + host + " DATABRICKS_ACCOUNT_ID=" + reference.accountId() + " ";
    }

    @Override
    public String rightNeeded() {
        return "account admin (scope provisioning)";
    }
}
