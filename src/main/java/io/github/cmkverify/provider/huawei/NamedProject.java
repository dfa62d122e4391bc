package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import java.util.regex.Pattern;

/**
 * The project that somebody named beside the credentials.
 *
 * @param source what named it
 * @param value its id, as it was written
 */
record NamedProject(String source, String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    /**
     * Its id.
     *
     * @throws CredentialException if it is not of the documented form
     */
    String id() throws CredentialException {
        if (!isId(value)) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS,
                    source + " is not the id of a project, 32 hexadecimal digits in lower case");
        }
        return value;
    }

    /** Whether a text is of the documented form of a project's id. */
    static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
