package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A provider with everything around it, for one test. */
final class Rig implements AutoCloseable {
    static final String NAME = "Payments-1";

    final AzureSim azure = new AzureSim();
    final Simulator sim = new Simulator(azure);

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, ServerEntry> servers = new HashMap<>();
    private Duration requestTimeout = Duration.ofSeconds(5);
    private Clock clock = Clock.systemUTC();
    private final Map<String, HttpDoor> doors = new HashMap<>();

    Rig() {
        noCredentials()
                .variable("AZURE_CLIENT_ID", AzureSim.CLIENT)
                .variable("AZURE_CLIENT_SECRET", AzureSim.SECRET)
                .variable("AZURE_TENANT_ID", AzureSim.TENANT);
    }

    Rig variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Nothing but the addresses of what a build elsewhere has around it. */
    Rig noCredentials() {
        variables.clear();
        return variable("AZURE_AUTHORITY_HOST", sim.url()).variable("AZURE_POD_IDENTITY_AUTHORITY_HOST", sim.url());
    }

    Rig server(ServerEntry server) {
        servers.put(server.id(), server);
        return this;
    }

    Rig requestTimeout(Duration other) {
        requestTimeout = other;
        return this;
    }

    /** The time for providers that are asked for from now on. */
    Rig clock(Clock other) {
        clock = other;
        return this;
    }

    ConcurrentMap<String, Object> memory() {
        return memory;
    }

    ProviderContext context() {
        HttpDoor door = doors.computeIfAbsent(
                "door",
                any -> new HttpDoor(new HttpSettings(requestTimeout, Set.of(), "test", Clock.systemUTC(), memory)));
        Environment environment = new Environment(Map.copyOf(variables), Path.of("no-home"), clock);
        return new ProviderContext(environment, door, servers::get, new BuildMemory(memory));
    }

    AzureProvider provider() {
        return new AzureProvider(context(), Duration.ofMillis(1));
    }

    /** The identifier of a key, or of its version, in the simulated vault. */
    String id(String path) {
        return sim.url() + "/keys/" + path;
    }

    Asked ask() {
        return ask(NAME);
    }

    Asked ask(String path) {
        return askFor(id(path), Duration.ofSeconds(20));
    }

    Asked askFor(String identifier, Duration budget) {
        return provider().ask(new KeyReference("azure", identifier), budget);
    }

    @Override
    public void close() {
        doors.values().forEach(HttpDoor::close);
        sim.close();
    }
}
