package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A build that somebody ends. */
@DisabledOnOs(OS.WINDOWS) // it has no such signals
class SignalTest {
    @Test
    void aBuildThatIsInterruptedEndsAtOnceAndLeavesNoReport(@TempDir Path folder) throws Exception {
        try (Simulator simulator = new Simulator(new AwsSim())) {
            simulator.spoil("POST /", Fault.SILENT);
            Process build = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            GateRun.class.getName(),
                            simulator.url(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                while (simulator.requests().isEmpty() && build.isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                assertTrue(build.isAlive());
                // A process that was started in the background may have been told to ignore the first one.
                signal("-INT", build);
                build.waitFor(2, TimeUnit.SECONDS);
                signal("-TERM", build);
                assertTrue(build.waitFor(20, TimeUnit.SECONDS), "it does not end");
                assertTrue(List.of(130, 143).contains(build.exitValue()), () -> "exit " + build.exitValue());
            } finally {
                build.destroyForcibly();
            }
            assertFalse(Files.exists(folder.resolve("report.json")));
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    private static void signal(String name, Process process) throws Exception {
        if (process.isAlive()) {
            new ProcessBuilder("kill", name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
