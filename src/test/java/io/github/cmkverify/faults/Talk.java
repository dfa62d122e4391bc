package io.github.cmkverify.faults;

import static io.github.cmkverify.faults.Step.Role.ADDS;
import static io.github.cmkverify.faults.Step.Role.DECIDES;
import static io.github.cmkverify.faults.Step.Role.LEADS;
import static io.github.cmkverify.faults.Step.Role.LEADS_BY_HEADER;
import static io.github.cmkverify.faults.Step.Role.LEADS_BY_LIBRARY;
import static io.github.cmkverify.faults.Step.Role.LEADS_ONCE;

import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.GcpSim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A conversation about one key.
 *
 * @param name for the report
 * @param reference what is declared
 * @param variables of the environment, beyond {@link Clouds#VARIABLES}
 * @param healthy the verdict where nothing goes wrong
 * @param steps all requests of it
 */
record Talk(String name, KeyReference reference, Map<String, String> variables, String healthy, List<Step> steps) {
    static final String PASS = "PASS";
    static final String MISSING = "FAIL missing";

    /** All hosts that are asked. */
    static final String[] HOSTS = {
        "kms.eu-de.otc.t-systems.com",
        "iam.eu-de.otc.t-systems.com",
        "accounts.cloud.databricks.com",
        "kms.us-west-2.amazonaws.com",
        "sts.us-west-2.amazonaws.com",
        "cloudkms.googleapis.com",
        "oauth2.googleapis.com",
        "demo-vault.vault.azure.net",
        "login.microsoftonline.com",
        "vault.example",
    };

    private static final Map<String, String> AWS_PAIR = Map.of(
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static final Map<String, String> OTC_USER = Map.of(
            "OS_AUTH_URL", "https://iam.eu-de.otc.t-systems.com/v3",
            "OS_USERNAME", "user",
            "OS_PASSWORD", "password",
            "OS_USER_DOMAIN_NAME", "domain");
    private static final Map<String, String> OTC_PAIR =
            Map.of("HUAWEICLOUD_SDK_AK", "AKTEST", "HUAWEICLOUD_SDK_SK", "SKTEST");

    private static final String OTC_ABSENT =
            "404 Not Found\n{\"error\":{\"error_code\":\"KMS.0207\",\"error_msg\":\"The key does not exist.\"}}";
    private static final String AWS_ABSENT =
            "400 Bad Request\n{\"__type\":\"NotFoundException\",\"message\":\"Key does not exist\"}";
    private static final String GCP_ABSENT =
            "404 Not Found\n" + GcpSim.errorBody(404, "NOT_FOUND", "CryptoKey " + Clouds.GCP.text() + " not found.");
    private static final String AZURE_ABSENT = "404 Not Found\n" + AzureSim.error("KeyNotFound", "", "Not found");
    private static final String VAULT_ABSENT = "404 Not Found\n{\"errors\":[]}";
    private static final String BRICKS_ABSENT =
            "404 Not Found\n{\"error_code\":\"NOT_FOUND\",\"message\":\"It does not exist\"}";

    /** What a talk asks only when one of its answers is spoilt. */
    private static final Step OTHER = Step.of("another step", "", "", "", LEADS, OTC_ABSENT);

    private static final Step OTC_TOKEN =
            Step.of("token", "^POST /v3/auth/tokens", "id", "\"" + "0".repeat(32) + "\"", LEADS_ONCE, OTC_ABSENT);
    private static final Step OTC_PROJECT =
            Step.of("project", "^GET /v3/projects", "id", "\"" + "0".repeat(32) + "\"", LEADS, OTC_ABSENT);
    private static final Step OTC_KEY =
            Step.of("describe", "/kms/describe-key", "key_state", "\"4\"", DECIDES, OTC_ABSENT);

    private static final Step AWS_STS =
            Step.of("token", "Action=AssumeRoleWithWebIdentity", "", "", LEADS_BY_LIBRARY, AWS_ABSENT);
    private static final Step AWS_KEY = Step.of(
            "describe",
            "(?i)x-amz-target: TrentService.DescribeKey",
            "KeyState",
            "\"PendingDeletion\"",
            DECIDES,
            AWS_ABSENT);

    private static final Step GCP_TOKEN =
            Step.of("token", "^POST /gcp-token", "access_token", "\"x\"", LEADS_BY_LIBRARY, GCP_ABSENT);
    private static final Step GCP_KEY = Step.of(
            "describe", "^GET /v1/projects/\\S*/cryptoKeys/[^/ ]+ ", "state", "\"DISABLED\"", DECIDES, GCP_ABSENT);
    private static final Step GCP_VERSIONS = Step.of(
            "list of versions", "^GET /v1/projects/\\S*/cryptoKeyVersions", "state", "\"DISABLED\"", ADDS, GCP_ABSENT);

    private static final Step AZURE_CHALLENGE =
            Step.of("challenge", "^GET /keys/(?!.*\nAuthorization: )", "code", "\"x\"", LEADS_BY_HEADER, AZURE_ABSENT);
    private static final Step AZURE_TOKEN =
            Step.of("token", "/oauth2/v2.0/token", "access_token", "\"x\"", LEADS, AZURE_ABSENT);
    private static final Step AZURE_KEY =
            Step.of("describe", "^GET /keys/.*\nAuthorization: ", "enabled", "false", DECIDES, AZURE_ABSENT);
    private static final Step AZURE_DELETED =
            Step.of("deleted keys", "^GET /deletedkeys/", "scheduledPurgeDate", "1", DECIDES, AZURE_ABSENT);

    private static final Step VAULT_TOKEN =
            Step.of("token", "^POST /v1/auth/approle/login", "client_token", "\"x\"", LEADS_ONCE, VAULT_ABSENT);
    private static final Step VAULT_KEY =
            Step.of("describe", "^GET /v1/transit/keys/", "latest_version", "0", DECIDES, VAULT_ABSENT);
    private static final Step VAULT_MOUNT =
            Step.of("mount", "^GET /v1/sys/internal/ui/mounts/", "type", "\"kv\"", DECIDES, VAULT_ABSENT);

    private static final Step BRICKS_TOKEN =
            Step.of("token", "/v1/token", "access_token", "\"x\"", LEADS, BRICKS_ABSENT);
    private static final Step BRICKS_KEY = Step.of(
            "describe",
            "/customer-managed-keys/",
            "account_id",
            "\"00000000-0000-4000-8000-000000000000\"",
            DECIDES,
            BRICKS_ABSENT);
    private static final Step BRICKS_WORKSPACES =
            Step.of("workspaces", "/workspaces", "account_id", "\"x\"", ADDS, BRICKS_ABSENT);
    private static final Step BRICKS_LIST = Step.of(
            "list",
            "/customer-managed-keys ",
            "customer_managed_key_id",
            "\"" + Clouds.UNKNOWN + "\"",
            DECIDES,
            BRICKS_ABSENT);

    /** All of them. */
    static List<Talk> all() {
        return List.of(
                talk("huawei, user", Clouds.OTC, OTC_USER, PASS, OTC_TOKEN, OTC_KEY),
                talk("huawei, access key", Clouds.OTC, OTC_PAIR, PASS, OTC_PROJECT, OTC_KEY),
                bricks("databricks → aws", Clouds.TO_AWS, AWS_PAIR, AWS_KEY),
                bricks("databricks → gcp", Clouds.TO_GCP, Map.of(), GCP_TOKEN, GCP_KEY, GCP_VERSIONS),
                bricks("databricks → azure", Clouds.TO_AZURE, Map.of(), AZURE_CHALLENGE, AZURE_TOKEN, AZURE_KEY),
                talk("databricks, unknown", Clouds.NOWHERE, Map.of(), MISSING, BRICKS_TOKEN, BRICKS_KEY, BRICKS_LIST),
                talk("aws", Clouds.AWS, AWS_PAIR, PASS, AWS_KEY),
                talk("aws, web identity", Clouds.AWS, Map.of(), PASS, AWS_STS, AWS_KEY),
                talk("gcp", Clouds.GCP, Map.of(), PASS, GCP_TOKEN, GCP_KEY, GCP_VERSIONS),
                talk("azure", Clouds.AZURE, Map.of(), PASS, AZURE_CHALLENGE, AZURE_TOKEN, AZURE_KEY),
                talk(
                        "azure, deleted",
                        Clouds.AZURE_DELETED,
                        Map.of(),
                        "FAIL scheduled-for-deletion",
                        AZURE_CHALLENGE,
                        AZURE_TOKEN,
                        AZURE_KEY,
                        AZURE_DELETED),
                talk("vault", Clouds.VAULT, Map.of(), PASS, VAULT_TOKEN, VAULT_KEY),
                talk("vault, unknown", Clouds.VAULT_UNKNOWN, Map.of(), MISSING, VAULT_TOKEN, VAULT_KEY, VAULT_MOUNT));
    }

    private static Talk talk(
            String name, KeyReference reference, Map<String, String> variables, String healthy, Step... steps) {
        return new Talk(name, reference, variables, healthy, List.of(steps));
    }

    private static Talk bricks(String name, KeyReference reference, Map<String, String> variables, Step... second) {
        List<Step> steps = new ArrayList<>(List.of(BRICKS_TOKEN, BRICKS_KEY, BRICKS_WORKSPACES));
        for (Step step : second) {
            steps.add(step.named("second link, " + step.name()));
        }
        return new Talk(name, reference, variables, PASS, List.copyOf(steps));
    }

    Step stepOf(Message request) {
        return steps.stream()
                .filter(step -> step.isAskedBy(request))
                .findFirst()
                .orElse(OTHER);
    }

    /** The steps that no earlier talk has: a talk that begins like another one is broken where they part. */
    List<Step> own() {
        return switch (name) {
            case "huawei, access key", "aws, web identity" -> steps.subList(0, 1);
            case "databricks → gcp", "databricks → azure" -> steps.subList(3, steps.size());
            case "databricks, unknown" -> steps.subList(1, steps.size());
            case "azure, deleted", "vault, unknown" -> steps.subList(steps.size() - 1, steps.size());
            default -> steps;
        };
    }

    /** Whether a doubled field of the answer to a step means anything. */
    boolean canDouble(Step step) {
        boolean absent = !healthy.equals(PASS)
                && Set.of(BRICKS_KEY, AZURE_KEY, VAULT_KEY).contains(step);
        return !step.state().isEmpty() && !absent;
    }
}
