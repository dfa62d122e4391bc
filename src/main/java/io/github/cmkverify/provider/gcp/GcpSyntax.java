package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Vocabulary;
import io.github.cmkverify.provider.EndpointUrl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How the keys of Google Cloud KMS are written. */
public final class GcpSyntax implements KeySyntax {
    /** Id of the provider. */
    public static final String PROVIDER = "gcp";

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = GcpKey.START + " //cloudkms. gcpkms:// gcp-kms:// gcp://";

    static final String ENDPOINT = "endpoint";
    private static final String KEY_ID = "keyId";

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public List<String> forms() {
        return GcpKey.FORMS;
    }

    @Override
    public List<String> children() {
        return List.of(KEY_ID, ENDPOINT);
    }

    @Override
    public List<String> options() {
        return List.of(ENDPOINT);
    }

    @Override
    public Set<String> expectations() {
        return Set.of("usage", "spec", "region", "origin", "rotation", KEY_ID);
    }

    @Override
    public Map<String, Set<String>> words() {
        Set<String> origins = new TreeSet<>(GcpWords.ORIGIN.accepted());
        origins.add(Vocabulary.ORIGIN_IMPORTED);
        return Map.of("usage", GcpWords.USAGE.accepted(), "origin", origins);
    }

    @Override
    public void checkExpectation(String name, String value) throws InvalidInputException {
        if (name.equals(KEY_ID)) {
            GcpKey.of("<" + KEY_ID + ">", value);
        }
    }

    /** Also what other tools write before a resource name; the message then shows the form without it. */
    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        return reference("reference", reference, "option " + ENDPOINT, options);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        return reference("<" + KEY_ID + ">", children.getOrDefault(KEY_ID, ""), "<" + ENDPOINT + ">", children);
    }

    private static KeyReference reference(String where, String name, String whereEndpoint, Map<String, String> values)
            throws InvalidInputException {
        KeyReference reference =
                new KeyReference(PROVIDER, GcpKey.of(where, name).asked());
        String endpoint = values.get(ENDPOINT);
        return endpoint == null ? reference : reference.with(ENDPOINT, EndpointUrl.ofHost(whereEndpoint, endpoint));
    }
}
