package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds in one JVM, as the Maven daemon runs them. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class GateTest {
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000001";

    private final AwsSim aws = new AwsSim();
    private final Simulator simulator = new Simulator(aws);
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    private void build() throws Exception {
        build(EnumSet.of(ReportFormat.JSON));
    }

    private void build(Set<ReportFormat> formats) throws Exception {
        Environment environment = new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_KMS", simulator.url(),
                        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                folder,
                Clock.systemUTC());
        Lines lines = new Lines() {
            @Override
            public void info(String line) {
                told.add(line);
            }

            @Override
            public void warn(String line) {
                told.add(line);
            }

            @Override
            public void error(String line) {
                told.add(line);
            }
        };
        DeclaredKey key = new DeclaredKey(new KeyReference("aws", ARN), null, Expectations.NONE, Rules.USUAL, "a test");
        new Gate("1", environment, id -> null, Set.of(), List.of(), new ConcurrentHashMap<>(), lines)
                .pass(
                        new Request(
                                null,
                                List.of(key),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(10),
                                folder,
                                "report",
                                false,
                                Duration.ZERO),
                        new Reports(formats, Origin.UNKNOWN, null, folder),
                        null);
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("cmk-"))
                .toList();
    }

    @Test
    void theNextBuildAsksAnewAndNothingOfTheLastOneIsLeft() throws Exception {
        aws.key(ARN, "Enabled");
        build();
        assertEquals(1, simulator.requests().size());
        assertTrue(Files.readString(folder.resolve("report.json")).contains("\"PASS\""));

        aws.key(ARN, "Disabled");
        MojoFailureException failure = assertThrows(MojoFailureException.class, this::build);
        assertTrue(String.valueOf(failure.getMessage()).contains(ARN), failure::getMessage);
        assertEquals(2, simulator.requests().size());
        assertTrue(Files.readString(folder.resolve("report.json")).contains("\"FAIL\""));
        for (Thread worker : Thread.getAllStackTraces().keySet()) {
            if (worker.getName().equals("cmk-verify")) {
                worker.join(10_000);
            }
        }
        assertEquals(List.of(), ownThreads());
    }

    @Test
    void aReportThatCannotBeWrittenStopsTheBuildAndKeepsNoOtherFromBeingWritten() throws Exception {
        aws.key(ARN, "Enabled");
        Path inTheWay = Files.createDirectories(folder.resolve("report.json").resolve("folder"));

        MojoExecutionException mistake =
                assertThrows(MojoExecutionException.class, () -> build(EnumSet.allOf(ReportFormat.class)));

        assertTrue(
                String.valueOf(mistake.getMessage()).startsWith("The report " + inTheWay.getParent()),
                mistake::getMessage);
        for (ReportFormat format : EnumSet.complementOf(EnumSet.of(ReportFormat.JSON))) {
            assertTrue(Files.isRegularFile(folder.resolve("report" + format.suffix())), format.suffix());
        }
    }
}
