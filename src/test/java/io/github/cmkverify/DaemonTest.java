package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred builds in one JVM, as the Maven daemon runs them, good ones and bad ones: nothing of them is left. */
class DaemonTest {
    private static final int WARM_UP = 20;
    private static final int RUNS = 200;
    private static final int KEYS = 5;
    private static final long MEBIBYTE = 1024 * 1024;

    /** Beyond what a measurement wavers by, and far below what one leak a run would come to. */
    private static final long MORE_HEAP = 16 * MEBIBYTE;

    private static final int MORE_FILES = 20;

    private final AwsSim aws = new AwsSim();

    @Test
    void nothingOfTwoHundredBuildsIsLeft(@TempDir Path folder) throws Exception {
        for (int key = 0; key < KEYS; key++) {
            aws.key(GateRun.arn(key), "Enabled");
        }
        runs(WARM_UP, folder);
        Set<Thread> others = Left.ownThreads(Set.of());
        Left before = Left.now();
        runs(RUNS, folder);
        await(() -> Left.ownThreads(others).isEmpty());
        await(() -> Left.openFiles() <= before.files());
        Left after = Left.now();
        String report = "# Left behind by %d builds\n\n| | before | after |\n|---|---:|---:|\n".formatted(RUNS)
                + "| threads | %d | %d |\n".formatted(before.threads(), after.threads())
                + "| open files and sockets | %d | %d |\n".formatted(before.files(), after.files())
                + "| used heap, KiB | %d | %d |\n\nThreads: %s\n"
                        .formatted(before.heap() / 1024, after.heap() / 1024, after.names());
        Files.writeString(Path.of("target", "daemon.md"), report);
        System.getLogger(DaemonTest.class.getName()).log(System.Logger.Level.INFO, report);
        assertEquals(Set.of(), Left.ownThreads(others));
        assertTrue(after.files() <= before.files() + MORE_FILES, report);
        assertTrue(after.heap() <= before.heap() + MORE_HEAP, report);
    }

    /** Each kind of build in turn, each with a simulator of its own, whose sockets end with it. */
    private void runs(int count, Path folder) {
        for (int run = 0; run < count; run++) {
            try (Simulator simulator = new Simulator(aws)) {
                String expected = "PASS";
                Duration timeout = Duration.ofSeconds(60);
                if (run % 40 == 39) {
                    simulator.spoil("POST /", Fault.SILENT);
                    timeout = Duration.ofSeconds(1);
                    expected = "ERROR";
                } else if (run % 4 == 1) {
                    simulator.spoil("POST /", Fault.HTML_200);
                    expected = "ERROR";
                } else if (run % 8 == 2) {
                    simulator.spoil("POST /", Fault.RESET_IN_BODY, Fault.NONE);
                } else if (run % 4 == 3) {
                    aws.key(GateRun.arn(0), "Disabled");
                    expected = "FAIL";
                }
                assertEquals(expected, GateRun.of(KEYS, simulator.url(), timeout, folder), "run " + run);
                aws.key(GateRun.arn(0), "Enabled");
            }
        }
    }

    /** What goes by itself a moment later: threads that were told to end, sockets of the simulator. */
    private static void await(BooleanSupplier gone) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!gone.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** What a process holds. */
    private record Left(int threads, long files, long heap, String names) {
        static Left now() throws InterruptedException {
            Runtime runtime = Runtime.getRuntime();
            for (int i = 0; i < 3; i++) {
                System.gc();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return new Left(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    openFiles(),
                    runtime.totalMemory() - runtime.freeMemory(),
                    Thread.getAllStackTraces().keySet().stream()
                            .collect(Collectors.groupingBy(
                                    thread -> thread.getName().replaceAll("[0-9]+", "#"),
                                    TreeMap::new,
                                    Collectors.counting()))
                            .toString());
        }

        /** Where the system tells; nothing elsewhere. */
        static long openFiles() {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return open.count();
            } catch (IOException e) {
                return 0;
            }
        }

        /** Those that are ours; OkHttp's are shared by all clients of a JVM, and end by themselves after a minute. */
        static Set<Thread> ownThreads(Set<Thread> others) {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("cmk") && !others.contains(thread))
                    .collect(Collectors.toSet());
        }
    }
}
