package io.github.cmkverify.provider.gcp;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ServerText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Date;
import java.util.regex.Pattern;

/** A login with Google's own library, which knows every kind of file. */
final class LibraryLogin {
    /** The one that users' and federated credentials are given; a narrower one they refuse. */
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    /** Letters and digits in one long word: what secrets and tokens look like. */
    private static final Pattern SECRET_LIKE = Pattern.compile("(?=\\S*[0-9])(?=\\S*[A-Za-z])[A-Za-z0-9+/=_.-]{40,}");

    private final HttpTransportFactory transports;

    LibraryLogin(HttpDoor door, Universe universe, Deadline deadline) {
        this(() -> new DoorTransport(door, universe, deadline));
    }

    LibraryLogin(HttpTransportFactory transports) {
        this.transports = transports;
    }

    /**
     * A token for a file.
     *
     * @throws CredentialException if the file is broken, or no token could be had with it
     */
    Login.Grant token(CredentialFile file) throws CredentialException {
        GoogleCredentials credentials;
        try {
            credentials = GoogleCredentials.fromStream(new ByteArrayInputStream(file.content()), transports)
                    .createScoped(SCOPE);
        } catch (IOException | RuntimeException e) {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, file.shown() + ": " + said(file, e));
        }
        try {
            AccessToken token = credentials.refreshAccessToken();
            Date end = token.getExpirationTime();
            if (end == null) {
                throw new IOException("a token without an end");
            }
            return new Login.Grant(token.getTokenValue(), end.toInstant());
        } catch (LoginFailedException e) {
            throw new CredentialException(e.reason(), file.shown() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CredentialException(
                    isRefusal(e) ? Cause.AUTHENTICATION_REFUSED : Cause.BROKEN_CREDENTIALS,
                    file.shown() + ": " + said(file, e));
        } catch (RuntimeException e) {
            // What the library throws at an empty answer, or one that is another kind of JSON.
            throw new CredentialException(
                    Cause.STRANGE_ANSWER,
                    file.shown() + ": the library cannot read the answer to its login ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    /** Whether a server said no, rather than that something on this machine is wrong. */
    private static boolean isRefusal(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // The exception of the token exchange is not public, and drops the one that it was made of.
            if (cause instanceof HttpResponseException
                    || cause.getClass().getSimpleName().equals("OAuthException")) {
                return true;
            }
        }
        return false;
    }

    /** Its words and those of its causes, on one line, without a secret. */
    private static String said(CredentialFile file, Throwable e) {
        StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            String more = String.valueOf(cause.getMessage());
            if (said.indexOf(more) < 0) {
                said.append("; ").append(more);
            }
        }
        String line = file.hideIn(said.toString()).replaceAll("\\s+", " ");
        return ServerText.cut(SECRET_LIKE.matcher(line).replaceAll("…"));
    }
}
