package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.AwsSim;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A provider with everything around it, for one test. */
final class Rig implements AutoCloseable {
    static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
    static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/" + ID;
    static final String ALIAS = "arn:aws:kms:us-east-1:111122223333:alias/payments";

    static final CredentialChain NO_CHAIN = deadline -> {
        throw new CredentialException(Cause.NO_CREDENTIALS, "an empty chain");
    };

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final Map<String, String> variables =
            new HashMap<>(Map.of("AWS_ACCESS_KEY_ID", AwsSim.ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", AwsSim.SECRET));
    private final Map<String, ServerEntry> servers = new HashMap<>();
    private Clock clock = Clock.systemUTC();
    private Duration requestTimeout = Duration.ofSeconds(5);
    private @Nullable HttpDoor door;

    /** All endpoints are this. */
    Rig endpoint(String url) {
        return variable("AWS_ENDPOINT_URL", url);
    }

    Rig variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Rig noVariables() {
        variables.clear();
        return this;
    }

    Rig server(ServerEntry server) {
        servers.put(server.id(), server);
        return this;
    }

    Rig clock(Clock other) {
        clock = other;
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
            out = new HttpDoor(new HttpSettings(requestTimeout, Set.of(), "test", clock, memory));
            door = out;
        }
        Environment environment = new Environment(Map.copyOf(variables), Path.of("no-home"), clock);
        return new ProviderContext(environment, out, servers::get, new BuildMemory(memory));
    }

    AwsProvider provider() {
        return new AwsProvider(context(), NO_CHAIN, List.of(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    Asked ask(String reference) {
        return ask(reference, Map.of());
    }

    Asked ask(String reference, Map<String, String> options) {
        return provider().ask(reference(reference, options), Duration.ofSeconds(20));
    }

    static KeyReference reference(String reference, Map<String, String> options) {
        try {
            return new AwsSyntax().fromReference(reference, options);
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
