package io.github.cmkverify.verify;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.KeyProvider;
import java.util.Optional;

/** The providers that can be asked, by id. Nothing of a provider is loaded before it is looked up. */
public interface Providers {
    /** How keys of this provider are written, if there is such a provider. */
    Optional<KeySyntax> syntax(String provider);

    /** The provider, if there is one; the same one for the same id. */
    Optional<KeyProvider> find(String provider);
}
