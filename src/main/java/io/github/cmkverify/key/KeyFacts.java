package io.github.cmkverify.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of a key, in one vocabulary. Absent means that the provider did not say.
 *
 * @param state the state in our vocabulary
 * @param rawState the provider's own word for it
 * @param keyId the provider's own id of the key that answered (an alias was asked: the key behind it)
 * @param alias the key's alias or name
 * @param spec algorithm and length, in the common vocabulary where it has a word for it
 * @param usage what it may do, in the common vocabulary where it has a word for it
 * @param origin where the material came from, in the common vocabulary where it has a word for it
 * @param rotation whether it is rotated automatically
 * @param region the region that it lives in
 * @param useCases what a Databricks configuration protects with it
 * @param createdAt creation
 * @param deletionAt when it will be deleted
 * @param expiresAt when the key or its material ends
 * @param providerManaged whether the provider, not the customer, manages it
 * @param external whether the material lives in a store that the provider cannot see into
 * @param versionsAtRisk versions other than the one in use that old data needs and that are disabled or dying, or the
 *     reason why nobody could look at them
 * @param versionsEndAt when the first of them is destroyed
 * @param purgeProtected whether a deleted key is kept for its whole recovery time
 * @param usedBy what loses its data with this key, and for which use: workspaces of Databricks, each with its name and
 *     id; empty where nothing uses it, {@code null} where nobody could tell
 * @param contradictions statements of the provider that cannot all be true, each naming both sides
 * @param ownWords the provider's own words for {@code usage}, {@code spec} and {@code origin}, by these names, where the
 *     common vocabulary has another
 */
public record KeyFacts(
        KeyState state,
        String rawState,
        @Nullable String keyId,
        @Nullable String alias,
        @Nullable String spec,
        @Nullable String usage,
        @Nullable String origin,
        @Nullable Boolean rotation,
        @Nullable String region,
        List<String> useCases,
        @Nullable Instant createdAt,
        @Nullable Instant deletionAt,
        @Nullable Instant expiresAt,
        boolean providerManaged,
        boolean external,
        List<String> versionsAtRisk,
        @Nullable Instant versionsEndAt,
        @Nullable Boolean purgeProtected,
        @Nullable List<String> usedBy,
        List<String> contradictions,
        Map<String, String> ownWords) {

    public KeyFacts {
        rawState = rawState.intern();
        spec = one(spec);
        usage = one(usage);
        origin = one(origin);
        region = one(region);
        useCases = each(useCases);
        versionsAtRisk = List.copyOf(versionsAtRisk);
        usedBy = usedBy == null ? null : List.copyOf(usedBy);
        contradictions = List.copyOf(contradictions);
        ownWords = Map.copyOf(ownWords);
    }

    /** One string for a word that each of ten thousand answers brings anew. */
    private static @Nullable String one(@Nullable String word) {
        return word == null ? null : word.intern();
    }

    private static List<String> each(List<String> words) {
        List<String> interned = new ArrayList<>(words.size());
        for (String word : words) {
            interned.add(word.intern());
        }
        return List.copyOf(interned);
    }

    /**
     * When the key or its material ends; {@code null} also where the provider made the material itself, because an end
     * that such a key carries means nothing (provider document huawei).
     */
    public @Nullable Instant end() {
        return Vocabulary.ORIGIN_KMS.equalsIgnoreCase(origin) ? null : expiresAt;
    }

    /** Facts with a state and nothing else yet. */
    public static Builder of(KeyState state, String rawState) {
        return new Builder(state, rawState);
    }

    /** Collects facts; what is not set was not said. */
    public static final class Builder {
        private final KeyState state;
        private final String rawState;
        private @Nullable String keyId;
        private @Nullable String alias;
        private @Nullable String spec;
        private @Nullable String usage;
        private @Nullable String origin;
        private @Nullable Boolean rotation;
        private @Nullable String region;
        private List<String> useCases = List.of();
        private @Nullable Instant createdAt;
        private @Nullable Instant deletionAt;
        private @Nullable Instant expiresAt;
        private boolean providerManaged;
        private boolean external;
        private List<String> versionsAtRisk = List.of();
        private @Nullable Instant versionsEndAt;
        private @Nullable Boolean purgeProtected;
        private @Nullable List<String> usedBy;
        private List<String> contradictions = List.of();
        private final Map<String, String> ownWords = new TreeMap<>();

        private Builder(KeyState state, String rawState) {
            this.state = state;
            this.rawState = rawState;
        }

        public Builder keyId(@Nullable String value) {
            keyId = value;
            return this;
        }

        public Builder alias(@Nullable String value) {
            alias = value;
            return this;
        }

        public Builder spec(@Nullable String value) {
            spec = value;
            return this;
        }

        public Builder usage(@Nullable String value) {
            usage = value;
            return this;
        }

        public Builder origin(@Nullable String value) {
            origin = value;
            return this;
        }

        public Builder rotation(@Nullable Boolean value) {
            rotation = value;
            return this;
        }

        public Builder region(@Nullable String value) {
            region = value;
            return this;
        }

        public Builder useCases(List<String> value) {
            useCases = value;
            return this;
        }

        public Builder createdAt(@Nullable Instant value) {
            createdAt = value;
            return this;
        }

        public Builder deletionAt(@Nullable Instant value) {
            deletionAt = value;
            return this;
        }

        public Builder expiresAt(@Nullable Instant value) {
            expiresAt = value;
            return this;
        }

        public Builder providerManaged(boolean value) {
            providerManaged = value;
            return this;
        }

        public Builder external(boolean value) {
            external = value;
            return this;
        }

        public Builder versionsAtRisk(List<String> value) {
            versionsAtRisk = value;
            return this;
        }

        public Builder versionsEndAt(@Nullable Instant value) {
            versionsEndAt = value;
            return this;
        }

        public Builder purgeProtected(@Nullable Boolean value) {
            purgeProtected = value;
            return this;
        }

        public Builder usedBy(@Nullable List<String> value) {
            usedBy = value;
            return this;
        }

        public Builder contradictions(List<String> value) {
            contradictions = value;
            return this;
        }

        /** The provider's own word for {@code usage}, {@code spec} or {@code origin}. */
        public Builder ownWord(String name, @Nullable String value) {
            if (value != null) {
                ownWords.put(name, value);
            }
            return this;
        }

        private Map<String, String> otherWords() {
            Map<String, String> others = new TreeMap<>(ownWords);
            others.remove("spec", spec);
            others.remove("usage", usage);
            others.remove("origin", origin);
            return others;
        }

        /** The facts collected so far. */
        public KeyFacts build() {
            return new KeyFacts(
                    state,
                    rawState,
                    keyId,
                    alias,
                    spec,
                    usage,
                    origin,
                    rotation,
                    region,
                    useCases,
                    createdAt,
                    deletionAt,
                    expiresAt,
                    providerManaged,
                    external,
                    versionsAtRisk,
                    versionsEndAt,
                    purgeProtected,
                    usedBy,
                    contradictions,
                    otherWords());
        }
    }
}
