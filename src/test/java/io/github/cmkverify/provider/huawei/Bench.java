package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.EcsSim;
import io.github.cmkverify.sim.HuaweiSim;
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A provider, a simulated cloud, and what surrounds them; each test sets its own. */
final class Bench implements AutoCloseable {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final String OTHER_PROJECT = "fedcba9876543210fedcba9876543210";
    static final String KEY = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BUDGET = Duration.ofSeconds(30);

    final HuaweiSim cloud = new HuaweiSim();
    final EcsSim machine = new EcsSim();
    final Simulator simulator = new Simulator(cloud, machine);
    final Map<String, String> variables = new HashMap<>();
    final Map<String, ServerEntry> servers = new HashMap<>();
    Path home = Path.of("no-such-home");
    Clock clock = Clock.systemUTC();
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door =
            new HttpDoor(new HttpSettings(REQUEST_TIMEOUT, Set.of(), "cmk-test", Clock.systemUTC(), memory));

    /** A bench whose environment holds the access key that the cloud knows. */
    static Bench withAccessKey() {
        Bench bench = new Bench();
        bench.variables.put("HUAWEICLOUD_SDK_AK", "AKTEST");
        bench.variables.put("HUAWEICLOUD_SDK_SK", "SKTEST");
        return bench;
    }

    HuaweiProvider provider() {
        Environment environment = new Environment(Map.copyOf(variables), home, clock);
        ProviderContext context = new ProviderContext(environment, door, servers::get, new BuildMemory(memory));
        return new HuaweiProvider(
                context, new AgencyMetadata(context, simulator.url(), new HostRule(Set.of(), Set.of(), true)));
    }

    /** A key of the simulated cloud. */
    KeyReference reference(String projectId, String keyId) {
        try {
            return new HuaweiSyntax()
                    .fromReference(
                            "huawei://eu-de/" + projectId + "/" + keyId,
                            Map.of("endpoint", simulator.url(), "iamEndpoint", simulator.url()));
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Asked ask(KeyReference reference) {
        return provider().ask(reference, BUDGET);
    }

    /** Asks about {@link #KEY} in {@link #PROJECT}. */
    Asked ask() {
        return ask(reference(PROJECT, KEY));
    }

    @Override
    public void close() {
        door.close();
        simulator.close();
    }
}
