package io.github.cmkverify.policy;

import io.github.cmkverify.key.KeyFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <expect>} child, held against what the chain says.
 *
 * @param name as in {@code Expectations.NAMES}
 * @param expected as it was written
 */
record Expectation(String name, String expected) {

    /** What the chain says of it; {@code null} where no link said anything, and for a name that is not known. */
    Chain.@Nullable Said said(Chain chain) {
        return switch (name) {
            case "usage" -> chain.said(facts -> facts.usage());
            case "spec" -> chain.said(facts -> facts.spec());
            case "alias" -> chain.saidAlias();
            case "region" -> chain.said(facts -> facts.region());
            case "origin" -> chain.said(facts -> facts.origin());
            case "rotation" ->
                chain.said(facts ->
                        facts.rotation() == null ? null : facts.rotation().toString());
            case "useCases" -> chain.said(facts -> String.join(", ", new TreeSet<>(facts.useCases())));
            case "keyId" -> keyId(chain.keyIds(), chain.lastIndex());
            default -> null;
        };
    }

    private static Chain.@Nullable Said keyId(List<String> ids, int link) {
        return ids.isEmpty() ? null : new Chain.Said(ids.get(0), link);
    }

    /** Whether it holds, given that something was said: in the common words, or in the provider's own. */
    boolean holds(Chain.Said said, Chain chain) {
        return switch (name) {
            case "alias" -> sameAlias(expected.strip(), said.value().strip());
            case "useCases" -> sameWords(expected, said.value());
            case "usage" -> either(said, chain, Expectation::sameWords);
            case "keyId" -> chain.keyIds().stream().anyMatch(id -> KeyNames.same(expected.strip(), id));
            default -> either(said, chain, (one, other) -> one.strip().equalsIgnoreCase(other.strip()));
        };
    }

    private boolean either(Chain.Said said, Chain chain, BiPredicate<String, String> same) {
        String own = own(said, chain);
        return same.test(expected, said.value()) || (own != null && same.test(expected, own));
    }

    private @Nullable String own(Chain.Said said, Chain chain) {
        KeyFacts facts = chain.factsOf(said.link());
        return facts == null ? null : facts.ownWords().get(name);
    }

    /** What was seen, with the provider's own word where that is another. */
    String seen(Chain.Said said, Chain chain) {
        String own = own(said, chain);
        return own == null || own.equals(said.value()) ? said.value() : said.value() + " (" + own + ")";
    }

    /** AWS puts {@code alias/} before each name, and people leave it out; at others it is part of the name. */
    private static boolean sameAlias(String expected, String said) {
        return said.equals(expected) || said.equals("alias/" + expected);
    }

    private static boolean sameWords(String one, String other) {
        return words(one).equals(words(other));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
