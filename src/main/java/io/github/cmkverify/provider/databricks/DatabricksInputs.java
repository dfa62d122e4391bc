package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;

/** What decides where Databricks is asked, and in whose name. */
public final class DatabricksInputs {
    private DatabricksInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                List.of("DATABRICKS_HOST"),
                List.of(
                        "DATABRICKS_CLIENT_ID",
                        "DATABRICKS_CLIENT_SECRET",
                        "DATABRICKS_TOKEN",
                        "DATABRICKS_AUTH_TYPE",
                        "DATABRICKS_CONFIG_FILE",
                        "DATABRICKS_CONFIG_PROFILE",
                        "DATABRICKS_OIDC_TOKEN",
                        "DATABRICKS_OIDC_TOKEN_FILEPATH",
                        "ACTIONS_ID_TOKEN_REQUEST_URL",
                        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                        "TOKEN_AUDIENCE"),
                List.of("~/.databrickscfg", "$DATABRICKS_CONFIG_FILE", "$DATABRICKS_OIDC_TOKEN_FILEPATH"),
                // Names a variable that may be called anything.
                List.of("DATABRICKS_OIDC_TOKEN_ENV"),
                List.of());
    }
}
