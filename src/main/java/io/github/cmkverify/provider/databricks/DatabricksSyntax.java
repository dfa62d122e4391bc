package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a Databricks key configuration is written: {@code databricks://{accountId}/{keyId}}. */
public final class DatabricksSyntax implements KeySyntax {
    /** Its id. */
    public static final String PROVIDER = DatabricksReference.PROVIDER;

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = PROVIDER + ":";

    private static final String ACCOUNT_ID = "accountId";
    private static final String KEY_ID = "keyId";
    private static final String ELEMENT = "<databricks>";
    private static final String HOSTS = "the URL of an account host: " + AccountHost.DEFAULT
            + " (the default), https://accounts.gcp.databricks.com,"
            + " https://accounts.cloud.databricks.us, https://accounts-dod.cloud.databricks.mil, or another host"
            + " that is allowed from outside the project; http for loopback addresses alone";

    @Override
    public String provider() {
        return DatabricksReference.PROVIDER;
    }

    @Override
    public List<String> forms() {
        return List.of(DatabricksReference.SCHEME + "{accountId}/{keyId}");
    }

    @Override
    public List<String> children() {
        return List.of(ACCOUNT_ID, KEY_ID, DatabricksReference.HOST);
    }

    @Override
    public List<String> options() {
        return List.of(DatabricksReference.HOST);
    }

    /** All of them: what the configuration does not say, the key that it points to does. */
    @Override
    public Set<String> expectations() {
        return Set.of("useCases");
    }

    @Override
    public List<String> pointsTo() {
        return List.of("aws", "gcp", "azure");
    }

    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        if (!reference.startsWith(DatabricksReference.SCHEME)) {
            throw new InvalidInputException("reference", reference, forms().get(0));
        }
        String[] ids = reference.substring(DatabricksReference.SCHEME.length()).split("/", -1);
        if (ids.length != 2) {
            throw new InvalidInputException("reference", reference, forms().get(0) + ", two UUIDs and nothing else");
        }
        return read(
                "account id of the reference",
                ids[0],
                "key id of the reference",
                ids[1],
                "option host",
                options.get(DatabricksReference.HOST));
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        return read(
                ELEMENT + " <accountId>",
                children.getOrDefault(ACCOUNT_ID, ""),
                ELEMENT + " <keyId>",
                children.getOrDefault(KEY_ID, ""),
                ELEMENT + " <host>",
                children.get(DatabricksReference.HOST));
    }

    private static KeyReference read(
            String whereAccount, String account, String whereKey, String key, String whereHost, @Nullable String host)
            throws InvalidInputException {
        return new DatabricksReference(
                        Ids.account(whereAccount, account),
                        Ids.key(whereKey, key),
                        host == null ? null : host(whereHost, host))
                .toKeyReference();
    }

    private static String host(String where, String written) throws InvalidInputException {
        Optional<AccountHost> read = AccountHost.read(written);
        if (read.isEmpty() || !read.get().bare()) {
            throw new InvalidInputException(where, written, HOSTS);
        }
        AccountHost host = read.get();
        return switch (host.kind()) {
            case PUBLISHED, LOOPBACK, OTHER -> host.url();
            case AZURE ->
                throw new InvalidInputException(
                        where,
                        written,
                        "a host on AWS or Google Cloud: Azure accounts serve no key configurations, so declare the key"
                                + " of the Key Vault itself, as <azure>");
            case WORKSPACE ->
                throw new InvalidInputException(
                        where, written, HOSTS + "; this is the host of a workspace, which knows no key configurations");
        };
    }
}
