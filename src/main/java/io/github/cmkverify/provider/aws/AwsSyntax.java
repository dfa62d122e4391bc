package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.EndpointUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the keys of AWS KMS are written. */
public final class AwsSyntax implements KeySyntax {
    /** Id of the provider. */
    public static final String PROVIDER = "aws";

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = AwsKey.ARN + " " + AwsKey.SCHEME + " " + AwsKey.ALIAS;

    static final String ENDPOINT = "endpoint";
    private static final String KEY_ID = "keyId";
    private static final String ALIAS = "alias";
    /** For ids that are read without one. */
    private static final String ANY_REGION = "us-east-1";

    private static final String REGION = "region";

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public List<String> forms() {
        return AwsKey.FORMS;
    }

    @Override
    public List<String> children() {
        return List.of(KEY_ID, REGION, ENDPOINT);
    }

    @Override
    public List<String> options() {
        return List.of(ENDPOINT);
    }

    @Override
    public Set<String> expectations() {
        return Set.of("usage", "spec", ALIAS, "region", "origin", KEY_ID);
    }

    @Override
    public Map<String, Set<String>> words() {
        return Map.of("usage", AwsWords.USAGE.accepted(), "origin", AwsWords.ORIGIN.accepted());
    }

    @Override
    public void checkExpectation(String name, String value) throws InvalidInputException {
        if (name.equals(ALIAS)) {
            expectedAlias(value);
        }
        if (name.equals(KEY_ID) && expectedKey(value).isAlias()) {
            throw new InvalidInputException(
                    "<" + KEY_ID + ">", value, "the ARN or id of a key; an alias belongs into <" + ALIAS + ">");
        }
    }

    private static AwsKey expectedKey(String value) throws InvalidInputException {
        return value.startsWith(AwsKey.ARN)
                ? AwsKey.of("<" + KEY_ID + ">", value)
                : AwsKey.ofRegion("<" + KEY_ID + ">", ANY_REGION, value);
    }

    private static String expectedAlias(String value) throws InvalidInputException {
        if (value.startsWith(AwsKey.ARN)) {
            throw new InvalidInputException(
                    "<" + ALIAS + ">",
                    value,
                    "alias/{name} without an ARN; it is looked up in the account and region of the key");
        }
        String alias = value.startsWith(AwsKey.ALIAS) ? value : AwsKey.ALIAS + value;
        return AwsKey.ofRegion("<" + ALIAS + ">", ANY_REGION, alias).id();
    }

    /** What is said of a key names no alias but the one that was asked for. */
    @Override
    public Optional<KeyReference> aliasQuestion(KeyReference key, String alias) {
        try {
            AwsKey asked = AwsKey.of("reference", key.text());
            String id = expectedAlias(alias);
            return asked.id().equals(id)
                    ? Optional.empty()
                    : Optional.of(new KeyReference(PROVIDER, asked.sibling(id), key.options()));
        } catch (InvalidInputException e) {
            return Optional.empty(); // no alias that a key of AWS can have
        }
    }

    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        AwsKey.of("reference", reference);
        return withEndpoint(new KeyReference(PROVIDER, reference), "option " + ENDPOINT, options);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        String id = children.getOrDefault(KEY_ID, "");
        String region = children.getOrDefault(REGION, "");
        String text = id.startsWith(AwsKey.ARN) || region.isEmpty() ? id : AwsKey.SCHEME + region + "/" + id;
        if (!id.isEmpty() && region.isEmpty() && !id.startsWith(AwsKey.ARN)) {
            throw new InvalidInputException("<" + REGION + ">", "", "a region of AWS, or an ARN as <" + KEY_ID + ">");
        }
        AwsKey key = AwsKey.of("<" + KEY_ID + ">", text);
        if (!region.isEmpty() && !region.equals(key.region())) {
            throw new InvalidInputException(
                    "<" + REGION + ">", region, "the region of the ARN, " + key.region() + ", or no <" + REGION + ">");
        }
        return withEndpoint(new KeyReference(PROVIDER, text), "<" + ENDPOINT + ">", children);
    }

    private static KeyReference withEndpoint(KeyReference reference, String where, Map<String, String> values)
            throws InvalidInputException {
        String endpoint = values.get(ENDPOINT);
        return endpoint == null ? reference : reference.with(ENDPOINT, EndpointUrl.normal(where, endpoint));
    }
}
