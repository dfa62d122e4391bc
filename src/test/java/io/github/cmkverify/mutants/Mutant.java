package io.github.cmkverify.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A change to one class of main, and the test that must fail with it. They stand in {@code green-mutants.txt}, between
 * blank lines: {@code # what would be wrong}, {@code class NAME}, {@code test CLASS#METHOD} (names below the base
 * package), then the lines that go behind {@code -} and those that come behind {@code +}.
 *
 * @param title what would be wrong
 * @param className the class
 * @param testClass the test's class
 * @param testMethod the test's method
 * @param before what stands in the source, once
 * @param after what takes its place
 */
record Mutant(String title, String className, String testClass, String testMethod, String before, String after) {
    private static final String BASE = "io.github.cmkverify.";
    private static final Path LIST = Path.of("src/test/resources/green-mutants.txt");

    static List<Mutant> all() throws IOException {
        List<Mutant> all = new ArrayList<>();
        for (String block : Files.readString(LIST).strip().split("\n\\s*\n", -1)) {
            List<String> lines = block.lines().toList();
            String[] test = only(lines, "test ").split("#", 2);
            all.add(new Mutant(
                    only(lines, "# "),
                    BASE + only(lines, "class "),
                    BASE + test[0],
                    test[1],
                    only(lines, "-"),
                    only(lines, "+")));
        }
        return all;
    }

    private static String only(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .collect(Collectors.joining("\n"));
    }

    Path source() {
        return Path.of("src/main/java", className.replace('.', '/') + ".java");
    }

    /** Lines without what surrounds them, so that a new indentation is no other source. */
    String code() throws IOException {
        return Files.readString(source())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    String mutated() throws IOException {
        return code().replace(before, after);
    }

    @Override
    public String toString() {
        return title;
    }
}
