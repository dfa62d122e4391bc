package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.HuaweiKey.CLOUD;
import static io.github.cmkverify.provider.huawei.HuaweiKey.ENDPOINT;
import static io.github.cmkverify.provider.huawei.HuaweiKey.IAM_ENDPOINT;
import static io.github.cmkverify.provider.huawei.HuaweiKey.SCHEME;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How keys of Huawei Cloud, Open Telekom Cloud and clouds with the same API are written. */
public final class HuaweiSyntax implements KeySyntax {
    /** Its id. */
    public static final String PROVIDER = HuaweiKey.PROVIDER;

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = PROVIDER + ":";

    private static final String FORM = SCHEME + "{region}/{projectId}/{keyId}";
    private static final String REGION = "region";
    private static final String PROJECT_ID = "projectId";
    private static final String KEY_ID = "keyId";
    private static final List<String> PATH = List.of(REGION, PROJECT_ID, KEY_ID);
    private static final List<String> OPTIONS = List.of(CLOUD, ENDPOINT, IAM_ENDPOINT);

    @Override
    public String provider() {
        return HuaweiKey.PROVIDER;
    }

    @Override
    public List<String> forms() {
        return List.of(FORM, SCHEME + "{region}/-/{keyId}");
    }

    @Override
    public List<String> children() {
        return List.of(REGION, PROJECT_ID, KEY_ID, CLOUD, ENDPOINT, IAM_ENDPOINT);
    }

    @Override
    public List<String> options() {
        return OPTIONS;
    }

    @Override
    public Set<String> expectations() {
        return Set.of("usage", "spec", "alias", "region", "origin", "rotation");
    }

    @Override
    public Map<String, Set<String>> words() {
        return Map.of("usage", HuaweiWords.USAGE.accepted(), "origin", HuaweiWords.ORIGIN.accepted());
    }

    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        List<String> parts = reference.startsWith(SCHEME)
                ? List.of(reference.substring(SCHEME.length()).split("/", -1))
                : List.of();
        if (parts.size() != PATH.size()) {
            throw new InvalidInputException(
                    "reference", reference, FORM + ", with - for a project that is to be looked up");
        }
        Map<String, String> values = new HashMap<>(options);
        for (int i = 0; i < PATH.size(); i++) {
            values.put(PATH.get(i), parts.get(i));
        }
        return new HuaweiFields(values, "", " of " + FORM).key().reference();
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        return new HuaweiFields(children, "<huawei> <", ">").key().reference();
    }
}
