package io.github.cmkverify;

import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Remedies;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.PrincipalInputs;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.aws.AwsInputs;
import io.github.cmkverify.provider.aws.AwsProvider;
import io.github.cmkverify.provider.aws.AwsRemedies;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.azure.AzureInputs;
import io.github.cmkverify.provider.azure.AzureProvider;
import io.github.cmkverify.provider.azure.AzureRemedies;
import io.github.cmkverify.provider.azure.AzureSyntax;
import io.github.cmkverify.provider.databricks.DatabricksInputs;
import io.github.cmkverify.provider.databricks.DatabricksProvider;
import io.github.cmkverify.provider.databricks.DatabricksRemedies;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.gcp.GcpInputs;
import io.github.cmkverify.provider.gcp.GcpProvider;
import io.github.cmkverify.provider.gcp.GcpRemedies;
import io.github.cmkverify.provider.gcp.GcpSyntax;
import io.github.cmkverify.provider.huawei.HuaweiInputs;
import io.github.cmkverify.provider.huawei.HuaweiProvider;
import io.github.cmkverify.provider.huawei.HuaweiRemedies;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import io.github.cmkverify.provider.vault.VaultInputs;
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
     * @param inputs what decides where and in whose name it is asked, loaded when answers are reused
     */
    record Line(
            KeySyntax syntax,
            Supplier<Remedies> remedies,
            Function<ProviderContext, KeyProvider> provider,
            Supplier<PrincipalInputs> inputs) {}

    private ProviderTable() {}

    /**
     * All of them, in the order of the documentation. Lambdas, because a constructor reference loads its class with the
     * table.
     */
    static List<Line> lines() {
        return List.of(
                new Line(
                        new DatabricksSyntax(),
                        () -> new DatabricksRemedies(),
                        context -> new DatabricksProvider(context),
                        () -> DatabricksInputs.all()),
                new Line(
                        new HuaweiSyntax(),
                        () -> new HuaweiRemedies(),
                        context -> new HuaweiProvider(context),
                        () -> HuaweiInputs.all()),
                new Line(
                        new AwsSyntax(),
                        () -> new AwsRemedies(),
                        context -> new AwsProvider(context),
                        () -> AwsInputs.all()),
                new Line(
                        new GcpSyntax(),
                        () -> new GcpRemedies(),
                        context -> new GcpProvider(context),
                        () -> GcpInputs.all()),
                new Line(
                        new AzureSyntax(),
                        () -> new AzureRemedies(),
                        context -> new AzureProvider(context),
                        () -> AzureInputs.all()),
                new Line(
                        new VaultSyntax(),
                        () -> new VaultRemedies(),
                        context -> new VaultProvider(context),
                        () -> VaultInputs.all()));
    }

    /** How the keys of all of them are written, in the same order. */
    static List<KeySyntax> syntaxes() {
        return lines().stream().map(Line::syntax).toList();
    }
}
