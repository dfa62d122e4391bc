package io.github.cmkverify.provider.vault;

import static io.github.cmkverify.provider.vault.VaultKey.ADDRESS;
import static io.github.cmkverify.provider.vault.VaultKey.NAMESPACE;
import static io.github.cmkverify.provider.vault.VaultKey.SCHEME;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How a transit key is written: {@code vault://{mount}/{name}}. */
public final class VaultSyntax implements KeySyntax {
    /** Its id. */
    public static final String PROVIDER = VaultKey.PROVIDER;

    /** How a reference to a key of it begins. */
    public static final String BEGINNINGS = PROVIDER + ":";

    private static final String KEY_ID = "keyId";
    private static final String FORM = "{mount}/{name}";
    private static final String KEY_ACCEPTED =
            FORM + ", the mount of a transit engine and the name of a key in it, like"
                    + " transit/orders; a mount may have several segments";
    private static final String NAMESPACE_ACCEPTED = "a namespace like team-a or team-a/project-b";
    private static final int LONGEST = 512;

    /** A segment of a path: no dots alone, nothing that would have to be encoded. */
    private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9_.~-]*";

    /** What transit itself accepts as a name: word characters, with dots and hyphens between them. */
    private static final String NAME = "[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?";

    /** Compiled where a key of Vault is read; the syntax itself is loaded in every build. */
    private static final class Patterns {
        static final Pattern KEY = Pattern.compile("(" + SEGMENT + "/)+" + NAME);
        static final Pattern NAMESPACES = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*");
    }

    @Override
    public String provider() {
        return VaultKey.PROVIDER;
    }

    @Override
    public List<String> forms() {
        return List.of(SCHEME + FORM);
    }

    @Override
    public List<String> children() {
        return List.of(KEY_ID, ADDRESS, NAMESPACE);
    }

    @Override
    public List<String> options() {
        return List.of(ADDRESS, NAMESPACE);
    }

    @Override
    public Set<String> expectations() {
        return Set.of("usage", "spec", "alias", "origin", "rotation");
    }

    @Override
    public Map<String, Set<String>> words() {
        Set<String> origins = new TreeSet<>(VaultWords.ORIGIN.accepted());
        origins.add(Vocabulary.ORIGIN_EXTERNAL_STORE);
        return Map.of("usage", VaultWords.accepted(), "origin", origins);
    }

    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, BEGINNINGS);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        if (!reference.startsWith(SCHEME)) {
            throw new InvalidInputException("reference", reference, SCHEME + FORM);
        }
        return read("reference", reference.substring(SCHEME.length()), options, name -> "option " + name);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        return read("<vault> <keyId>", children.getOrDefault(KEY_ID, ""), children, name -> "<vault> <" + name + ">");
    }

    private static KeyReference read(String where, String id, Map<String, String> values, UnaryOperator<String> place)
            throws InvalidInputException {
        if (id.length() > LONGEST || !Patterns.KEY.matcher(id).matches()) {
            throw new InvalidInputException(where, id, KEY_ACCEPTED + slip(id));
        }
        int slash = id.lastIndexOf('/');
        String address = values.get(ADDRESS);
        String namespace = values.get(NAMESPACE);
        return new VaultKey(
                        id.substring(0, slash),
                        id.substring(slash + 1),
                        address == null ? null : address(place.apply(ADDRESS), address),
                        namespace == null ? null : namespace(place.apply(NAMESPACE), namespace))
                .reference();
    }

    private static String slip(String id) {
        if (id.contains("${")) {
            return "; the property in it has no value";
        }
        return id.contains("://") ? "; the address belongs into <address>" : "";
    }

    private static String address(String where, String written) throws InvalidInputException {
        return VaultAddress.read(written)
                .orElseThrow(() -> new InvalidInputException(where, shown(written), VaultAddress.ACCEPTED))
                .url();
    }

    /** A namespace without slashes at its ends, as the header takes it. */
    static String namespace(String where, String written) throws InvalidInputException {
        String bare = written.strip().replaceAll("^/+|/+$", "");
        if (bare.length() > LONGEST || !Patterns.NAMESPACES.matcher(bare).matches()) {
            throw new InvalidInputException(where, written, NAMESPACE_ACCEPTED);
        }
        return bare;
    }

    /** What was written, without a password. */
    static String shown(String written) {
        return written.replaceAll("//.*@", "//…@");
    }
}
