package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.GcpSim;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A provider with everything around it, for one test; with a token in settings.xml until a test takes it away. */
final class Rig implements AutoCloseable {
    static final String KEY = "projects/demo-project/locations/europe-west3/keyRings/ring/cryptoKeys/documents";

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, ServerEntry> servers = new HashMap<>();
    private Duration requestTimeout = Duration.ofSeconds(5);
    private Path home = Path.of("no-home");
    private @Nullable HttpDoor door;

    Rig() {
        token(GcpSim.TOKEN);
    }

    /** Cloud KMS is there. */
    Rig endpoint(String url) {
        return variable(GcpEndpoint.VARIABLE, url);
    }

    Rig variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Rig token(String token) {
        return server(new ServerEntry("cmk-gcp", null, new Secret(token), Map.of()));
    }

    Rig server(ServerEntry server) {
        servers.put(server.id(), server);
        return this;
    }

    Rig noServer() {
        servers.clear();
        return this;
    }

    Rig home(Path other) {
        home = other;
        return this;
    }

    Rig requestTimeout(Duration other) {
        requestTimeout = other;
        return this;
    }

    ConcurrentMap<String, Object> memory() {
        return memory;
    }

    ProviderContext context() {
        HttpDoor out = door;
        if (out == null) {
            out = new HttpDoor(new HttpSettings(requestTimeout, Set.of(), "test", Clock.systemUTC(), memory));
            door = out;
        }
        Environment environment = new Environment(Map.copyOf(variables), home, Clock.systemUTC());
        return new ProviderContext(environment, out, servers::get, new BuildMemory(memory));
    }

    GcpProvider provider() {
        return new GcpProvider(context());
    }

    Asked ask(String reference) {
        return ask(reference, Map.of());
    }

    Asked ask(String reference, Map<String, String> options) {
        return provider().ask(reference(reference, options), Duration.ofSeconds(20));
    }

    static KeyReference reference(String reference, Map<String, String> options) {
        try {
            return new GcpSyntax().fromReference(reference, options);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
