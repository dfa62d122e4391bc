package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All places where credentials may be, in order; the first that has something is final, and nothing is sought behind
 * a broken one.
 *
 * <p>Databricks' own tools refuse to choose where several methods are present. Builds that also deploy to a workspace
 * have several, so the order decides here. {@code DATABRICKS_AUTH_TYPE} names one method; the server of settings.xml
 * stays before it.
 */
final class CredentialSources {
    private static final String AUTH_TYPE = "DATABRICKS_AUTH_TYPE";

    private final List<CredentialSource> sources;

    CredentialSources(ProviderContext context) {
        sources = List.of(
                new ServerSource(context.servers()),
                new ClientVariables(),
                new OidcVariable(),
                new OidcFile(),
                new GitHubOidc(context.door()),
                new TokenVariable(),
                new ProfileSource());
    }

    /**
     * The credentials for a question.
     *
     * @throws CredentialException if there are none, or the ones that are there are broken
     */
    Credentials find(CredentialRequest request) throws CredentialException {
        String type = request.environment().variable(AUTH_TYPE);
        if (type != null && sources.stream().noneMatch(s -> s.authType().equals(type))) {
            throw unknown(type);
        }
        for (CredentialSource source : sources) {
            boolean named = source.authType().equals(type);
            Credentials found = type == null || named || source.authType().isEmpty()
                    ? source.find(named ? request.toNamed() : request)
                    : null;
            if (found != null) {
                return found;
            }
        }
        throw new CredentialException(
                Cause.NO_CREDENTIALS,
                sources.stream()
                                .filter(s -> type == null
                                        || s.authType().isEmpty()
                                        || s.authType().equals(type))
                                .map(s -> s.place(request))
                                .collect(Collectors.joining("; "))
                        + (type == null ? "" : "; " + AUTH_TYPE + " names " + type + " alone"));
    }

    private CredentialException unknown(String type) {
        return CredentialRequest.broken(AUTH_TYPE + " is " + ServerText.cut(type) + "; accepted: "
                + sources.stream()
                        .map(CredentialSource::authType)
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(", ")));
    }
}
