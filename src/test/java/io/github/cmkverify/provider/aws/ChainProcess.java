package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Asks about one key in a process of its own, because the SDK reads the environment of its process itself. */
final class ChainProcess {
    private ChainProcess() {}

    /** Prints the answer, all evidence, and how many milliseconds it took. */
    public static void main(String[] arguments) {
        Environment environment = new Environment(System.getenv(), Path.of(System.getenv("HOME")), Clock.systemUTC());
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
        HttpSettings settings =
                new HttpSettings(Duration.ofSeconds(10), Set.of(), "cmk-test", Clock.systemUTC(), memory);
        try (HttpDoor door = new HttpDoor(settings)) {
            ProviderContext context = new ProviderContext(environment, door, id -> null, new BuildMemory(memory));
            long start = System.nanoTime();
            Asked asked = new AwsProvider(context).ask(Rig.reference(Rig.ARN, Map.of()), Duration.ofSeconds(30));
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(asked.answer());
            out.println(asked.evidence());
            out.println(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        }
    }
}
