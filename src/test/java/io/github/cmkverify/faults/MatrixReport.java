package io.github.cmkverify.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The matrix as a table that people read. */
final class MatrixReport {
    private MatrixReport() {}

    static String summary(Collection<Scene> scenes) {
        long passes =
                scenes.stream().filter(scene -> scene.seen().equals(Talk.PASS)).count();
        long untold = scenes.stream()
                .filter(scene -> scene.seen().equals(Talk.PASS) && !scene.told())
                .count();
        long astray = scenes.stream()
                .filter(scene -> !Expected.of(scene.cell()).contains(scene.seen()))
                .count();
        Duration longest =
                scenes.stream().map(Scene::time).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return "Fault matrix: %d cells (%d conversations with %d steps, %d faults); %d other than expected; %d passes, %d of them without a good answer; %d requests; longest cell %d ms"
                .formatted(
                        scenes.size(),
                        scenes.stream()
                                .map(scene -> scene.cell().talk())
                                .distinct()
                                .count(),
                        Talk.all().stream().mapToLong(talk -> talk.own().size()).sum(),
                        scenes.stream()
                                .map(scene -> scene.cell().trouble())
                                .distinct()
                                .count(),
                        astray,
                        passes,
                        untold,
                        scenes.stream().mapToInt(Scene::requests).sum(),
                        longest.toMillis());
    }

    static void write(Path file, List<Scene> scenes) throws IOException {
        StringBuilder text = new StringBuilder("# Fault matrix\n\n" + summary(scenes) + ".\n\n"
                + "| conversation | step | fault | expected | seen | requests | connections | ms | reason |\n"
                + "|---|---|---|---|---|---:|---:|---:|---|\n");
        for (Scene scene : scenes) {
            Cell cell = scene.cell();
            text.append("| %s | %s | %s | %s | %s | %d | %d | %d | %s |\n"
                    .formatted(
                            cell.talk().name(),
                            cell.step().name(),
                            cell.words(),
                            String.join(" or ", new TreeSet<>(Expected.of(cell))),
                            scene.seen(),
                            scene.requests(),
                            scene.connections(),
                            scene.time().toMillis(),
                            scene.why().replaceAll("[|\\p{Cntrl}]", " ").strip()));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
