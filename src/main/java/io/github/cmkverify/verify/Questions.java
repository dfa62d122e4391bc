package io.github.cmkverify.verify;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.KeyProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks each question once a build: what one module was told serves the others for {@link #SERVES}. */
final class Questions {
    /** How long an answer serves the modules of a build; a long build should notice a key that dies meanwhile. */
    static final Duration SERVES = Duration.ofMinutes(5);

    private final Providers providers;
    private final BuildMemory memory;
    private final Clock clock;

    Questions(Providers providers, BuildMemory memory, Clock clock) {
        this.providers = providers;
        this.memory = memory;
        this.clock = clock;
    }

    /** Tells each provider which of its keys will be asked. */
    void announce(Collection<KeyReference> references) {
        Map<String, List<KeyReference>> byProvider = new HashMap<>();
        for (KeyReference reference : references) {
            String provider = reference.provider();
            byProvider.putIfAbsent(provider, new ArrayList<>());
            byProvider.get(provider).add(reference);
        }
        for (Map.Entry<String, List<KeyReference>> keys : byProvider.entrySet()) {
            announce(keys.getKey(), keys.getValue());
        }
    }

    private void announce(String provider, List<KeyReference> keys) {
        try {
            Optional<KeyProvider> found = providers.find(provider);
            if (found.isPresent()) {
                found.get().announce(keys);
            }
        } catch (RuntimeException | LinkageError e) {
            return; // asking it tells what is wrong
        }
    }

    /** Asks, or takes what another module was told. Throws nothing. */
    Asked ask(KeyReference reference, Duration budget) {
        Map<String, Object> kept = memory.once(
                key(reference),
                budget,
                this::outdated,
                () -> SharedAnswer.of(askProvider(reference, budget), clock.instant()));
        return kept == null
                ? undetermined(reference, Cause.OUT_OF_TIME, "")
                : SharedAnswer.read(kept).asked();
    }

    /** What another module was told, where that still serves; {@code null} where it is to be asked. */
    @Nullable Asked known(KeyReference reference) {
        Map<String, Object> kept = memory.known(key(reference));
        return kept == null || outdated(kept) ? null : SharedAnswer.read(kept).asked();
    }

    /** Where a reference is asked; where that cannot be told, its provider. */
    String address(KeyReference reference) {
        try {
            Optional<KeyProvider> provider = providers.find(reference.provider());
            return provider.isEmpty() ? reference.provider() : provider.get().address(reference);
        } catch (InvalidInputException | RuntimeException | LinkageError e) {
            return reference.provider(); // asking it tells what is wrong
        }
    }

    /**
     * A reference that came out of an answer, as its provider writes it: what an answer says is held to the same form
     * as what a person says, and never has options.
     */
    Optional<KeyReference> reread(KeyReference target) {
        Optional<KeySyntax> syntax = providers.syntax(target.provider());
        if (syntax.isEmpty() || !syntax.get().claims(target.text())) {
            return Optional.empty();
        }
        try {
            return Optional.of(syntax.get().fromReference(target.text(), Map.of()));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The question that tells which key an alias stands for; empty where none is needed. */
    Optional<KeyReference> aliasQuestion(KeyReference key, String alias) {
        return providers.syntax(key.provider()).flatMap(syntax -> syntax.aliasQuestion(key, alias));
    }

    static Asked undetermined(KeyReference reference, Cause cause, String said) {
        return new Asked(reference, new KeyAnswer.Undetermined(cause, null, said), List.of());
    }

    private Asked askProvider(KeyReference reference, Duration budget) {
        try {
            Optional<KeyProvider> provider = providers.find(reference.provider());
            return provider.isEmpty()
                    ? undetermined(reference, Cause.POINTS_NOWHERE, reference.provider())
                    : provider.get().ask(reference, budget);
        } catch (RuntimeException | LinkageError e) {
            // A defect of ours. Its message may hold anything, its class name does not.
            return undetermined(reference, Cause.INTERNAL_FAULT, e.getClass().getName());
        }
    }

    private boolean outdated(Map<String, Object> kept) {
        SharedAnswer answer = SharedAnswer.read(kept);
        return answer.askedAt().plus(SERVES).isBefore(clock.instant())
                // The other module ran out of its time; this one still has some.
                || (answer.asked().answer() instanceof KeyAnswer.Undetermined doubt
                        && doubt.cause() == Cause.OUT_OF_TIME);
    }

    private static String key(KeyReference reference) {
        return "answer:" + reference.provider() + "\n" + reference.text() + "\n" + reference.options();
    }
}
