package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.KeyReference;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a reference to a key configuration.
 *
 * @param accountId the Databricks account, a UUID in lower case
 * @param keyId the key configuration (not the cloud's key), a UUID in lower case
 * @param host URL of the account host that was declared, if one was
 */
record DatabricksReference(
        String accountId, String keyId, @Nullable String host) {
    static final String PROVIDER = "databricks";
    static final String SCHEME = "databricks://";
    static final String HOST = "host";

    /** The parts of a reference that {@link DatabricksSyntax} made. */
    static DatabricksReference of(KeyReference reference) {
        String[] ids = reference.text().substring(SCHEME.length()).split("/", 2);
        return new DatabricksReference(ids[0], ids[1], reference.options().get(HOST));
    }

    KeyReference toKeyReference() {
        TreeMap<String, String> options = new TreeMap<>();
        if (host != null && !host.equals(AccountHost.DEFAULT)) {
            options.put(HOST, host);
        }
        return new KeyReference(PROVIDER, SCHEME + accountId + "/" + keyId, options);
    }
}
