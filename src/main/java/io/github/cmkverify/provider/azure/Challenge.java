package io.github.cmkverify.provider.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a vault wants to see, as its {@code WWW-Authenticate} says it: {@code Bearer
 * authorization="https://login…/{tenant}", resource="https://vault.azure.net"} (provider document azure, C).
 *
 * <p>Only names are taken from it. Where a secret goes is never a vault's to say.
 *
 * @param resource what the token is to be for, without a slash at its end
 * @param tenant whose vault it is, where it says so
 */
record Challenge(String resource, @Nullable String tenant) {
    private static final Pattern PARAMETER = Pattern.compile("([a-z_]{1,30})=\"([^\"]{0,500})\"");
    private static final Pattern TENANT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,252}");

    /** Reads a challenge for this vault; empty where it is none, or for something that the vault does not belong to. */
    static Optional<Challenge> of(@Nullable String header, AzureKey asked) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Optional.empty();
        }
        Map<String, String> said = new HashMap<>();
        Matcher parameters = PARAMETER.matcher(header);
        while (parameters.find()) {
            said.putIfAbsent(parameters.group(1), parameters.group(2));
        }
        String scope = said.getOrDefault("scope", "").replaceFirst("/\\.default$", "");
        String resource = said.getOrDefault("resource", scope).replaceFirst("/$", "");
        URI authority = uri(said.getOrDefault("authorization", said.getOrDefault("authorization_uri", "")));
        return isOf(asked, resource) && isSignIn(asked, authority)
                ? Optional.of(new Challenge(resource, tenant(authority)))
                : Optional.empty();
    }

    /** Whether a text can be the id or domain of a tenant. */
    static boolean isTenant(String text) {
        return TENANT.matcher(text).matches();
    }

    /** A token for one domain is worth nothing in another: the vault's own host, or the domain that it is in. */
    private static boolean isOf(AzureKey asked, String resource) {
        if (resource.equalsIgnoreCase(asked.vault())) {
            return true;
        }
        return asked.cloud().isPresent()
                && resource.equalsIgnoreCase(
                        "https://" + asked.host().substring(asked.host().indexOf('.') + 1));
    }

    private static boolean isSignIn(AzureKey asked, @Nullable URI authority) {
        return authority != null
                && asked.cloud()
                        .map(cloud -> "https".equals(authority.getScheme())
                                && authority.getPort() == -1
                                && authority.getRawUserInfo() == null
                                && authority.getHost() != null
                                && cloud.signsInAt(authority.getHost().toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static @Nullable String tenant(@Nullable URI authority) {
        String path = authority == null || authority.getRawPath() == null ? "" : authority.getRawPath();
        String first = path.replaceFirst("^/", "").replaceFirst("/.*$", "");
        return isTenant(first) ? first : null;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
