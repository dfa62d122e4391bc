package io.github.cmkverify.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;

/** What a project of the integration tests left behind: its console, its reports, and what the clouds were asked. */
public final class ItRun {
    private final Path folder;
    private final String log;
    private final List<RecordedRequest> received;

    private ItRun(Path folder, String log, List<RecordedRequest> received) {
        this.folder = folder;
        this.log = log;
        this.received = received;
    }

    /** Ends the clouds of a project, and looks at what it left behind. */
    public static ItRun of(Map<String, Object> context, File basedir) throws IOException {
        try (ItClouds clouds = ItClouds.of(context)) {
            String log = Files.readString(basedir.toPath().resolve("build.log"), StandardCharsets.UTF_8);
            return new ItRun(basedir.toPath(), log, clouds.simulator.received());
        }
    }

    /** The console of the build. */
    public String log() {
        return log;
    }

    /** The lines of the console that Maven marks as errors. */
    public String errors() {
        return log.lines().filter(line -> line.startsWith("[ERROR]")).collect(Collectors.joining("\n"));
    }

    /** Whether this exception is the one that stopped the build. */
    public boolean stoppedBy(String exception) {
        return log.contains("[Help 1] http") && errors().contains("/" + exception);
    }

    /** What was asked, as {@code POST /path}. */
    public List<String> requests() {
        return received.stream()
                .map(request -> request.getMethod() + " " + request.getTarget())
                .toList();
    }

    /** The bodies of what was asked. */
    public List<String> bodies() {
        return received.stream()
                .map(request ->
                        request.getBody() == null ? "" : request.getBody().utf8())
                .toList();
    }

    /** Whether there is such a file below the project's folder. */
    public boolean exists(String path) {
        return Files.exists(folder.resolve(path));
    }

    /** The report of the project itself. */
    public JsonNode report() throws IOException {
        return report(".");
    }

    /** The report of a module. */
    public JsonNode report(String module) throws IOException {
        return json(module + "/target/cmk/verify-keys.json");
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(path).toFile());
    }

    /** Name (or reference) and verdict of each key in the project's report. */
    public Map<String, String> verdicts() throws IOException {
        return verdicts(".");
    }

    /** Name (or reference) and verdict of each key in a module's report. */
    public Map<String, String> verdicts(String module) throws IOException {
        return verdictsIn(module + "/target/cmk/verify-keys.json");
    }

    /** Name (or reference) and verdict of each key in a report. */
    public Map<String, String> verdictsIn(String path) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        json(path)
                .path("keys")
                .forEach(key -> verdicts.put(title(key), key.path("verdict").asText()));
        return verdicts;
    }

    /** Name (or reference) of each key in the project's report, and the ids of its findings. */
    public Map<String, List<String>> findings() throws IOException {
        return findings(".");
    }

    /** Name (or reference) of each key in a module's report, and the ids of its findings. */
    public Map<String, List<String>> findings(String module) throws IOException {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        report(module).path("keys").forEach(key -> findings.put(title(key), texts(key.path("findings"), "id")));
        return findings;
    }

    /** The operations that a key of the project's report was asked with. */
    public List<String> operations(String title) throws IOException {
        List<String> operations = new ArrayList<>();
        report().path("keys").forEach(key -> {
            if (title(key).equals(title)) {
                operations.addAll(texts(key.path("evidence"), "operation"));
            }
        });
        return operations;
    }

    /** Prints the console as it was. Past the hook's own output, which goes to the log of the project. */
    public void show(String outcome) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        String line = "=".repeat(100);
        console.println(line + "\n$ mvn validate      # in it/" + folder.getFileName() + "\n");
        log.lines()
                .dropWhile(text -> !text.startsWith("["))
                .takeWhile(text -> !text.startsWith("Running post-build script"))
                .filter(text -> text.startsWith("["))
                .forEach(console::println);
        console.println("\nThis build is " + outcome + ", as it should be.\n" + line);
    }

    private static String title(JsonNode key) {
        return key.path("name").isTextual()
                ? key.path("name").asText()
                : key.path("reference").asText();
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
