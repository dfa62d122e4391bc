package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A provider in front of a simulated account, as a build would put it together. */
final class AccountGate implements AutoCloseable {
    static final String ACCOUNT = "11111111-2222-3333-4444-555555555555";
    static final String KEY = "77b97eae-0000-4000-8000-000000000001";
    static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321";

    final DatabricksSim cloud = new DatabricksSim().configuration(ACCOUNT, KEY, ARN);
    final Simulator simulator = new Simulator(cloud);
    final Map<String, String> variables =
            new HashMap<>(Map.of("DATABRICKS_CLIENT_ID", "demo-client", "DATABRICKS_CLIENT_SECRET", "demo-secret"));
    final Map<String, ServerEntry> servers = new HashMap<>();
    Path home = Path.of("no-such-home");
    Duration requestTimeout = Duration.ofSeconds(5);
    Duration budget = Duration.ofSeconds(20);
    volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private @Nullable HttpDoor door;
    private @Nullable DatabricksProvider provider;

    /** No credentials at all. */
    AccountGate withoutCredentials() {
        variables.clear();
        return this;
    }

    DatabricksProvider provider() {
        DatabricksProvider built = provider;
        if (built == null) {
            Clock clock = new SetClock();
            HttpDoor opened = new HttpDoor(new HttpSettings(requestTimeout, Set.of(), "test", clock, memory));
            built = new DatabricksProvider(new ProviderContext(
                    new Environment(variables, home, clock), opened, servers::get, new BuildMemory(memory)));
            door = opened;
            provider = built;
        }
        return built;
    }

    /** The reference to a configuration of the account, asked at the simulator. */
    KeyReference reference(String keyId) {
        return reference(ACCOUNT, keyId);
    }

    KeyReference reference(String accountId, String keyId) {
        try {
            return new DatabricksSyntax()
                    .fromElement(Map.of("accountId", accountId, "keyId", keyId, "host", simulator.url()));
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Asked ask() {
        return ask(KEY);
    }

    Asked ask(String keyId) {
        return provider().ask(reference(keyId), budget);
    }

    /** The doubt that the usual key comes to. */
    KeyAnswer.Undetermined doubt() {
        return (KeyAnswer.Undetermined) ask().answer();
    }

    /** How often a request line with this text arrived. */
    long requests(String text) {
        return simulator.requests().stream().filter(line -> line.contains(text)).count();
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
        simulator.close();
    }

    /** Shows {@link #now}. */
    private final class SetClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
