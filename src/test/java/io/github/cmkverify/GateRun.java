package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.Origin;
import io.github.cmkverify.report.ReportFormat;
import io.github.cmkverify.sim.AwsSim;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A run of the gate as a build makes it, about keys of AWS whose KMS is at some URL. */
final class GateRun {
    private static final Lines SILENT = new Lines() {
        @Override
        public void info(String line) {
            // nobody reads it
        }

        @Override
        public void warn(String line) {
            // nobody reads it
        }

        @Override
        public void error(String line) {
            // nobody reads it
        }
    };

    private GateRun() {}

    static String arn(int number) {
        return "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-%012d".formatted(number);
    }

    /**
     * Runs it.
     *
     * @return {@code PASS}, {@code FAIL} or {@code ERROR}
     */
    static String of(int keys, String url, Duration timeout, Path folder) {
        Environment environment = new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_KMS", url,
                        "AWS_ACCESS_KEY_ID", AwsSim.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY", AwsSim.SECRET),
                folder,
                Clock.systemUTC());
        List<DeclaredKey> declared = IntStream.range(0, keys)
                .mapToObj(number -> new DeclaredKey(
                        new KeyReference("aws", arn(number)), null, Expectations.NONE, Rules.USUAL, "a test"))
                .toList();
        Gate gate = new Gate("1", environment, id -> null, Set.of(), List.of(), new ConcurrentHashMap<>(), SILENT);
        try {
            gate.pass(
                    new Request(
                            null, declared, timeout, Duration.ofSeconds(10), folder, "report", false, Duration.ZERO),
                    new Reports(EnumSet.of(ReportFormat.JSON), Origin.UNKNOWN, null, folder),
                    null);
            return "PASS";
        } catch (MojoFailureException e) {
            return "FAIL";
        } catch (MojoExecutionException e) {
            return "ERROR";
        } catch (InvalidInputsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process of its own: the URL, and the folder of the report. */
    public static void main(String[] arguments) {
        of(3, arguments[0], Duration.ofMinutes(5), Path.of(arguments[1]));
    }
}
