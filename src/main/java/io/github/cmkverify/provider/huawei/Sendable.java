package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.regex.Pattern;

/** What may be sent or signed with. Names places, never values. */
final class Sendable {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private Sendable() {}

    /**
     * A value that is to go into a header or a signature.
     *
     * @param place where it was found, for the message
     * @throws CredentialException if it holds a character that cannot be sent, or a property that has no value
     */
    static Secret checked(String place, Secret value) throws CredentialException {
        if (!PRINTABLE.matcher(value.reveal()).matches()) {
            throw broken(place + " is empty or holds a character that cannot be sent (white space, a line feed or"
                    + " anything beyond ASCII)");
        }
        return filled(place, value);
    }

    /**
     * A value that is not empty, whatever its characters.
     *
     * @throws CredentialException if it is, or holds a property that has no value
     */
    static Secret filled(String place, Secret value) throws CredentialException {
        if (value.isBlank()) {
            throw broken(place + " is empty");
        }
        if (value.reveal().startsWith("${")) {
            throw broken(place + " holds ${…}, which has no value here");
        }
        return value;
    }

    /** A source that is there and cannot be used. */
    static CredentialException broken(String said) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, said);
    }
}
