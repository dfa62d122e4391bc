package io.github.cmkverify.threats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import io.github.cmkverify.sim.VaultSim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login reads names a host: a file, a variable. A host without TLS, or of nobody's, gets no secret. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class CredentialHostsTest {
    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String OTC = "huawei://eu-de/-/" + ID;
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
    private static final String GCP = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/key";
    private static final String BRICKS = "databricks://acc00000-0000-4000-8000-000000000001/" + ID;

    @TempDir
    Path home;

    private Set<String> wanted(String provider, String reference, Map<String, String> variables)
            throws IOException, InvalidInputException {
        try (Simulator simulator = new Simulator(new VaultSim());
                Victim victim = new Victim(simulator.port(), home, variables)) {
            assertNotEquals(
                    Outcome.PASS, victim.ask(provider, reference, Map.of()).outcome());
            return victim.wanted();
        }
    }

    /** The file of a service account, or what federates another identity, with a host of the attacker in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'authorized_user','client_id':'c','client_secret':'s','refresh_token':'r','token_uri':'URL'}",
                "{'type':'external_account','audience':'//iam.googleapis.com/a',"
                        + "'subject_token_type':'urn:ietf:params:oauth:token-type:jwt','token_url':'URL',"
                        + "'credential_source':{'file':'FILE'}}",
                "{'type':'external_account','audience':'//iam.googleapis.com/a',"
                        + "'subject_token_type':'urn:ietf:params:oauth:token-type:jwt',"
                        + "'token_url':'https://sts.googleapis.com/v1/token','credential_source':{'url':'URL'}}",
                "{'type':'impersonated_service_account','service_account_impersonation_url':'URL',"
                        + "'source_credentials':{'type':'authorized_user','client_id':'c','client_secret':'s',"
                        + "'refresh_token':'r','token_uri':'URL'}}",
            })
    void aFileOfGooglesIsNoWayToAnotherHost(String content) throws Exception {
        Path subject = Files.writeString(home.resolve("subject"), "subject-token");
        for (String url : new String[] {
            "https://evil.example/v1/projects/-/serviceAccounts/a@b.iam.gserviceaccount.com:generateAccessToken",
            "https://sts.googleapis.com.evil.example/v1/token",
            "https://sts.googleapis.com@evil.example/v1/token",
            "https://bucket.storage.googleapis.com/v1/token",
            "http://sts.googleapis.com/v1/token",
            "http://169.254.169.254/latest/meta-data",
        }) {
            String json = content.replace('\'', '"').replace("URL", url).replace("FILE", subject.toString());
            Path file = Files.writeString(home.resolve("google.json"), json);
            Map<String, String> variables = new HashMap<>(Victim.VARIABLES);
            variables.put("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
            Set<String> wanted = wanted("gcp", GCP, variables);
            if (content.contains("'url':'URL'")) {
                wanted.remove("169.254.169.254:80"); // where AWS and Azure serve identities to machines of theirs
            }
            assertEquals(Set.of(), wanted, url);
        }
    }

    /** The file of a service account is named from outside, and still says only where Google's logins are. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://oauth2.googleapis.com", "https://accounts.google.com.evil"})
    void aServiceAccountIsNoWayToAnotherHost(String url) throws Exception {
        Path file = Files.writeString(home.resolve("google.json"), GcpSim.serviceAccount(url));
        assertEquals(Set.of(), wanted("gcp", GCP, Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString())));
    }

    /** What is sent in the clear is read on the way, whoever named the host. */
    @ParameterizedTest
    @CsvSource({
        "aws, AWS_ENDPOINT_URL_KMS, http://kms.corp.example",
        "aws, AWS_ENDPOINT_URL, http://169.254.169.254",
        "gcp, CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS, http://kms.corp.example",
        "huawei, HUAWEICLOUD_SDK_IAM_ENDPOINT, http://iam.corp.example",
        "huawei, HUAWEICLOUD_SDK_REGION_KMS_EU_DE, http://kms.corp.example",
        "vault, VAULT_ADDR, http://vault.corp.example",
        "vault, BAO_ADDR, http://169.254.169.254",
        "databricks, DATABRICKS_HOST, http://accounts.cloud.databricks.com",
        "databricks, ACTIONS_ID_TOKEN_REQUEST_URL, http://actions.githubusercontent.com/token",
        "azure, AZURE_AUTHORITY_HOST, http://login.corp.example",
    })
    void aVariableIsNoWayAroundTls(String provider, String variable, String url) throws Exception {
        Map<String, String> variables = new HashMap<>(Victim.VARIABLES);
        variables.put("AZURE_CLIENT_ID", "11111111-2222-4333-8444-555555555555");
        variables.put("AZURE_CLIENT_SECRET", "secret");
        variables.put("AZURE_TENANT_ID", "99999999-8888-4777-8666-555555555555");
        variables.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request-token");
        variables.put(variable, url);
        if (variable.startsWith("ACTIONS")) {
            variables.remove("DATABRICKS_CLIENT_SECRET");
        }
        String reference = Map.of(
                        "aws", ARN,
                        "gcp", GCP,
                        "huawei", OTC,
                        "vault", "vault://transit/key",
                        "databricks", BRICKS,
                        "azure", "https://demo-vault.vault.azure.net/keys/key")
                .getOrDefault(provider, "");
        String host = url.replaceFirst("http://([^/]*).*", "$1");
        Set<String> wanted = wanted(provider, reference, variables);
        assertEquals(
                Set.of(),
                Set.copyOf(wanted.stream()
                        .filter(name -> name.equals(host + ":80"))
                        .toList()));
    }

    /** OpenStack's variables are those of any cloud: a password of one is not sent to another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v3",
                "https://iam.eu-de.otc.t-systems.com.evil.example/v3",
                "https://iam.eu-de.otc.t-systems.com@evil.example/v3",
                "https://iam.cn-north-4.myhuaweicloud.com/v3",
                "http://evil.example/v3",
                "",
            })
    void aPasswordOfAnotherCloudStaysAtHome(String authUrl) throws Exception {
        Map<String, String> variables = Map.of(
                "OS_AUTH_URL", authUrl,
                "OS_USERNAME", "user",
                "OS_PASSWORD", "password",
                "OS_USER_DOMAIN_NAME", "domain");
        Set<String> wanted = wanted("huawei", OTC, variables);
        wanted.removeIf(host -> host.startsWith("169.254.169.254")); // the machine itself, without credentials
        assertEquals(Set.of(), wanted);
    }
}
