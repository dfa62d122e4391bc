package io.github.cmkverify.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs all contestants in turn, round by round, so that whatever else the machine does hits all of them alike. */
public final class WholeBuilds {
    private WholeBuilds() {}

    /**
     * Measures, and prints the table.
     *
     * @param args Maven's home, the local repository with the plugin, that of this build, the folder to work in, the
     *     version of the plugin, that of the enforcer, the number of rounds, a pattern found in the names of
     *     the contestants that take part beside the first two
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[3]);
        Files.createDirectories(folder);
        Path repository = Path.of(args[1]);
        EmptyPlugin.install(repository);
        Pattern only = Pattern.compile(args[7]);
        List<Contestant> contestants = new ArrayList<>(Contest.contestants(
                new Contest.Settings(Path.of(args[0]), repository, Path.of(args[2]), folder, args[4], args[5])));
        contestants.removeIf(one -> !one.name().equals(Contest.EMPTY)
                && !one.name().equals(Contest.ENFORCER)
                && !only.matcher(one.name()).find());
        int rounds = Integer.parseInt(args[6]);
        Map<String, List<Taken>> taken = new LinkedHashMap<>();
        Path log = folder.resolve("last.log");
        for (int round = 0; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                Taken once = contestant.run(log);
                if (round > 0) { // the first fills repositories and the machine's memory
                    taken.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                            .add(once);
                }
            }
        }
        String table = Table.of(taken, rounds, Machine.describe(Path.of(args[0])));
        Files.writeString(folder.resolve("benchmarks.md"), table, StandardCharsets.UTF_8);
        System.out.println(table);
    }
}
