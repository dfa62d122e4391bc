package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.regex.Pattern;

/**
 * Credentials and where they came from.
 *
 * @param source where they came from: {@code environment AWS_ACCESS_KEY_ID}
 * @param accessKeyId the public half
 * @param secret signs; is never sent
 * @param sessionToken of temporary credentials, else blank
 */
record AwsIdentity(String source, String accessKeyId, Secret secret, Secret sessionToken) {
    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final int SHOWN = 4;

    /**
     * Checked credentials.
     *
     * @throws CredentialException if something is in them that cannot be sent
     */
    static AwsIdentity of(String source, String accessKeyId, Secret secret, Secret sessionToken)
            throws CredentialException {
        check(source, "access key id", accessKeyId);
        check(source, "secret access key", secret.reveal());
        if (!sessionToken.isBlank()) {
            check(source, "session token", sessionToken.reveal());
        }
        return new AwsIdentity(source, accessKeyId, secret, sessionToken);
    }

    private static void check(String source, String part, String value) throws CredentialException {
        if (value.startsWith("${")) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS, source + ": the " + part + " holds ${…}, which has no value here");
        }
        if (!SENDABLE.matcher(value).matches()) {
            throw new CredentialException(
                    Cause.BROKEN_CREDENTIALS,
                    source + ": the " + part
                            + (value.isEmpty() ? " is empty" : " holds characters that it cannot have"));
        }
    }

    /** The source and the start of the access key id. */
    String shown() {
        return source + ", access key " + accessKeyId.substring(0, Math.min(SHOWN, accessKeyId.length())) + "…";
    }

    @Override
    public String toString() {
        return shown();
    }
}
