package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile of {@code ~/.databrickscfg}: the one that {@code DATABRICKS_CONFIG_PROFILE} names, else the one that the
 * file itself names, else {@code DEFAULT}. It counts for the host, and the account if it gives one, that it is for;
 * one that was named and is for another is an error.
 */
record ProfileSource() implements CredentialSource {
    private static final String FILE = "DATABRICKS_CONFIG_FILE";
    private static final String PROFILE = "DATABRICKS_CONFIG_PROFILE";

    @Override
    public @Nullable Credentials find(CredentialRequest request) throws CredentialException {
        String named = request.environment().variable(PROFILE);
        Map<String, Map<String, String>> sections = sections(request, named != null);
        String name = named;
        if (name == null) {
            name = sections.getOrDefault("__settings__", Map.of()).getOrDefault("default_profile", "DEFAULT");
        }
        Map<String, String> profile = sections.get(name);
        String where = "profile " + ServerText.cut(name) + " of the Databricks configuration file";
        if (profile == null) {
            if (named != null) {
                throw CredentialRequest.broken(where + " is named by " + PROFILE + ", but is not there");
            }
            return null;
        }
        if (!isFor(profile, request)) {
            if (named != null) {
                throw CredentialRequest.broken(
                        where + " is named by " + PROFILE + ", but is for another host or account");
            }
            return null;
        }
        return credentials(profile, where);
    }

    private static @Nullable Credentials credentials(Map<String, String> profile, String where)
            throws CredentialException {
        String clientId = profile.get("client_id");
        String secret = profile.get("client_secret");
        String token = profile.get("token");
        if (clientId != null || secret != null) {
            if (clientId == null || secret == null) {
                throw CredentialRequest.broken(where + " has only one of client_id and client_secret");
            }
            return new Credentials.Client(
                    where + ", client " + CredentialRequest.shown(clientId),
                    CredentialRequest.clientId("client_id of " + where, clientId),
                    CredentialRequest.clientSecret("client_secret of " + where, new Secret(secret)));
        }
        return token == null
                ? null
                : new Credentials.Token(where, CredentialRequest.token("token of " + where, new Secret(token)));
    }

    private static boolean isFor(Map<String, String> profile, CredentialRequest request) {
        String account = profile.get("account_id");
        boolean ownAccount = account == null || account.equalsIgnoreCase(request.accountId());
        return ownAccount
                && AccountHost.read(profile.getOrDefault("host", ""))
                        .map(AccountHost::url)
                        .filter(request.endpoint().host().url()::equals)
                        .isPresent();
    }

    private static Map<String, Map<String, String>> sections(CredentialRequest request, boolean needed)
            throws CredentialException {
        String written = request.environment().variable(FILE);
        String shown = written == null ? "~/.databrickscfg" : ServerText.cut(written);
        try {
            return IniFile.read(Files.readString(path(request, written)));
        } catch (NoSuchFileException e) {
            if (needed || written != null) {
                throw CredentialRequest.broken("the configuration file " + shown + " is not there");
            }
            return Map.of();
        } catch (MalformedInputException e) {
            throw CredentialRequest.broken("the configuration file " + shown + " is not written in UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw CredentialRequest.broken("the configuration file " + shown + " cannot be read");
        }
    }

    private static Path path(CredentialRequest request, @Nullable String written) {
        Path home = request.environment().home();
        if (written == null) {
            return home.resolve(".databrickscfg");
        }
        return written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written);
    }

    @Override
    public String authType() {
        return "";
    }

    @Override
    public String place(CredentialRequest request) {
        return "a profile of ~/.databrickscfg for this host";
    }
}
