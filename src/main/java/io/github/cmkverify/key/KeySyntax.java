package io.github.cmkverify.key;

import java.util.List;
import java.util.Map;
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

    /** Whether a text is meant as a reference of this provider, right or wrong (by its scheme or prefix). */
    boolean claims(String reference);

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
