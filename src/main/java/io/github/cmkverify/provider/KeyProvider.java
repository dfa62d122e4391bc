package io.github.cmkverify.provider;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.time.Duration;
import java.util.Collection;

/** The one question: what does the provider say of this key? Thread-safe. */
public interface KeyProvider {
    /**
     * Looks at what would be asked, before anything is asked: every host that the reference or the environment names.
     *
     * @throws InvalidInputException if a host is not allowed, or an endpoint is not one
     */
    void check(KeyReference reference) throws InvalidInputException;

    /**
     * Where a key is asked. Keys of one address wait for each other, and for no others.
     *
     * @throws InvalidInputException as {@link #check} does
     */
    default String address(KeyReference reference) throws InvalidInputException {
        return reference.provider();
    }

    /**
     * Says which keys will be asked, before any of them is: many may be answered with one request. A list answers only for
     * keys that it shows as a whole; that it does not show a key says nothing.
     */
    default void announce(Collection<KeyReference> keys) {}

    /**
     * Asks. Never throws for what a server, a network or missing credentials can do: that nobody could tell is an
     * answer.
     *
     * @param reference a reference that this provider's syntax made
     * @param budget time for all of it, retries and logins included
     */
    Asked ask(KeyReference reference, Duration budget);
}
