package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.regex.Pattern;

/** What may be sent. Names places, never values. */
final class Sendable {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.~-]*(/[A-Za-z0-9_][A-Za-z0-9_.~-]*)*");
    private static final String AUTH = "auth/";

    private Sendable() {}

    /**
     * A token, an id or a signed token.
     *
     * @param place where it was found, for the message
     */
    static Secret checked(String place, Secret value) throws CredentialException {
        if (!PRINTABLE.matcher(value.reveal()).matches()) {
            throw broken(place + " is empty or holds a character that cannot be sent (white space, a line feed or"
                    + " anything beyond ASCII)");
        }
        if (value.reveal().startsWith("${")) {
            throw broken(place + " holds ${…}, which has no value here");
        }
        return value;
    }

    /** The path of an auth method, with or without {@code auth/} in front. */
    static String authPath(String place, String written) throws CredentialException {
        String bare = written.strip().replaceAll("^/+|/+$", "");
        String path = bare.startsWith(AUTH) ? bare.substring(AUTH.length()) : bare;
        if (!PATH.matcher(path).matches()) {
            throw broken(place + " is not the path of an auth method, like approle");
        }
        return path;
    }

    /** A source that is there and cannot be used. */
    static CredentialException broken(String said) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, said);
    }
}
