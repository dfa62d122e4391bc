package io.github.cmkverify.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
            case "alias" -> chain.said(facts -> facts.alias());
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

    /** Whether it holds, given that something was said. */
    boolean holds(Chain.Said said, Chain chain) {
        return switch (name) {
            case "alias" -> bare(expected).equals(bare(said.value()));
            case "useCases" -> words(expected).equals(words(said.value()));
            case "keyId" ->
                chain.keyIds().stream().anyMatch(id -> id.equals(expected.strip()) || isIdOf(expected.strip(), id));
            default -> expected.strip().equalsIgnoreCase(said.value().strip());
        };
    }

    private static String bare(String alias) {
        String text = alias.strip();
        return text.startsWith("alias/") ? text.substring("alias/".length()) : text;
    }

    /** A bare id is the last part of the key's ARN or resource name; nothing longer is taken apart. */
    private static boolean isIdOf(String id, String name) {
        return !id.isEmpty() && !id.contains("/") && name.endsWith("/" + id);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
