package io.github.cmkverify.policy;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The questions about one key, in order, and what they say together.
 *
 * @param links at least one; the last one never points on
 * @param alias what the question told which key the expected alias stands for; {@code null} where none was needed
 */
record Chain(List<Asked> links, @Nullable Asked alias) {

    /** One statement of the chain and the link that made it. */
    record Said(String value, int link) {}

    /**
     * The links that were asked. Where they do not hang together (a target that was not asked, an answer to another
     * question), a link follows that nobody could tell anything about: it decides, so that no gap can pass.
     */
    static Chain of(KeyReference declared, List<Asked> asked, @Nullable Asked alias) {
        KeyReference gap = gap(declared, asked);
        if (gap == null) {
            return new Chain(List.copyOf(asked), alias);
        }
        List<Asked> closed = new ArrayList<>(asked);
        closed.add(new Asked(
                gap,
                new KeyAnswer.Undetermined(Cause.INTERNAL_FAULT, null, "its answer is not among the answers"),
                List.of()));
        return new Chain(List.copyOf(closed), alias);
    }

    private static @Nullable KeyReference gap(KeyReference declared, List<Asked> asked) {
        KeyReference next = declared;
        for (Asked link : asked) {
            if (next == null) {
                return declared;
            }
            if (!link.reference().equals(next)) {
                return next;
            }
            next = link.answer() instanceof KeyAnswer.PointsTo pointsTo ? pointsTo.target() : null;
        }
        return next;
    }

    int lastIndex() {
        return links.size() - 1;
    }

    /** All that was asked: the links, and the question about the alias behind them. */
    List<Asked> all() {
        List<Asked> all = new ArrayList<>(links);
        if (alias != null) {
            all.add(alias);
        }
        return List.copyOf(all);
    }

    Asked last() {
        return links.get(lastIndex());
    }

    /** What a link said of its key; {@code null} where it said nothing of it. */
    @Nullable KeyFacts factsOf(int link) {
        KeyAnswer answer = links.get(link).answer();
        if (answer instanceof KeyAnswer.Described described) {
            return described.facts();
        }
        return answer instanceof KeyAnswer.PointsTo pointsTo ? pointsTo.facts() : null;
    }

    /** The statement of the last link that made one. */
    @Nullable Said said(Function<KeyFacts, @Nullable String> fact) {
        for (int link = lastIndex(); link >= 0; link--) {
            KeyFacts facts = factsOf(link);
            String value = facts == null ? null : fact.apply(facts);
            if (value != null && !value.isBlank()) {
                return new Said(value, link);
            }
        }
        return null;
    }

    /** The alias as the last link alone says it: what another says of this key may have been true once. */
    @Nullable Said saidAlias() {
        KeyFacts facts = factsOf(lastIndex());
        String value = facts == null ? null : facts.alias();
        return value == null || value.isBlank() ? null : new Said(value, lastIndex());
    }

    /** Whether the key that the expected alias stands for is the last link's. */
    boolean isAliasOfLast() {
        KeyFacts last = factsOf(lastIndex());
        return last != null
                && last.keyId() != null
                && alias != null
                && alias.answer() instanceof KeyAnswer.Described described
                && described.facts().keyId() != null
                && KeyNames.same(last.keyId(), described.facts().keyId());
    }

    /** What the key behind is called by those who know it: the reference that was followed, then its own id. */
    List<String> keyIds() {
        List<String> ids = new ArrayList<>();
        if (links.size() > 1) {
            ids.add(last().reference().text());
        }
        KeyFacts facts = factsOf(lastIndex());
        if (facts != null && facts.keyId() != null) {
            ids.add(facts.keyId());
        }
        return ids;
    }

    /** All facts: each one as the last link that knows it says it, the state as the last link says it. */
    KeyFacts joined() {
        List<KeyFacts> known = new ArrayList<>();
        for (int link = lastIndex(); link >= 0; link--) {
            KeyFacts facts = factsOf(link);
            if (facts != null) {
                known.add(facts);
            }
        }
        KeyFacts.Builder joined = stated();
        for (int i = known.size() - 1; i >= 0; i--) {
            lay(known.get(i), joined);
        }
        List<String> ids = keyIds();
        Said named = saidAlias();
        joined.alias(named == null ? null : named.value());
        if (isAliasOfLast() && alias != null && alias.answer() instanceof KeyAnswer.Described described) {
            joined.alias(described.facts().alias());
        }
        boolean providerManaged = false;
        boolean external = false;
        List<String> contradictions = new ArrayList<>();
        for (KeyFacts facts : known) {
            providerManaged |= facts.providerManaged();
            external |= facts.external();
            contradictions.addAll(facts.contradictions());
        }
        return joined.keyId(ids.isEmpty() ? null : ids.get(ids.size() - 1))
                .providerManaged(providerManaged)
                .external(external)
                .contradictions(contradictions)
                .build();
    }

    private static void lay(KeyFacts facts, KeyFacts.Builder over) {
        if (facts.spec() != null) {
            over.spec(facts.spec());
        }
        if (facts.usage() != null) {
            over.usage(facts.usage());
        }
        if (facts.origin() != null) {
            over.origin(facts.origin());
        }
        if (facts.rotation() != null) {
            over.rotation(facts.rotation());
        }
        if (facts.region() != null) {
            over.region(facts.region());
        }
        if (!facts.useCases().isEmpty()) {
            over.useCases(facts.useCases());
        }
        if (facts.createdAt() != null) {
            over.createdAt(facts.createdAt());
        }
        if (facts.deletionAt() != null) {
            over.deletionAt(facts.deletionAt());
        }
        if (facts.expiresAt() != null) {
            over.expiresAt(facts.expiresAt());
        }
        if (!facts.versionsAtRisk().isEmpty()) {
            over.versionsAtRisk(facts.versionsAtRisk()).versionsEndAt(facts.versionsEndAt());
        }
        if (facts.purgeProtected() != null) {
            over.purgeProtected(facts.purgeProtected());
        }
        if (facts.usedBy() != null) {
            over.usedBy(facts.usedBy());
        }
    }

    private KeyFacts.Builder stated() {
        KeyAnswer answer = last().answer();
        if (answer instanceof KeyAnswer.Described described) {
            return KeyFacts.of(described.facts().state(), described.facts().rawState());
        }
        if (answer instanceof KeyAnswer.Missing missing) {
            return KeyFacts.of(KeyState.MISSING, missing.code());
        }
        if (answer instanceof KeyAnswer.Undetermined undetermined
                && undetermined.code() != null
                && (undetermined.cause() == Cause.UNKNOWN_STATE || undetermined.cause() == Cause.TRANSIENT_STATE)) {
            return KeyFacts.of(KeyState.UNKNOWN, undetermined.code());
        }
        return KeyFacts.of(KeyState.UNKNOWN, "");
    }
}
