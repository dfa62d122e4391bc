package io.github.cmkverify.provider.vault;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.Simulator;
import io.github.cmkverify.sim.VaultSim;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A provider, a simulated server that {@code VAULT_ADDR} names, and what surrounds them; each test sets its own. */
final class VaultBench implements AutoCloseable {
    static final String ID = "transit/orders";

    final VaultSim server = new VaultSim();
    final Simulator simulator = new Simulator(server);
    final Map<String, String> variables = new HashMap<>();
    final Map<String, ServerEntry> servers = new HashMap<>();
    Set<String> allowedHosts = Set.of();
    Path home = Path.of("no-such-home");
    Duration requestTimeout = Duration.ofSeconds(10);
    Duration budget = Duration.ofSeconds(30);
    Clock clock = Clock.systemUTC();
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private @Nullable HttpDoor door;

    VaultBench() {
        variables.put("VAULT_ADDR", simulator.url());
        variables.put("VAULT_TOKEN", "demo-token");
    }

    VaultProvider provider() {
        HttpDoor built = door;
        if (built == null) {
            built = new HttpDoor(new HttpSettings(requestTimeout, allowedHosts, "cmk-test", Clock.systemUTC(), memory));
            door = built;
        }
        Environment environment = new Environment(Map.copyOf(variables), home, clock);
        return new VaultProvider(new ProviderContext(environment, built, servers::get, new BuildMemory(memory)));
    }

    static KeyReference reference(String id, Map<String, String> options) {
        try {
            return new VaultSyntax().fromReference("vault://" + id, options);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Asked ask(String id) {
        return provider().ask(reference(id, Map.of()), budget);
    }

    KeyAnswer answer() {
        return ask(ID).answer();
    }

    /** What a key that is described says. */
    KeyFacts facts() {
        return ((KeyAnswer.Described) answer()).facts();
    }

    /** The doubt that the usual key comes to. */
    KeyAnswer.Undetermined doubt() {
        return (KeyAnswer.Undetermined) answer();
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        simulator.close();
    }
}
