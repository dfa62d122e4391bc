package io.github.cmkverify.provider.vault;

import io.github.cmkverify.key.KeyReference;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transit key, every part validated by {@link VaultSyntax}.
 *
 * @param mount where the engine is mounted; may have several segments
 * @param name the key's name
 * @param address declared address of the server
 * @param namespace declared namespace, without slashes at its ends
 */
record VaultKey(
        String mount,
        String name,
        @Nullable String address,
        @Nullable String namespace) {
    static final String PROVIDER = "vault";
    static final String SCHEME = "vault://";
    static final String ADDRESS = "address";
    static final String NAMESPACE = "namespace";

    /** The typed view of a reference that {@link VaultSyntax} made. */
    static VaultKey of(KeyReference reference) {
        String id = reference.text().substring(SCHEME.length());
        int slash = id.lastIndexOf('/');
        return new VaultKey(
                id.substring(0, slash),
                id.substring(slash + 1),
                reference.options().get(ADDRESS),
                reference.options().get(NAMESPACE));
    }

    /** The reference to this key. */
    KeyReference reference() {
        SortedMap<String, String> options = new TreeMap<>();
        if (address != null) {
            options.put(ADDRESS, address);
        }
        if (namespace != null) {
            options.put(NAMESPACE, namespace);
        }
        return new KeyReference(PROVIDER, SCHEME + mount + "/" + name, options);
    }

    /** The path that policies and commands name. */
    String path() {
        return mount + "/keys/" + name;
    }
}
