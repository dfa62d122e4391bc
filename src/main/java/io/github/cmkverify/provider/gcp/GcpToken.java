package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token and whose it is.
 *
 * @param identity where it came from and a public name of who asks: {@code GOOGLE_APPLICATION_CREDENTIALS,
 *     service account reader@p.iam.gserviceaccount.com}
 * @param value what is sent
 * @param quotaProject the project whose quota is used; users of {@code gcloud} have to name one
 */
record GcpToken(String identity, Secret value, @Nullable String quotaProject) {
    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
    private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9.:-]{2,80}");

    /**
     * A checked token.
     *
     * @throws CredentialException if something is in it that cannot be sent
     */
    static GcpToken of(String identity, Secret value, @Nullable String quotaProject) throws CredentialException {
        if (!SENDABLE.matcher(value.reveal()).matches()) {
            throw broken(identity, "the token is empty or holds characters that it cannot have");
        }
        if (quotaProject != null && !PROJECT.matcher(quotaProject).matches()) {
            throw broken(identity, "the quota project is not the id of a project");
        }
        return new GcpToken(identity, value, quotaProject);
    }

    private static CredentialException broken(String identity, String why) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, identity + ": " + why);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + value.reveal());
        if (quotaProject != null) {
            headers.put("x-goog-user-project", quotaProject);
        }
        return headers;
    }

    /** Tells two tokens of one name apart. */
    String fingerprint() {
        return Integer.toHexString(value.reveal().hashCode());
    }

    /** Who asks. */
    String shown() {
        return identity;
    }

    @Override
    public String toString() {
        return identity;
    }
}
