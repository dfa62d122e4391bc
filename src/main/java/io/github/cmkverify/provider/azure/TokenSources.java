package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All places where a token may be had, in the order of the vendor's {@code DefaultAzureCredential} behind the server of
 * settings.xml; the first that is there is final. {@code AZURE_TOKEN_CREDENTIALS} leaves one of them, or one kind.
 */
final class TokenSources {
    private static final String CHOICE = "AZURE_TOKEN_CREDENTIALS";
    private static final Set<String> DEVELOPMENT = Set.of("AzureCliCredential");

    private final Environment environment;
    private final List<TokenSource> sources;

    TokenSources(ProviderContext context) {
        environment = context.environment();
        TokenService service = new TokenService(context);
        sources = List.of(
                new ServerSource(context.servers(), service),
                new ClientSecrets(environment, service),
                new WorkloadIdentity(environment, service),
                new AppServiceIdentity(environment, service),
                new ManagedIdentity(environment, service),
                new AzureCli(environment));
    }

    /**
     * A token.
     *
     * @throws CredentialException if nobody gives one
     */
    AzureToken find(TokenWish wish) throws CredentialException {
        String choice = environment.variable(CHOICE);
        for (TokenSource source : sources) {
            AzureToken token = isChosen(source, choice) ? source.find(wish) : null;
            if (token != null) {
                return token;
            }
        }
        throw new CredentialException(
                Cause.NO_CREDENTIALS,
                sources.stream().map(TokenSource::name).collect(Collectors.joining("; "))
                        + (choice == null ? "" : " (" + CHOICE + " is " + ServerText.cut(choice) + ")"));
    }

    private static boolean isChosen(TokenSource source, @Nullable String choice) {
        if (choice == null || source.credential().isEmpty()) {
            return true;
        }
        return switch (choice.toLowerCase(Locale.ROOT)) {
            case "dev" -> DEVELOPMENT.contains(source.credential());
            case "prod" -> !DEVELOPMENT.contains(source.credential());
            default -> source.credential().equalsIgnoreCase(choice);
        };
    }
}
