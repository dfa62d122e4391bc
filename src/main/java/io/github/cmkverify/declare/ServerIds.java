package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of settings.xml servers that a key may name: those of its own provider alone, so that neither a POM nor an
 * accident sends another server's password.
 */
final class ServerIds {
    private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9][A-Za-z0-9._-]*");

    private ServerIds() {}

    /** The reference with the server that was named; the usual one, named or not, makes no other question. */
    static KeyReference apply(KeyReference reference, @Nullable String serverId, String where)
            throws InvalidInputException {
        String usual = "cmk-" + reference.provider();
        if (serverId == null || serverId.equals(usual)) {
            return reference;
        }
        if (!serverId.startsWith(usual)
                || !SUFFIX.matcher(serverId.substring(usual.length())).matches()) {
            throw new InvalidInputException(where, serverId, usual + " or " + usual + "-…, as in " + usual + "-prod");
        }
        return reference.with(KeyReference.SERVER_ID, serverId);
    }
}
