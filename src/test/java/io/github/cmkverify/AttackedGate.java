package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.Servers;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.azure.AzureSyntax;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.gcp.GcpSyntax;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import io.github.cmkverify.provider.vault.VaultSyntax;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.Origin;
import io.github.cmkverify.report.ReportFormat;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.HuaweiSim;
import io.github.cmkverify.sim.SimulatedCloud;
import io.github.cmkverify.sim.Simulator;
import io.github.cmkverify.sim.VaultSim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A run of the gate about a usable and an unknown key of every cloud, whose answers somebody changes on their way. */
final class AttackedGate implements AutoCloseable {
    static final String HUAWEI_PASSWORD = "pass+word/of=huawei";
    static final String VAULT_SECRET = "secret+id/of=vault";

    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String UNKNOWN = "404f0000-0000-4000-8000-000000000001";
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/";
    private static final String GCP = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/";

    private final Path folder;
    private final Simulator simulator;

    /**
     * @param folder for all that is written
     * @param change of an answer that a healthy service gives to a request
     */
    AttackedGate(Path folder, BiFunction<RecordedRequest, MockResponse, MockResponse> change) {
        this.folder = folder;
        SimulatedCloud[] healthy = {
            new HuaweiSim().key(PROJECT, ID, "2").project("eu-de", PROJECT).user("domain", "user", HUAWEI_PASSWORD),
            new DatabricksSim()
                    .configuration(ACCOUNT, ID, ARN + ID)
                    .workspace(ACCOUNT, 5190001, "finance", Map.of("storage_customer_managed_key_id", UNKNOWN)),
            new AwsSim().key(ARN + ID, "Enabled"),
            new GcpSim().key(GCP + ID, "ENABLED"),
            new AzureSim().key("key", true),
            new VaultSim().key("transit/key").login("approle", Map.of("role_id", "role", "secret_id", VAULT_SECRET))
        };
        SimulatedCloud[] changed = Stream.of(healthy)
                .map(cloud -> (SimulatedCloud) request -> {
                    MockResponse answer = cloud.answer(request);
                    return answer == null ? null : change.apply(request, answer);
                })
                .toArray(SimulatedCloud[]::new);
        simulator = new Simulator(changed);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "OS_AUTH_URL",
                simulator.url() + "/v3",
                "OS_USERNAME",
                "user",
                "OS_PASSWORD",
                HUAWEI_PASSWORD,
                "OS_USER_DOMAIN_NAME",
                "domain",
                "AWS_ENDPOINT_URL_KMS",
                simulator.url(),
                "AWS_ACCESS_KEY_ID",
                AwsSim.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                AwsSim.SECRET));
        variables.putAll(Map.of(
                "DATABRICKS_CLIENT_ID",
                "demo-client",
                "DATABRICKS_CLIENT_SECRET",
                "demo-secret",
                "CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS",
                simulator.url(),
                "AZURE_AUTHORITY_HOST",
                simulator.url(),
                "AZURE_TENANT_ID",
                AzureSim.TENANT,
                "AZURE_CLIENT_ID",
                AzureSim.CLIENT,
                "AZURE_CLIENT_SECRET",
                AzureSim.SECRET));
        variables.putAll(Map.of(
                "VAULT_ADDR",
                simulator.url(),
                "VAULT_ROLE_ID",
                "role",
                "VAULT_SECRET_ID",
                VAULT_SECRET,
                "GITHUB_STEP_SUMMARY",
                folder.resolve("summary.md").toString()));
        return variables;
    }

    private List<DeclaredKey> keys() {
        Map<String, String> huawei = Map.of("endpoint", simulator.url(), "iamEndpoint", simulator.url());
        Map<String, String> databricks = Map.of("host", simulator.url());
        List<DeclaredKey> keys = new ArrayList<>();
        for (String id : List.of(ID, UNKNOWN)) {
            String name = id.equals(ID) ? "key" : "unknown";
            keys.add(key(new HuaweiSyntax(), "huawei://eu-de/-/" + id, huawei));
            keys.add(key(new DatabricksSyntax(), "databricks://" + ACCOUNT + "/" + id, databricks));
            keys.add(key(new AwsSyntax(), ARN + id, Map.of()));
            keys.add(key(new GcpSyntax(), GCP + id, Map.of()));
            keys.add(key(new AzureSyntax(), simulator.url() + "/keys/" + name, Map.of()));
            keys.add(key(new VaultSyntax(), "vault://transit/" + name, Map.of()));
        }
        return keys;
    }

    private static DeclaredKey key(KeySyntax syntax, String reference, Map<String, String> options) {
        try {
            return new DeclaredKey(
                    syntax.fromReference(reference, options), null, Expectations.NONE, Rules.USUAL, "a test");
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** All that a run leaves behind, by its name: {@code log}, {@code exception}, and each file. */
    Map<String, String> outputs() throws IOException {
        StringBuilder log = new StringBuilder();
        Map<String, String> outputs = new TreeMap<>();
        Environment environment = new Environment(variables(), folder, Clock.systemUTC());
        Servers servers =
                id -> id.equals("cmk-gcp") ? new ServerEntry(id, null, new Secret(GcpSim.TOKEN), Map.of()) : null;
        try {
            new Gate("1", environment, servers, Set.of(), List.of(), new ConcurrentHashMap<>(), new Log(log))
                    .pass(
                            new Request(
                                    "group:artifact:1",
                                    keys(),
                                    Duration.ofSeconds(3),
                                    Duration.ofSeconds(3),
                                    folder,
                                    "report",
                                    true,
                                    Duration.ZERO),
                            new Reports(EnumSet.allOf(ReportFormat.class), Origin.UNKNOWN, null, folder),
                            null);
        } catch (MojoFailureException | MojoExecutionException e) {
            outputs.put("exception", String.valueOf(e.getMessage()));
        } catch (InvalidInputsException e) {
            throw new IllegalStateException(e);
        }
        outputs.put("log", log.toString());
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> outputs.put(folder.relativize(file).toString(), read(file)));
        }
        Files.delete(folder.resolve("summary.md"));
        return outputs;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }

    private record Log(StringBuilder text) implements Lines {
        private void add(String line) {
            text.append(line).append('\n');
        }

        @Override
        public void info(String line) {
            add(line);
        }

        @Override
        public void warn(String line) {
            add(line);
        }

        @Override
        public void error(String line) {
            add(line);
        }
    }
}
