package io.github.cmkverify.faults;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.aws.AwsProvider;
import io.github.cmkverify.provider.azure.AzureProvider;
import io.github.cmkverify.provider.databricks.DatabricksProvider;
import io.github.cmkverify.provider.gcp.GcpProvider;
import io.github.cmkverify.provider.huawei.HuaweiProvider;
import io.github.cmkverify.provider.vault.VaultProvider;
import io.github.cmkverify.verify.Providers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The providers as a build has them. */
public final class TestProviders implements Providers {
    private static final Map<String, Function<ProviderContext, KeyProvider>> ALL = Map.of(
            "databricks", DatabricksProvider::new,
            "huawei", HuaweiProvider::new,
            "aws", AwsProvider::new,
            "gcp", GcpProvider::new,
            "azure", AzureProvider::new,
            "vault", VaultProvider::new);

    private final ProviderContext context;
    private final Map<String, KeyProvider> made = new ConcurrentHashMap<>();

    /** Providers of one run. */
    public TestProviders(ProviderContext context) {
        this.context = context;
    }

    @Override
    public Optional<KeySyntax> syntax(String provider) {
        return Clouds.syntaxes().stream()
                .filter(syntax -> syntax.provider().equals(provider))
                .findFirst();
    }

    @Override
    public Optional<KeyProvider> find(String provider) {
        return Optional.ofNullable(ALL.get(provider))
                .map(maker -> made.computeIfAbsent(provider, id -> maker.apply(context)));
    }
}
