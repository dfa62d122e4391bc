package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.Remedies;
import java.util.List;

/** Commands of the tools of Vault and OpenBao; what OpenBao alone can do is typed with its own. */
public final class VaultRemedies implements Remedies {
    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        VaultKey key = VaultKey.of(asked.reference());
        String namespace = key.namespace() == null ? "" : " -namespace=" + key.namespace();
        String config = "vault write" + namespace + " " + key.path() + "/config";
        return switch (finding) {
            case MISSING -> List.of("vault list" + namespace + " " + key.mount() + "/keys");
            case SCHEDULED_FOR_DELETION ->
                List.of("bao write -f" + namespace + " " + key.path() + "/soft-delete-restore");
            case UNAVAILABLE -> List.of(config + " min_decryption_version=1 min_encryption_version=0");
            case OLDER_VERSION_AT_RISK -> List.of(config + " min_decryption_version=1");
            case ROTATION_OFF -> List.of(config + " auto_rotate_period=2160h");
            case UNDETERMINED ->
                asked.answer() instanceof KeyAnswer.Undetermined doubt && doubt.cause() == Cause.ACCESS_DENIED
                        ? List.of("vault token capabilities" + namespace + " " + key.path())
                        : List.of();
            case DESTROYED,
                    DISABLED,
                    NOT_READY,
                    EXPIRED,
                    EXPIRING,
                    MISMATCH,
                    NOT_CUSTOMER_MANAGED,
                    EXTERNAL_UNVERIFIED,
                    NOT_PURGE_PROTECTED -> List.of();
        };
    }

    @Override
    public String rightNeeded() {
        return "the policy path \"MOUNT/keys/NAME\" { capabilities = [\"read\"] }";
    }
}
