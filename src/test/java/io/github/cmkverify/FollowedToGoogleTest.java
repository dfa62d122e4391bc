package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Finding;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import io.github.cmkverify.verify.Verifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Databricks configuration that points to a key of Google Cloud KMS is as healthy as that key. */
class FollowedToGoogleTest {
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String CONFIGURATION = "600d0000-0000-4000-8000-000000000001";
    private static final String KEY = "projects/prod-1/locations/europe-west4/keyRings/databricks/cryptoKeys/root_key";

    private final DatabricksSim databricks = new DatabricksSim();
    private final GcpSim gcp = new GcpSim();
    private final Simulator sim = new Simulator(databricks, gcp);
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door =
            new HttpDoor(new HttpSettings(Duration.ofSeconds(5), Set.of(), "test", Clock.systemUTC(), memory));

    @BeforeEach
    void point() {
        databricks.configuration(
                ACCOUNT,
                CONFIGURATION,
                Map.of("gcp_key_info", Map.of("kms_key_id", KEY), "use_cases", List.of("STORAGE")));
    }

    @AfterEach
    void close() {
        door.close();
        sim.close();
    }

    private Verdict verdict() throws InvalidInputException {
        Environment environment = new Environment(
                Map.of(
                        "DATABRICKS_CLIENT_ID",
                        "demo-client",
                        "DATABRICKS_CLIENT_SECRET",
                        "demo-secret",
                        "CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS",
                        sim.url()),
                Path.of("no-home"),
                Clock.systemUTC());
        ProviderContext context = new ProviderContext(
                environment,
                door,
                id -> id.equals("cmk-gcp") ? new ServerEntry(id, null, new Secret(GcpSim.TOKEN), Map.of()) : null,
                new BuildMemory(memory));
        KeyReference reference = new DatabricksSyntax()
                .fromReference("databricks://" + ACCOUNT + "/" + CONFIGURATION, Map.of("host", sim.url()));
        DeclaredKey key = new DeclaredKey(reference, null, Expectations.NONE, Rules.USUAL, "here");
        return new Verifier(new LoadedProviders(context), new BuildMemory(memory), Clock.systemUTC(), (done, all) -> {})
                .verify(List.of(key), Duration.ofSeconds(20))
                .get(0);
    }

    private static List<FindingId> findings(Verdict verdict) {
        return verdict.findings().stream().map(Finding::id).toList();
    }

    @Test
    void aUsableKeyPasses() throws InvalidInputException {
        gcp.key(KEY, "ENABLED");
        Verdict verdict = verdict();
        assertEquals(List.of(), findings(verdict));
        assertEquals(KEY, verdict.chain().get(1).reference().text());
    }

    @Test
    void aKeyThatIsGoneFailsTheSecondLink() throws InvalidInputException {
        Verdict verdict = verdict();
        assertEquals(List.of(FindingId.MISSING), findings(verdict));
        assertEquals(1, verdict.findings().get(0).link());
    }

    @Test
    void anOlderVersionAtRiskIsTold() throws InvalidInputException {
        gcp.key(KEY, "DESTROY_SCHEDULED", "ENABLED");
        assertEquals(List.of(FindingId.OLDER_VERSION_AT_RISK), findings(verdict()));
    }
}
