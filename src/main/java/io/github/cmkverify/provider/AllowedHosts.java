package io.github.cmkverify.provider;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.key.InvalidInputException;
import java.util.Optional;
import java.util.TreeSet;

/** The check of a host before anything is asked; the door checks again whatever is sent. */
public final class AllowedHosts {
    private AllowedHosts() {}

    /**
     * Refuses a host that is neither the provider's nor allowed from outside the project.
     *
     * @param namedBy what named it: an element, a region, a variable
     * @throws InvalidInputException if it may not be asked; says how it could be allowed
     */
    public static void check(HttpDoor door, String namedBy, String url, HostRule rule) throws InvalidInputException {
        Optional<String> refusal = door.refusal(url, rule);
        if (refusal.isPresent()) {
            throw new InvalidInputException(
                    namedBy,
                    url,
                    "a host of " + String.join(", ", new TreeSet<>(rule.domains()))
                            + ", or one that CMK_ALLOWED_HOSTS in the environment, or <allowedHosts> of the server"
                            + " 'cmk' in settings.xml, allows; " + refusal.get());
        }
    }
}
