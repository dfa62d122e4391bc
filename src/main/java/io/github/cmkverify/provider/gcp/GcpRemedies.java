package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.Remedies;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of {@code gcloud} against findings. */
public final class GcpRemedies implements Remedies {
    private static final Set<Cause> WHO_AM_I = EnumSet.of(
            Cause.NO_CREDENTIALS, Cause.BROKEN_CREDENTIALS, Cause.AUTHENTICATION_REFUSED, Cause.ACCESS_DENIED);
    private static final Pattern AT_RISK = Pattern.compile("version (\\d+) \\((DISABLED|DESTROY_SCHEDULED)\\b.*");
    /** More would be no message any more. */
    private static final int MOST_VERSIONS = 3;

    @Override
    public List<String> commands(FindingId finding, Asked asked) {
        try {
            GcpKey key = GcpKey.of("reference", asked.reference().text());
            if (asked.answer() instanceof Described described) {
                return ofKey(finding, key, described.facts());
            }
            return finding == FindingId.UNDETERMINED && asked.answer() instanceof Undetermined doubt
                    ? ofDoubt(key, doubt)
                    : List.of();
        } catch (InvalidInputException e) {
            return List.of(); // a configuration pointed here; there is no key to do anything with
        }
    }

    private static List<String> ofKey(FindingId finding, GcpKey key, KeyFacts facts) {
        String version = facts.keyId() == null ? null : key.versionNumber(facts.keyId());
        return switch (finding) {
            case SCHEDULED_FOR_DELETION -> version == null ? List.of() : restored(key, version);
            case DISABLED -> version == null ? List.of() : List.of(version(key, "enable", version));
            case NOT_READY ->
                facts.rawState().equals(Assessment.NO_PRIMARY)
                        ? List.of("gcloud kms keys versions create --primary --key=" + key.id() + in(key))
                        : List.of();
            case UNAVAILABLE -> List.of(update(key, "--remove-key-access-justifications-policy"));
            case OLDER_VERSION_AT_RISK -> atRisk(key, facts);
            case ROTATION_OFF -> List.of(update(key, "--rotation-period=90d --next-rotation-time=TIME"));
            case MISSING,
                    DESTROYED,
                    EXPIRED,
                    MISMATCH,
                    UNDETERMINED,
                    NOT_CUSTOMER_MANAGED,
                    EXPIRING,
                    EXTERNAL_UNVERIFIED,
                    NOT_PURGE_PROTECTED -> List.of();
        };
    }

    private static List<String> ofDoubt(GcpKey key, Undetermined doubt) {
        if ("SERVICE_DISABLED".equals(doubt.code())) {
            return List.of("gcloud services enable cloudkms.googleapis.com --project=" + key.project());
        }
        return WHO_AM_I.contains(doubt.cause()) ? List.of("gcloud auth list") : List.of();
    }

    private static List<String> atRisk(GcpKey key, KeyFacts facts) {
        return facts.versionsAtRisk().stream()
                .map(AT_RISK::matcher)
                .filter(Matcher::matches)
                .limit(MOST_VERSIONS)
                .flatMap(found -> found.group(2).equals("DISABLED")
                        ? Stream.of(version(key, "enable", found.group(1)))
                        : restored(key, found.group(1)).stream())
                .toList();
    }

    /** A restored version is disabled. */
    private static List<String> restored(GcpKey key, String version) {
        return List.of(version(key, "restore", version), version(key, "enable", version));
    }

    private static String version(GcpKey key, String verb, String version) {
        return "gcloud kms keys versions " + verb + " " + version + " --key=" + key.id() + in(key);
    }

    private static String update(GcpKey key, String flags) {
        return "gcloud kms keys update " + key.id() + in(key) + " " + flags;
    }

    private static String in(GcpKey key) {
        return " --keyring=" + key.keyRing() + " --location=" + key.location() + " --project=" + key.project();
    }

    @Override
    public String rightNeeded() {
        return "cloudkms.cryptoKeys.get and cloudkms.cryptoKeyVersions.list (role roles/cloudkms.viewer)";
    }
}
