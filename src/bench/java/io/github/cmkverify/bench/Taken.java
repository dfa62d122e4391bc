package io.github.cmkverify.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one process took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of processors, its children's included; not a number where the system does not tell
 */
record Taken(double wall, double cpu) {
    private static final Path SELF = Path.of("/proc/self/stat");
    private static final double TICKS = 100;

    /** Runs a command to its good end. */
    static Taken by(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("MAVEN_"));
        builder.environment().putAll(environment);
        double cpu = cpuOfChildren();
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(
                    command + " ended with " + exit + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new Taken(wall, cpuOfChildren() - cpu);
    }

    /** Of all children that have ended: Linux adds them up in the fields 16 and 17, in hundredths of a second. */
    private static double cpuOfChildren() throws IOException {
        if (!Files.isReadable(SELF)) {
            return Double.NaN;
        }
        String stat = Files.readString(SELF, StandardCharsets.UTF_8);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }
}
