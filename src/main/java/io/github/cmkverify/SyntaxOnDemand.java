package io.github.cmkverify;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which elements and references are a provider's, and has its room loaded for the first of them. */
final class SyntaxOnDemand implements KeySyntax {
    private final KnownProvider known;
    private final String beginnings;
    private volatile @Nullable KeySyntax loaded;

    SyntaxOnDemand(KnownProvider known, String beginnings) {
        this.known = known;
        this.beginnings = beginnings;
    }

    private KeySyntax room() {
        KeySyntax syntax = loaded;
        if (syntax == null) {
            syntax = known.loaded();
            loaded = syntax;
        }
        return syntax;
    }

    @Override
    public String provider() {
        return known.id();
    }

    @Override
    public boolean claims(String reference) {
        return KeySyntax.begins(reference, beginnings);
    }

    @Override
    public List<String> forms() {
        return room().forms();
    }

    @Override
    public List<String> children() {
        return room().children();
    }

    @Override
    public List<String> options() {
        return room().options();
    }

    @Override
    public Set<String> expectations() {
        return room().expectations();
    }

    @Override
    public List<String> pointsTo() {
        return room().pointsTo();
    }

    @Override
    public Map<String, Set<String>> words() {
        return room().words();
    }

    @Override
    public void checkExpectation(String name, String value) throws InvalidInputException {
        room().checkExpectation(name, value);
    }

    @Override
    public Optional<KeyReference> aliasQuestion(KeyReference key, String alias) {
        return room().aliasQuestion(key, alias);
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) throws InvalidInputException {
        return room().fromReference(reference, options);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) throws InvalidInputException {
        return room().fromElement(children);
    }
}
