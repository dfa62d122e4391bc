package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.KeyProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A provider that misbehaves as none on a socket can: it throws, never comes back, or points on without an end. */
final class Cloud implements Providers, KeyProvider, KeySyntax {
    static final String NAME = "cloud";

    final List<KeyReference> asked = Collections.synchronizedList(new ArrayList<>());
    final List<Evidence> evidence = new ArrayList<>();
    private final Function<KeyReference, KeyAnswer> answers;

    Cloud(Function<KeyReference, KeyAnswer> answers) {
        this.answers = answers;
    }

    static KeyReference key(String name) {
        return new KeyReference(NAME, "cloud://" + name);
    }

    static KeyAnswer enabled() {
        return new KeyAnswer.Described(KeyFacts.of(KeyState.ENABLED, "Enabled").build());
    }

    static KeyAnswer pointsTo(KeyReference target) {
        return new KeyAnswer.PointsTo(KeyFacts.of(KeyState.UNKNOWN, "").build(), target);
    }

    @Override
    public Optional<KeySyntax> syntax(String id) {
        return id.equals(NAME) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<KeyProvider> find(String id) {
        return id.equals(NAME) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public void check(KeyReference reference) {}

    @Override
    public Asked ask(KeyReference reference, Duration budget) {
        asked.add(reference);
        return new Asked(reference, answers.apply(reference), List.copyOf(evidence));
    }

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public List<String> forms() {
        return List.of("cloud://{key}");
    }

    @Override
    public List<String> children() {
        return List.of("keyId");
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public Set<String> expectations() {
        return Set.of();
    }

    @Override
    public boolean claims(String reference) {
        return reference.startsWith("cloud://");
    }

    @Override
    public Optional<KeyReference> aliasQuestion(KeyReference key, String alias) {
        return Optional.of(key(alias));
    }

    @Override
    public KeyReference fromReference(String reference, Map<String, String> options) {
        return new KeyReference(NAME, reference);
    }

    @Override
    public KeyReference fromElement(Map<String, String> children) {
        return key(children.getOrDefault("keyId", ""));
    }
}
