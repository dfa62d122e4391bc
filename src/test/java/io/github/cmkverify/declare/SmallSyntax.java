package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A syntax of the usual shape: required children make up the reference (a project that is left out is {@code -} in
 * it), optional ones become options.
 *
 * @param provider id of the provider
 * @param scheme what a reference begins with
 * @param required children that make up the reference
 * @param options children that become options
 * @param expectations what it can answer
 */
public record SmallSyntax(
        String provider, String scheme, List<String> required, List<String> options, Set<String> expectations)
        implements KeySyntax {
    /** Like Databricks, Huawei and AWS. */
    public static final List<KeySyntax> ALL = List.of(
            new SmallSyntax(
                    "databricks",
                    "databricks://",
                    List.of("accountId", "keyId"),
                    List.of("host"),
                    Set.of("useCases", "keyId")),
            new SmallSyntax(
                    "huawei",
                    "huawei://",
                    List.of("region", "projectId", "keyId"),
                    List.of("cloud", "endpoint"),
                    Set.of("usage", "alias", "rotation")),
            new SmallSyntax("aws", "arn:", List.of("keyId"), List.of("endpoint"), Set.of("usage", "region")));

    @Override
    public List<String> forms() {
        return List.of(scheme + "{" + String.join("}/{", required) + "}");
    }

    @Override
    public List<String> children() {
        List<String> all = new ArrayList<>(required);
        all.addAll(options);
        return all;
    }

    @Override
    public boolean claims(String reference) {
        return reference.startsWith(scheme);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> given) throws InvalidInputException {
        if (reference.length() == scheme.length() || reference.contains(" ")) {
            throw new InvalidInputException("reference", reference, forms().get(0));
        }
        return new KeyReference(provider, reference, new TreeMap<>(given));
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        List<String> parts = new ArrayList<>();
        for (String name : required) {
            String value = name.equals("projectId") ? children.getOrDefault(name, "-") : children.get(name);
            if (value == null) {
                throw new InvalidInputException("<" + provider + "> <" + name + ">", "", "an id");
            }
            parts.add(value);
        }
        TreeMap<String, String> given = new TreeMap<>(children);
        given.keySet().retainAll(options);
        String text = String.join("/", parts);
        return new KeyReference(provider, text.startsWith(scheme) ? text : scheme + text, given);
    }
}
