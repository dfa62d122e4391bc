package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with credentials of one of the kinds that {@code gcloud} writes and Google's library reads.
 *
 * @param source what named it, for messages
 * @param content all of it; holds secrets
 * @param owner its kind and, where it has one, its public name
 * @param universe the domain of the services that it is for
 * @param quotaProject the project whose quota is used
 * @param secrets what its owner alone knows, and a login sends as it is
 */
record CredentialFile(
        String source,
        byte[] content,
        String owner,
        String universe,
        @Nullable String quotaProject,
        List<Secret> secrets) {
    private static final Map<String, String> KINDS = Map.of(
            "authorized_user", "user",
            "service_account", "service account",
            "impersonated_service_account", "impersonated service account",
            "external_account", "workload identity",
            "external_account_authorized_user", "workforce identity");

    private static final List<String> SECRETS = List.of("client_secret", "refresh_token");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,150}");
    private static final Pattern IMPERSONATED = Pattern.compile(".*/serviceAccounts/([^/:]+):generateAccessToken");

    /**
     * Reads a file.
     *
     * @throws CredentialException if it cannot be read, or is of a kind that would not use our way out
     */
    static CredentialFile read(String source, Path path) throws CredentialException {
        byte[] content;
        JsonNode json;
        try {
            content = Files.readAllBytes(path);
            json = Json.read(content);
        } catch (IOException e) {
            throw broken(source, path + " cannot be read");
        } catch (StrangeJsonException e) {
            throw broken(source, path + " is not JSON: " + e.getMessage());
        }
        String universe = JsonFields.text(json, "universe_domain");
        return new CredentialFile(
                source,
                content,
                owner(source, path, json),
                universe == null ? Universe.GOOGLES : universe,
                JsonFields.text(json, "quota_project_id"),
                secrets(json));
    }

    /** Also those of credentials behind its own. */
    private static List<Secret> secrets(JsonNode json) {
        return SECRETS.stream()
                .flatMap(name -> json.findValuesAsText(name).stream())
                .map(Secret::new)
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    private static String owner(String source, Path path, JsonNode json) throws CredentialException {
        String type = JsonFields.text(json, "type");
        String kind = type == null ? null : KINDS.get(type);
        if (kind == null) {
            throw broken(
                    source,
                    path + " has no \"type\" among "
                            + KINDS.keySet().stream().sorted().toList());
        }
        // The library would fetch tokens with such a certificate over connections of its own.
        if (json.path("credential_source").has("certificate")) {
            throw broken(source, path + " is of a workload identity with a certificate, which is not supported");
        }
        JsonNode behind = json.path("source_credentials");
        if (behind.isObject()) {
            owner(source, path, behind);
        }
        String url = JsonFields.text(json, "service_account_impersonation_url");
        String email = url == null
                ? JsonFields.text(json, "client_email")
                : IMPERSONATED.matcher(url).replaceFirst("$1");
        return email != null && EMAIL.matcher(email).matches() ? kind + " " + email : kind;
    }

    private static CredentialException broken(String source, String why) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, source + ": " + why);
    }

    /** Where it was found, and whose it is. */
    String shown() {
        return source + ", " + owner;
    }

    /** A text without its secrets, should a server say one back. */
    String hideIn(String text) {
        String hidden = text;
        for (Secret secret : secrets) {
            hidden = hidden.replace(secret.reveal(), "(secret)");
        }
        return hidden;
    }

    @Override
    public String toString() {
        return shown();
    }
}
