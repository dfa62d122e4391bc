package io.github.cmkverify.key;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the keys of one provider are written, as an element of the POM and as a reference. Implemented in the room of
 * the provider; reads strictly and asks nothing.
 */
public interface KeySyntax {
    /** Id of the provider and name of its element: {@code huawei}. */
    String provider();

    /** Accepted forms of a reference, to be shown to a person: {@code huawei://{region}/{projectId}/{keyId}}. */
    List<String> forms();

    /** Names of the element's children beside the common {@code name}, {@code serverId} and {@code expect}. */
    List<String> children();

    /** Names of the options that may follow a reference as a query; a subset of {@link #children()}. */
    List<String> options();

    /** The {@code <expect>} children that this provider can answer. */
    Set<String> expectations();

    /** The ids of the providers whose keys a key of this one points to; they answer what is expected of it as well. */
    default List<String> pointsTo() {
        return List.of();
    }

    /**
     * All that can be written for an expectation, where there is no end of what a person could mistype: the provider's
     * own words and the common ones. A name that is not there takes any text.
     */
    default Map<String, Set<String>> words() {
        return Map.of();
    }

    /**
     * Looks at what is expected of a key.
     *
     * @param name one of {@link #expectations()}
     * @throws InvalidInputException if no key of this provider could ever meet it
     */
    default void checkExpectation(String name, String value) throws InvalidInputException {}

    /**
     * The question that tells which key an alias stands for; empty where what is said of the key itself tells its alias.
     *
     * @param key a key of this provider
     * @param alias as it was written in {@code <expect>}
     */
    default Optional<KeyReference> aliasQuestion(KeyReference key, String alias) {
        return Optional.empty();
    }

    /** Whether a text is meant as a reference of this provider, right or wrong (by its scheme or prefix). */
    boolean claims(String reference);

    /**
     * Whether a text begins with one of some words, in upper or lower case.
     *
     * @param words with blanks between them, so that they are a constant, which loads no class
     */
    static boolean begins(String reference, String words) {
        String start = reference.strip().toLowerCase(Locale.ROOT);
        for (String word : words.split(" ", -1)) {
            if (start.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a reference without its query.
     *
     * @param reference the text before the {@code ?}
     * @param options the options behind it, each one of {@link #options()}
     * @throws InvalidInputException if an id or option is not of its documented form
     */
    KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException;

    /**
     * Reads the children of an element.
     *
     * @param children trimmed, non-empty values, each one of {@link #children()}
     * @throws InvalidInputException if a child is absent or not of its documented form
     */
    KeyReference fromElement(Map<String, String> children) throws InvalidInputException;
}
