package io.github.cmkverify.faults;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.azure.AzureSyntax;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.gcp.GcpSyntax;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import io.github.cmkverify.provider.vault.VaultSyntax;
import io.github.cmkverify.sim.AwsLoginSim;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.HuaweiSim;
import io.github.cmkverify.sim.SimulatedCloud;
import io.github.cmkverify.sim.VaultSim;
import java.util.List;
import java.util.Map;

/** What the conversations are about: the keys, and the clouds that have them. */
final class Clouds {
    /** What every conversation finds in its environment; the path of Google's file comes to it. */
    static final Map<String, String> VARIABLES = Map.of(
            "DATABRICKS_CLIENT_ID", "demo-client",
            "DATABRICKS_CLIENT_SECRET", "demo-secret",
            "AZURE_TENANT_ID", AzureSim.TENANT,
            "AZURE_CLIENT_ID", AzureSim.CLIENT,
            "AZURE_CLIENT_SECRET", AzureSim.SECRET,
            "VAULT_ADDR", "https://vault.example",
            "VAULT_ROLE_ID", "role",
            "VAULT_SECRET_ID", "secret",
            "NO_GCE_CHECK", "true");

    static final String UNKNOWN = "404f0000-0000-4000-8000-000000000001";

    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
    private static final String GCP_KEY = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/key";
    private static final String VAULT_URL = "https://demo-vault.vault.azure.net";

    static final KeyReference OTC = reference(new HuaweiSyntax(), "huawei://eu-de/-/" + ID);
    static final KeyReference TO_AWS = bricks("000000000001");
    static final KeyReference TO_GCP = bricks("000000000002");
    static final KeyReference TO_AZURE = bricks("000000000003");
    static final KeyReference NOWHERE = bricks("000000000404");
    static final KeyReference AWS = reference(new AwsSyntax(), ARN);
    static final KeyReference GCP = reference(new GcpSyntax(), GCP_KEY);
    static final KeyReference AZURE = reference(new AzureSyntax(), VAULT_URL + "/keys/key");
    static final KeyReference AZURE_DELETED = reference(new AzureSyntax(), VAULT_URL + "/keys/deleted");
    static final KeyReference VAULT = reference(new VaultSyntax(), "vault://transit/key");
    static final KeyReference VAULT_UNKNOWN = reference(new VaultSyntax(), "vault://transit/unknown");

    private Clouds() {}

    private static KeyReference bricks(String tail) {
        return reference(new DatabricksSyntax(), "databricks://" + ACCOUNT + "/c0000000-0000-4000-8000-" + tail);
    }

    private static KeyReference reference(KeySyntax syntax, String text) {
        try {
            return syntax.fromReference(text, Map.of());
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static SimulatedCloud[] all() {
        String configuration = "c0000000-0000-4000-8000-";
        Map<String, Object> google = Map.of("kms_key_id", GCP_KEY);
        Map<String, Object> azure = Map.of("key_vault_uri", VAULT_URL, "key_name", "key", "version", AzureSim.VERSION);
        DatabricksSim databricks = new DatabricksSim()
                .configuration(ACCOUNT, configuration + "000000000001", ARN)
                .configuration(ACCOUNT, configuration + "000000000002", Map.of("gcp_key_info", google))
                .configuration(ACCOUNT, configuration + "000000000003", Map.of("azure_key_info", azure))
                .workspace(
                        ACCOUNT,
                        5190001,
                        "finance",
                        Map.of("storage_customer_managed_key_id", configuration + "000000000001"));
        return new SimulatedCloud[] {
            new HuaweiSim()
                    .project("eu-de", PROJECT)
                    .user("domain", "user", "password")
                    .key(PROJECT, ID, "2"),
            databricks,
            new AwsSim().key(ARN, "Enabled").credentials(AwsLoginSim.ACCESS_KEY, AwsLoginSim.SECRET, AwsLoginSim.TOKEN),
            new AwsLoginSim(),
            new GcpSim().key(GCP_KEY, "ENABLED"),
            new AzureSim()
                    .challenge("Bearer authorization=\"https://login.microsoftonline.com/" + AzureSim.TENANT
                            + "\", resource=\"https://vault.azure.net\"")
                    .key("key", true)
                    .deleted("deleted", 4_000_000_000L),
            new VaultSim().key("transit/key").login("approle", Map.of("role_id", "role", "secret_id", "secret"))
        };
    }

    static List<KeySyntax> syntaxes() {
        return List.of(
                new DatabricksSyntax(),
                new HuaweiSyntax(),
                new AwsSyntax(),
                new GcpSyntax(),
                new AzureSyntax(),
                new VaultSyntax());
    }
}
