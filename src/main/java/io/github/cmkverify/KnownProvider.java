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
import java.util.ArrayList;
import java.util.List;

/**
 * The providers, in the order of the documentation. A new cloud is a constant here, the lines that the compiler then asks
 * for, and one room beside the others. Nothing of a room is loaded before a key of it is declared or pointed at: a switch
 * costs nothing for the others, where a lambda each would be linked in every build.
 */
enum KnownProvider {
    DATABRICKS(DatabricksSyntax.PROVIDER, DatabricksSyntax.BEGINNINGS),
    HUAWEI(HuaweiSyntax.PROVIDER, HuaweiSyntax.BEGINNINGS),
    AWS(AwsSyntax.PROVIDER, AwsSyntax.BEGINNINGS),
    GCP(GcpSyntax.PROVIDER, GcpSyntax.BEGINNINGS),
    AZURE(AzureSyntax.PROVIDER, AzureSyntax.BEGINNINGS),
    VAULT(VaultSyntax.PROVIDER, VaultSyntax.BEGINNINGS);

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // makes what holds nothing
    private final KeySyntax syntax;

    /** Both are constants of the room, which the compiler copies: a room that nobody needs is not loaded for them. */
    KnownProvider(String id, String beginnings) {
        this.id = id;
        this.syntax = new SyntaxOnDemand(this, beginnings);
    }

    /** How the keys of all of them are written, in the same order. */
    static List<KeySyntax> syntaxes() {
        List<KeySyntax> syntaxes = new ArrayList<>();
        for (KnownProvider known : values()) {
            syntaxes.add(known.syntax);
        }
        return List.copyOf(syntaxes);
    }

    /** The id of the provider, and the name of its element. */
    String id() {
        return id;
    }

    /** How its keys are written. */
    KeySyntax syntax() {
        return syntax;
    }

    /** The syntax of the room. */
    KeySyntax loaded() {
        return switch (this) {
            case DATABRICKS -> new DatabricksSyntax();
            case HUAWEI -> new HuaweiSyntax();
            case AWS -> new AwsSyntax();
            case GCP -> new GcpSyntax();
            case AZURE -> new AzureSyntax();
            case VAULT -> new VaultSyntax();
        };
    }

    /** What asks it. */
    KeyProvider provider(ProviderContext context) {
        return switch (this) {
            case DATABRICKS -> new DatabricksProvider(context);
            case HUAWEI -> new HuaweiProvider(context);
            case AWS -> new AwsProvider(context);
            case GCP -> new GcpProvider(context);
            case AZURE -> new AzureProvider(context);
            case VAULT -> new VaultProvider(context);
        };
    }

    /** Its commands, for those whom a finding concerns. */
    Remedies remedies() {
        return switch (this) {
            case DATABRICKS -> new DatabricksRemedies();
            case HUAWEI -> new HuaweiRemedies();
            case AWS -> new AwsRemedies();
            case GCP -> new GcpRemedies();
            case AZURE -> new AzureRemedies();
            case VAULT -> new VaultRemedies();
        };
    }

    /** What decides where and in whose name it is asked, for answers that are reused. */
    PrincipalInputs inputs() {
        return switch (this) {
            case DATABRICKS -> DatabricksInputs.all();
            case HUAWEI -> HuaweiInputs.all();
            case AWS -> AwsInputs.all();
            case GCP -> GcpInputs.all();
            case AZURE -> AzureInputs.all();
            case VAULT -> VaultInputs.all();
        };
    }
}
