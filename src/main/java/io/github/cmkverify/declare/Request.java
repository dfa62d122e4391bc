package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be verified, read and checked.
 *
 * @param project {@code group:artifact:version} of the module, {@code null} without one
 * @param keys the keys, each declaration once; empty in a module without keys
 * @param timeout time for all of it
 * @param requestTimeout time for one request
 * @param outputDirectory where the reports go
 * @param reportName name of the reports without their extension: {@code verify-keys}
 * @param verbose whether every key that passed has a line in the log
 * @param maxAge how old an answer of an earlier build may be that is reused; zero asks for every key
 */
public record Request(
        @Nullable String project,
        List<DeclaredKey> keys,
        Duration timeout,
        Duration requestTimeout,
        Path outputDirectory,
        String reportName,
        boolean verbose,
        Duration maxAge) {
    public Request {
        keys = List.copyOf(keys);
    }
}
