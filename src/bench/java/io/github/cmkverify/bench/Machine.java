package io.github.cmkverify.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static String describe(Path maven) throws IOException, InterruptedException {
        Process version = new ProcessBuilder(maven.resolve("bin").resolve("mvn").toString(), "-B", "-v")
                .redirectErrorStream(true)
                .start();
        String first = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("Apache Maven"))
                .findFirst()
                .orElse("Maven")
                .replaceAll("\\e\\[[0-9;]*m", "")
                .replaceAll(" \\(.*", "");
        version.waitFor();
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", JDK " + System.getProperty("java.version") + ", " + first + ".";
    }
}
