package io.github.cmkverify;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.PrincipalInputs;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.verify.Providers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The providers of one run, each made when it is first needed. Thread-safe. */
final class LoadedProviders implements Providers {
    private final ProviderContext context;
    private final Map<KnownProvider, KeyProvider> made = new EnumMap<>(KnownProvider.class);

    LoadedProviders(ProviderContext context) {
        this.context = context;
    }

    private static @Nullable KnownProvider known(String provider) {
        for (KnownProvider known : KnownProvider.values()) {
            if (known.id().equals(provider)) {
                return known;
            }
        }
        return null;
    }

    @Override
    public Optional<KeySyntax> syntax(String provider) {
        KnownProvider known = known(provider);
        return known == null ? Optional.empty() : Optional.of(known.syntax());
    }

    @Override
    public Optional<KeyProvider> find(String provider) {
        KnownProvider known = known(provider);
        return known == null ? Optional.empty() : Optional.of(provider(known));
    }

    private KeyProvider provider(KnownProvider known) {
        synchronized (made) {
            KeyProvider provider = made.get(known);
            if (provider == null) {
                provider = known.provider(context);
                made.put(known, provider);
            }
            return provider;
        }
    }

    /** What decides where and in whose name a provider is asked. */
    Optional<PrincipalInputs> inputs(String provider) {
        KnownProvider known = known(provider);
        return known == null ? Optional.empty() : Optional.of(known.inputs());
    }

    /** The commands of a provider; of one that nobody knows, none. */
    Remedies remedies(String provider) {
        KnownProvider known = known(provider);
        return known == null ? Remedies.NONE : known.remedies();
    }
}
