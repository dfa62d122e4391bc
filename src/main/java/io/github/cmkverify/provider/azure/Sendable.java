package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Credentials that may be sent. Names places, never values. */
final class Sendable {
    private static final Pattern CLIENT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,127}");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHOWN = 4;

    private Sendable() {}

    /** The id of a client, checked. */
    static String client(String place, @Nullable String id) throws CredentialException {
        if (id == null) {
            throw broken(place + " is absent");
        }
        if (!CLIENT.matcher(id).matches()) {
            throw broken(place + " is not the id of a client");
        }
        return id;
    }

    /** The id or domain of a tenant, checked; the vault's where none was named. */
    static String tenant(String place, @Nullable String named, TokenWish wish) throws CredentialException {
        String tenant = named == null ? wish.tenant() : named;
        if (tenant == null) {
            throw broken(place + " is absent, and the vault does not say whose it is");
        }
        if (!Challenge.isTenant(tenant)) {
            throw broken(place + " is not the id of a tenant");
        }
        return tenant;
    }

    /** A secret that is one. */
    static Secret secret(String place, @Nullable Secret secret) throws CredentialException {
        if (secret == null || secret.isBlank()) {
            throw broken(place + " is absent");
        }
        if (secret.reveal().startsWith("${") || secret.reveal().chars().anyMatch(Character::isISOControl)) {
            throw broken(place + " holds ${…} without a value, or a character that cannot be sent");
        }
        return secret;
    }

    /** A client id as far as it may be shown: all of a UUID, and the beginning of anything put in its place. */
    static String shown(String client) {
        return UUID.matcher(client).matches() ? client : client.substring(0, Math.min(SHOWN, client.length())) + "…";
    }

    /** A source that is there and cannot be used. */
    static CredentialException broken(String said) {
        return new CredentialException(Cause.BROKEN_CREDENTIALS, said);
    }
}
