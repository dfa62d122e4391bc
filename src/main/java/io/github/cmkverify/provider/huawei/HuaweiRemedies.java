package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.Remedies;
import java.util.List;

/** What to type against a finding: KooCLI at Huawei Cloud, the same API by hand at the other clouds, where it is not. */
public final class HuaweiRemedies implements Remedies {
    /** Waiting for key material to be imported (provider document huawei, 1.1). */
    private static final String WAITING_FOR_IMPORT = "5";

    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        ManagementCommand command = ManagementCommand.of(HuaweiKey.of(asked.reference()));
        return switch (finding) {
            case MISSING -> List.of(command.listKeys());
            // A cancelled deletion leaves the key disabled (provider document huawei, 1.1).
            case SCHEDULED_FOR_DELETION -> List.of(command.cancelDeletion(), command.enable());
            case DISABLED -> List.of(command.enable());
            case NOT_READY ->
                isWaitingForImport(asked) ? List.of(command.importParameters(), command.importMaterial()) : List.of();
            case EXPIRED, EXPIRING -> List.of(command.importParameters(), command.importMaterial());
            case ROTATION_OFF -> List.of(command.enableRotation());
            case DESTROYED,
                    UNAVAILABLE,
                    MISMATCH,
                    UNDETERMINED,
                    NOT_CUSTOMER_MANAGED,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    NOT_PURGE_PROTECTED -> List.of();
        };
    }

    private static boolean isWaitingForImport(Asked asked) {
        return asked.answer() instanceof KeyAnswer.Described described
                && described.facts().rawState().equals(WAITING_FOR_IMPORT);
    }

    @Override
    public String rightNeeded() {
        return "kms:cmk:get";
    }
}
