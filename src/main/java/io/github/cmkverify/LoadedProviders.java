package io.github.cmkverify;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.PrincipalInputs;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.verify.Providers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The providers of one run, each made when it is first needed. */
final class LoadedProviders implements Providers {
    private final List<ProviderTable.Line> lines;
    private final ProviderContext context;
    private final Map<String, KeyProvider> made = new ConcurrentHashMap<>();

    LoadedProviders(List<ProviderTable.Line> lines, ProviderContext context) {
        this.lines = lines;
        this.context = context;
    }

    private Optional<ProviderTable.Line> line(String provider) {
        return lines.stream()
                .filter(line -> line.syntax().provider().equals(provider))
                .findFirst();
    }

    @Override
    public Optional<KeySyntax> syntax(String provider) {
        return line(provider).map(ProviderTable.Line::syntax);
    }

    @Override
    public Optional<KeyProvider> find(String provider) {
        return line(provider)
                .map(line ->
                        made.computeIfAbsent(provider, id -> line.provider().apply(context)));
    }

    /** What decides where and in whose name a provider is asked. */
    Optional<PrincipalInputs> inputs(String provider) {
        return line(provider).map(line -> line.inputs().get());
    }

    /** The commands of a provider. */
    Optional<Remedies> remedies(String provider) {
        return line(provider).map(line -> line.remedies().get());
    }
}
