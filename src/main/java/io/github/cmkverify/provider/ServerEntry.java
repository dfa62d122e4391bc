package io.github.cmkverify.provider;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <server>} of settings.xml, decrypted.
 *
 * @param id its id
 * @param username its user name: an access key id, a client id, a user
 * @param password its password: a secret key, a client secret, a password
 * @param configuration the children of its {@code <configuration>}
 */
public record ServerEntry(
        String id, @Nullable String username, @Nullable Secret password, Map<String, Secret> configuration) {}
