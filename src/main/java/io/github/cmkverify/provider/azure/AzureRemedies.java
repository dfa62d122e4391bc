package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.Remedies;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The commands of the Azure CLI against findings. */
public final class AzureRemedies implements Remedies {
    private static final String KEY = "az keyvault key ";
    private static final Set<Cause> WHO_AM_I = EnumSet.of(
            Cause.NO_CREDENTIALS, Cause.BROKEN_CREDENTIALS, Cause.AUTHENTICATION_REFUSED, Cause.ACCESS_DENIED);

    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        try {
            return commands(
                    finding, asked, AzureKey.of("reference", asked.reference().text()));
        } catch (InvalidInputException e) {
            return List.of(); // a configuration pointed here; there is no key to do anything with
        }
    }

    private static List<String> commands(FindingId finding, Asked asked, AzureKey key) {
        String place = (key.isInHsm() ? " --hsm-name " : " --vault-name ") + key.vaultName();
        String named = place + " --name " + key.name();
        String version = key.version() == null ? "" : " --version " + key.version();
        String attributes = KEY + "set-attributes" + named + version;
        return switch (finding) {
            // A recovered key is as it was: it may have been disabled before.
            case SCHEDULED_FOR_DELETION -> List.of(KEY + "recover" + named, attributes + " --enabled true");
            case DISABLED -> List.of(attributes + " --enabled true");
            case NOT_READY -> List.of(attributes + " --not-before UTC-TIME");
            case EXPIRED, EXPIRING -> List.of(attributes + " --expires UTC-TIME");
            case MISSING -> List.of(KEY + "list" + place, KEY + "list-versions" + named);
            case NOT_PURGE_PROTECTED ->
                List.of(
                        key.isInHsm()
                                ? "az keyvault update-hsm --hsm-name " + key.vaultName()
                                        + " --enable-purge-protection true"
                                : "az keyvault update --name " + key.vaultName() + " --enable-purge-protection true");
            case UNDETERMINED -> undetermined(asked, place);
            case DESTROYED,
                    UNAVAILABLE,
                    MISMATCH,
                    NOT_CUSTOMER_MANAGED,
                    EXTERNAL_UNVERIFIED,
                    OLDER_VERSION_AT_RISK,
                    ROTATION_OFF -> List.of();
        };
    }

    private static List<String> undetermined(Asked asked, String place) {
        if (!(asked.answer() instanceof Undetermined doubt)) {
            return List.of();
        }
        if (doubt.cause() == Cause.NETWORK_DENIED && place.startsWith(" --vault-name")) {
            return List.of("az keyvault network-rule list" + place.replace("--vault-name", "--name"));
        }
        return WHO_AM_I.contains(doubt.cause()) ? List.of("az account show") : List.of();
    }

    @Override
    public String rightNeeded() {
        return "keys/get (role Key Vault Reader; in a Managed HSM, Crypto Auditor)";
    }
}
