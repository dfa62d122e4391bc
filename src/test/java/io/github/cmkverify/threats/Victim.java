package io.github.cmkverify.threats;

import io.github.cmkverify.faults.TestProviders;
import io.github.cmkverify.http.FaultDoors;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import io.github.cmkverify.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A build that has credentials for every cloud, on a {@link WatchedNetwork}. */
final class Victim implements AutoCloseable {
    /** Credentials that need no login; what they are is told to nobody. */
    static final Map<String, String> VARIABLES = Map.of(
            "HUAWEICLOUD_SDK_AK", "AKTEST",
            "HUAWEICLOUD_SDK_SK", "SKTEST",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            "DATABRICKS_CLIENT_ID", "demo-client",
            "DATABRICKS_CLIENT_SECRET", "demo-secret",
            "VAULT_ADDR", "https://vault.corp.example",
            "VAULT_TOKEN", "hvs.secret",
            "NO_GCE_CHECK", "true");

    private static final Map<String, ServerEntry> SERVERS =
            Map.of("cmk-gcp", new ServerEntry("cmk-gcp", null, new Secret("ya29.secret"), Map.of()));

    private final WatchedNetwork network;
    private final HttpDoor door;
    private final ProviderContext context;
    private final TestProviders providers;

    /**
     * @param clouds port of the simulated clouds
     * @param home the user's home folder
     * @param variables of the environment
     */
    Victim(int clouds, Path home, Map<String, String> variables) throws IOException {
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
        network = new WatchedNetwork(clouds);
        door = FaultDoors.open(
                new HttpSettings(Duration.ofMillis(300), Set.of(), "test", Clock.systemUTC(), memory),
                network,
                client -> client.socketFactory(network));
        Environment environment = new Environment(variables, home, Clock.systemUTC());
        context = new ProviderContext(
                environment,
                door,
                id -> variables.containsKey("GOOGLE_APPLICATION_CREDENTIALS") ? null : SERVERS.get(id),
                new BuildMemory(memory));
        providers = new TestProviders(context);
    }

    /** Who was looked up or connected to, besides the simulated clouds. */
    Set<String> wanted() {
        return network.wanted();
    }

    /** How a declaration becomes a key. */
    interface Declaration {
        KeyReference read(KeySyntax syntax) throws InvalidInputException;
    }

    /** Whether it is refused before anything is asked. Asks in any case, as if nobody had checked before. */
    boolean refuses(String provider, Declaration declaration) {
        KeyReference key;
        try {
            key = declaration.read(providers.syntax(provider).orElseThrow());
        } catch (InvalidInputException e) {
            return true;
        }
        try {
            providers.find(provider).orElseThrow().check(key);
            return false;
        } catch (InvalidInputException e) {
            ask(key);
            return true;
        }
    }

    /** Asks about a key. */
    Verdict ask(KeyReference key) {
        DeclaredKey declared = new DeclaredKey(key, null, Expectations.NONE, Rules.USUAL, "a pull request");
        return new Verifier(providers, context.memory(), Clock.systemUTC(), (done, all) -> {})
                .verify(List.of(declared), Duration.ofSeconds(5))
                .get(0);
    }

    /** Asks about a key as it is declared. */
    Verdict ask(String provider, Declaration declaration) throws InvalidInputException {
        return ask(declaration.read(providers.syntax(provider).orElseThrow()));
    }

    /** Asks about a key that is read from its reference. */
    Verdict ask(String provider, String reference, Map<String, String> options) throws InvalidInputException {
        return ask(providers.syntax(provider).orElseThrow().fromReference(reference, options));
    }

    @Override
    public void close() throws IOException {
        door.close();
        network.close();
    }
}
