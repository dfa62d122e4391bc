package io.github.cmkverify.faults;

import io.github.cmkverify.http.FaultDoors;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.verify.Verifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import okhttp3.Dns;
import okhttp3.tls.HandshakeCertificates;

/** One module of a reactor. Takes and gives types of the JDK alone, so that it can be called across class loaders. */
public final class ModuleRun {
    private static final HandshakeCertificates NO_TLS = new HandshakeCertificates.Builder().build();

    private ModuleRun() {}

    /**
     * Verifies keys.
     *
     * @param url where all services are
     * @param memory what the modules of the build share
     * @param references of the keys
     * @return outcome and reference of each
     */
    public static List<String> verdicts(
            String url, ConcurrentMap<String, Object> memory, List<String> references, Duration timeout) {
        HttpSettings settings = new HttpSettings(Duration.ofSeconds(20), Set.of(), "test", Clock.systemUTC(), memory);
        try (HttpDoor door = FaultDoors.open(
                settings,
                Dns.SYSTEM,
                client -> client.sslSocketFactory(NO_TLS.sslSocketFactory(), NO_TLS.trustManager()))) {
            Environment environment = new Environment(
                    Map.of(
                            "AWS_ENDPOINT_URL_KMS", url,
                            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                            "DATABRICKS_CLIENT_ID", "demo-client",
                            "DATABRICKS_CLIENT_SECRET", "demo-secret"),
                    Path.of("no-home"),
                    Clock.systemUTC());
            ProviderContext context = new ProviderContext(environment, door, id -> null, new BuildMemory(memory));
            List<DeclaredKey> keys = references.stream()
                    .map(text ->
                            new DeclaredKey(reference(text, url), null, Expectations.NONE, Rules.USUAL, "a module"))
                    .toList();
            return new Verifier(
                            new TestProviders(context), new BuildMemory(memory), Clock.systemUTC(), (done, all) -> {})
                    .verify(keys, timeout).stream()
                            .map(verdict -> verdict.outcome() + " "
                                    + verdict.key().reference().text())
                            .toList();
        }
    }

    private static KeyReference reference(String text, String url) {
        KeySyntax syntax = Clouds.syntaxes().stream()
                .filter(each -> each.claims(text))
                .findFirst()
                .orElseThrow();
        try {
            return syntax.fromReference(text, text.startsWith("databricks") ? Map.of("host", url) : Map.of());
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
