package io.github.cmkverify.key;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How findings are judged.
 *
 * @param severities what was set; a finding that is not in it has its {@linkplain FindingId#usual() usual} severity
 * @param expiryWindow how long before its end a key is {@code expiring}
 * @param waivers known exceptions, of whichever keys
 */
public record Rules(Map<FindingId, Severity> severities, Duration expiryWindow, List<Waiver> waivers) {
    /** The window where nobody sets another: 30 days. */
    public static final Duration USUAL_WINDOW = Duration.ofDays(30);

    /** Nothing was set. */
    public static final Rules USUAL = new Rules(Map.of(), USUAL_WINDOW);

    public Rules {
        for (Map.Entry<FindingId, Severity> set : severities.entrySet()) {
            if (!set.getKey().accepted().contains(set.getValue())) {
                throw new IllegalArgumentException(
                        set.getKey().id() + " cannot be " + set.getValue().word());
            }
        }
        Map<FindingId, Severity> copy = new EnumMap<>(FindingId.class);
        copy.putAll(severities);
        severities = Map.copyOf(copy);
        waivers = List.copyOf(waivers);
    }

    /** Rules without exceptions. */
    public Rules(Map<FindingId, Severity> severities, Duration expiryWindow) {
        this(severities, expiryWindow, List.of());
    }

    /** The same rules with these exceptions. */
    public Rules with(List<Waiver> exceptions) {
        return new Rules(severities, expiryWindow, exceptions);
    }

    /** The severity of a finding under these rules. */
    public Severity severity(FindingId finding) {
        return severities.getOrDefault(finding, finding.usual());
    }
}
