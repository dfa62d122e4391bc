package io.github.cmkverify.provider.azure;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;

/** What decides where Azure is asked, and in whose name. The profile of the Azure CLI names who is logged in. */
public final class AzureInputs {
    private AzureInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                List.of("AZURE_AUTHORITY_HOST"),
                List.of(
                        "AZURE_CLIENT_ID",
                        "AZURE_TENANT_ID",
                        "AZURE_CLIENT_SECRET",
                        "AZURE_CLIENT_CERTIFICATE_PATH",
                        "AZURE_FEDERATED_TOKEN_FILE",
                        "AZURE_TOKEN_CREDENTIALS",
                        "AZURE_POD_IDENTITY_AUTHORITY_HOST",
                        "IDENTITY_ENDPOINT",
                        "IDENTITY_HEADER"),
                List.of(
                        "$AZURE_FEDERATED_TOKEN_FILE",
                        "$AZURE_CONFIG_DIR/azureProfile.json",
                        "$AZURE_CONFIG_DIR/clouds.config",
                        "~/.azure/azureProfile.json",
                        "~/.azure/clouds.config"),
                List.of(),
                List.of());
    }
}
