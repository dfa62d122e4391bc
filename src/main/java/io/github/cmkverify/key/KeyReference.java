package io.github.cmkverify.key;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key to ask about. Two equal references are the same question.
 *
 * @param provider id of the provider, as the element in {@code <keys>} is called: {@code huawei}
 * @param text the reference that reports, messages and waivers show, without a query: {@code huawei://eu-de/P/K}
 * @param options what else decides how and where the question is asked ({@code endpoint}, {@code serverId}, …);
 *     an option that says what holds anyway is left out, so that it makes no other question
 */
public record KeyReference(String provider, String text, SortedMap<String, String> options) {
    /** Option that names the settings.xml server with the credentials. */
    public static final String SERVER_ID = "serverId";

    public KeyReference {
        options = options.isEmpty()
                ? Collections.emptySortedMap() // one for the tens of thousands that have none
                : Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** A reference without options. */
    public KeyReference(String provider, String text) {
        this(provider, text, Collections.emptySortedMap());
    }

    /** The same reference with one more option. */
    public KeyReference with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new KeyReference(provider, text, new TreeMap<>(more));
    }

    /** The value of an option, or {@code fallback} where it is not given. */
    public String option(String option, String fallback) {
        return options.getOrDefault(option, fallback);
    }

    /** The id of the settings.xml server that holds the credentials: {@code cmk-{provider}} unless one is named. */
    public String serverId() {
        return option(SERVER_ID, "cmk-" + provider);
    }

    /** Written out: what a record has by itself is linked when it is first called, which takes longer than asking a key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof KeyReference reference
                        && provider.equals(reference.provider)
                        && text.equals(reference.text)
                        && options.equals(reference.options));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
