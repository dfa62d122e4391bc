package io.github.cmkverify.provider.azure;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the keys of Azure Key Vault and Managed HSM are written: by their key identifiers, which are URLs. */
public final class AzureSyntax implements KeySyntax {
    /** Id of the provider. */
    public static final String PROVIDER = "azure";

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = "https: http:";

    private static final String KEY_ID = "keyId";

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public List<String> forms() {
        return AzureKey.FORMS;
    }

    @Override
    public List<String> children() {
        return List.of(KEY_ID);
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public Set<String> expectations() {
        return Set.of("usage", "spec", "alias", KEY_ID);
    }

    @Override
    public Map<String, Set<String>> words() {
        return Map.of("usage", AzureWords.accepted());
    }

    @Override
    public void checkExpectation(String name, String value) throws InvalidInputException {
        if (name.equals(KEY_ID)) {
            AzureKey.of("<" + KEY_ID + ">", value);
        }
    }

    /** No other provider's references are web addresses. */
    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        AzureKey.of("reference", reference);
        return new KeyReference(PROVIDER, reference);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        String id = children.getOrDefault(KEY_ID, "");
        AzureKey.of("<azure> <" + KEY_ID + ">", id);
        return new KeyReference(PROVIDER, id);
    }
}
