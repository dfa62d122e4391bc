package io.github.cmkverify;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.aws.AwsProvider;
import io.github.cmkverify.provider.aws.AwsRemedies;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.azure.AzureProvider;
import io.github.cmkverify.provider.azure.AzureRemedies;
import io.github.cmkverify.provider.azure.AzureSyntax;
import io.github.cmkverify.provider.databricks.DatabricksProvider;
import io.github.cmkverify.provider.databricks.DatabricksRemedies;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.gcp.GcpProvider;
import io.github.cmkverify.provider.gcp.GcpRemedies;
import io.github.cmkverify.provider.gcp.GcpSyntax;
import io.github.cmkverify.provider.huawei.HuaweiProvider;
import io.github.cmkverify.provider.huawei.HuaweiRemedies;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import io.github.cmkverify.provider.vault.VaultProvider;
import io.github.cmkverify.provider.vault.VaultRemedies;
import io.github.cmkverify.provider.vault.VaultSyntax;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The providers, one line each. A new cloud is one line here and one room beside the others. */
final class ProviderTable {
    /**
     * One provider.
     *
     * @param syntax how its keys are written
     * @param remedies its commands, loaded when a finding needs them
     * @param provider what asks it, loaded when a key of it is declared or pointed at
     */
    record Line(KeySyntax syntax, Supplier<Remedies> remedies, Function<ProviderContext, KeyProvider> provider) {}

    private ProviderTable() {}

    /** All of them, in the order of the documentation. */
    static List<Line> lines() {
        return List.of(
                new Line(new DatabricksSyntax(), DatabricksRemedies::new, DatabricksProvider::new),
                new Line(new HuaweiSyntax(), HuaweiRemedies::new, HuaweiProvider::new),
                new Line(new AwsSyntax(), AwsRemedies::new, AwsProvider::new),
                new Line(new GcpSyntax(), GcpRemedies::new, GcpProvider::new),
                new Line(new AzureSyntax(), AzureRemedies::new, AzureProvider::new),
                new Line(new VaultSyntax(), VaultRemedies::new, VaultProvider::new));
    }

    /** How the keys of all of them are written, in the same order. */
    static List<KeySyntax> syntaxes() {
        return lines().stream().map(Line::syntax).toList();
    }
}
