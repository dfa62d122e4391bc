package io.github.cmkverify.provider;

import org.jspecify.annotations.Nullable;

/** The servers of settings.xml, decrypted when they are looked up. */
public interface Servers {
    /**
     * A server by its id.
     *
     * @return {@code null} where settings.xml has none with this id
     * @throws CredentialException if it is there and cannot be decrypted
     */
    @Nullable ServerEntry find(String id) throws CredentialException;
}
