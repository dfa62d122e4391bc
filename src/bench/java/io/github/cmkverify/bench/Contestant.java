package io.github.cmkverify.bench;

import io.github.cmkverify.http.TestCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that takes part.
 *
 * @param name its row in the table
 * @param command what is run; <code>CLOUD</code> stands for the URL of the clouds
 * @param environment variables of the process; <code>CLOUD</code> as well
 * @param keys in each cloud, and at least as many requests are expected; 0 if no cloud is asked
 * @param latency of each answer, in milliseconds
 * @param certificates to speak TLS with; {@code null} for clear text
 */
record Contestant(
        String name,
        List<String> command,
        Map<String, String> environment,
        int keys,
        int latency,
        @Nullable TestCertificates certificates) {
    private static final String CLOUD = "CLOUD";

    Contestant {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Runs it once, and sees to it that the clouds were asked. */
    Taken run(Path log) throws IOException, InterruptedException {
        try (Clouds clouds = new Clouds(certificates, keys, latency)) {
            List<String> filled = new ArrayList<>();
            command.forEach(word -> filled.add(word.replace(CLOUD, clouds.url())));
            Map<String, String> variables = new HashMap<>();
            environment.forEach((name, value) -> variables.put(name, value.replace(CLOUD, clouds.url())));
            Taken taken = Taken.by(filled, variables, log);
            if (clouds.requests() < keys) {
                throw new IllegalStateException(name + " asked for fewer than " + keys + " keys: " + clouds.requests());
            }
            return taken;
        }
    }
}
