package io.github.cmkverify;

import io.github.cmkverify.key.KeySyntax;
import java.util.List;

/** The syntaxes of all providers, for the tests of other rooms. */
public final class ProviderSyntaxes {
    private ProviderSyntaxes() {}

    /** In the order of the documentation. */
    public static List<KeySyntax> all() {
        return KnownProvider.syntaxes();
    }
}
