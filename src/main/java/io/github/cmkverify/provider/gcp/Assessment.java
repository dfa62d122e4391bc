package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a key and its versions come to together: the named version decides, else the primary one, else, where a purpose
 * has no primary, the worst of those that are not destroyed.
 */
record Assessment(GcpKey asked, CryptoKey key) {
    /** The raw state of a symmetric key that cannot encrypt, for want of a version to do it with. */
    static final String NO_PRIMARY = "no primary version";

    static final String NO_VERSION = "no enabled version";
    private static final int MOST_SHOWN = 20;
    /** From bad to good; the states that no version has are left out. */
    private static final List<KeyState> WORST_FIRST = List.of(
            KeyState.PENDING_DELETION, KeyState.DISABLED, KeyState.NOT_READY, KeyState.UNKNOWN, KeyState.ENABLED);

    /** Of a version that was named. */
    KeyAnswer named(KeyVersion version) {
        KeyVersion primary = key.primary();
        KeyFacts.Builder facts = facts(version);
        if (primary != null && isPrimary(version.name())) {
            facts.contradictions(contradictions(primary, List.of(version)));
        }
        return answer(version, facts);
    }

    /** Whether this is the name of the primary version. */
    boolean isPrimary(String name) {
        return key.primary() != null && key.primary().name().equals(name);
    }

    /** What was described a moment ago is not missing, whatever the second answer says. */
    static KeyAnswer withoutMissing(KeyAnswer second) {
        return second instanceof Missing missing
                ? new Undetermined(Cause.LIST_DISAGREES, missing.code(), missing.said())
                : second;
    }

    /** Of a symmetric key, whose list of versions shows what older data needs. */
    KeyAnswer symmetric(List<KeyVersion> versions) {
        KeyVersion primary = key.primary();
        List<KeyVersion> others = versions.stream()
                .filter(version -> !isPrimary(version.name()))
                .filter(KeyVersion::isAtRisk)
                .toList();
        KeyFacts.Builder facts = facts(primary)
                .versionsAtRisk(shown(others))
                .versionsEndAt(others.stream()
                        .map(KeyVersion::destroyTime)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null))
                .contradictions(contradictions(primary, versions));
        return answer(primary, facts);
    }

    /** Of a symmetric key, whose versions could not be listed; the primary one is known nevertheless. */
    KeyAnswer symmetric(KeyAnswer refusal) {
        if (refusal instanceof Missing) {
            return withoutMissing(refusal);
        }
        String why = refusal instanceof Undetermined doubt ? why(doubt) : "";
        return answer(
                key.primary(), facts(key.primary()).versionsAtRisk(List.of("versions could not be listed: " + why)));
    }

    /** Of a key whose purpose has no primary version: somebody uses one of these, and nobody says which. */
    KeyAnswer worst(List<KeyVersion> versions) {
        List<KeyVersion> left = versions.stream()
                .filter(version -> version.state() != KeyState.DESTROYED)
                .toList();
        Optional<KeyVersion> worst = (left.isEmpty() ? versions : left)
                .stream().min(Comparator.comparing(version -> WORST_FIRST.indexOf(version.state())));
        boolean external = left.stream().anyMatch(KeyVersion::isExternal);
        return worst.map(version -> answer(
                        version, facts(version).external(external).contradictions(contradictions(null, versions))))
                .orElseGet(() -> new Described(
                        facts(KeyState.NOT_READY, NO_VERSION, null).build()));
    }

    private KeyAnswer answer(@Nullable KeyVersion decides, KeyFacts.Builder facts) {
        return decides != null && decides.state() == KeyState.UNKNOWN
                ? new Undetermined(Cause.UNKNOWN_STATE, decides.rawState(), "")
                : new Described(facts.build());
    }

    private KeyFacts.Builder facts(@Nullable KeyVersion decides) {
        if (decides == null) {
            return facts(KeyState.NOT_READY, NO_PRIMARY, null);
        }
        boolean denied = key.deniesAll() && decides.state() == KeyState.ENABLED;
        return denied
                ? facts(KeyState.UNAVAILABLE, decides.rawState() + ", and no access justification is allowed", decides)
                : facts(decides.state(), decides.rawState(), decides);
    }

    private KeyFacts.Builder facts(KeyState state, String rawState, @Nullable KeyVersion decides) {
        KeyFacts.Builder facts = KeyFacts.of(state, rawState)
                .keyId(asked.name())
                .usage(GcpWords.USAGE.common(key.purpose()))
                .ownWord("usage", key.purpose())
                .rotation(key.rotates())
                .region(asked.location())
                .createdAt(key.createTime());
        return decides == null
                ? facts
                : facts.keyId(decides.name())
                        .spec(GcpWords.spec(decides.algorithm()))
                        .ownWord("spec", decides.algorithm())
                        .origin(GcpWords.origin(decides.protectionLevel(), decides.imported()))
                        .ownWord("origin", decides.protectionLevel())
                        .external(decides.isExternal())
                        .deletionAt(decides.destroyTime())
                        .contradictions(contradictions(null, List.of(decides)));
    }

    private static List<String> shown(List<KeyVersion> versions) {
        Stream<String> first = versions.stream().limit(MOST_SHOWN).map(KeyVersion::shown);
        int more = versions.size() - MOST_SHOWN;
        return Stream.concat(first, more > 0 ? Stream.of(more + " more") : Stream.empty())
                .toList();
    }

    private static List<String> contradictions(@Nullable KeyVersion primary, List<KeyVersion> versions) {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(Stream.ofNullable(primary), versions.stream())
                .filter(KeyVersion::isEnabledAndDying)
                .map(version -> version.shown() + " is enabled, with a date of its destruction")
                .limit(MOST_SHOWN)
                .forEach(all::add);
        if (primary != null) {
            disagreement(primary, versions).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Optional<String> disagreement(KeyVersion primary, List<KeyVersion> versions) {
        String listed = versions.stream()
                .filter(version -> version.name().equals(primary.name()))
                .map(KeyVersion::rawState)
                .findFirst()
                .orElse("not there");
        return listed.equals(primary.rawState())
                ? Optional.empty()
                : Optional.of("primary version " + primary.number() + " is " + primary.rawState()
                        + " in the key, and among its versions " + listed);
    }

    private static String why(Undetermined doubt) {
        String word = doubt.code() == null
                ? doubt.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : doubt.code();
        return doubt.said().isEmpty() ? word : word + ", " + doubt.said();
    }
}
