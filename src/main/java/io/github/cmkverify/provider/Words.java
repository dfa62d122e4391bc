package io.github.cmkverify.provider;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One provider's own words for one thing, each with the common word that means the same.
 *
 * @param common by own word; an own word that no common one means stands for itself
 */
public record Words(Map<String, String> common) {
    public Words {
        common = Map.copyOf(common);
    }

    /** The common word for an own one, or the own one as it came. */
    public @Nullable String common(@Nullable String own) {
        return own == null ? null : common.getOrDefault(own, own);
    }

    /** All own and common words: what a person may write. */
    public Set<String> accepted() {
        Set<String> accepted = new TreeSet<>(common.keySet());
        accepted.addAll(common.values());
        return accepted;
    }
}
