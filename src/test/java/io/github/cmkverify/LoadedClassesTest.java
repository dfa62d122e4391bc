package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.HuaweiSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cloud that is not declared costs nothing: no class of its room is loaded. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class LoadedClassesTest {
    private static final String ID = "600d0000-0000-4000-8000-000000000001";
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/" + ID;
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";

    /** What is needed as a function, and not as a loop; each more takes a build a third of a millisecond. */
    private static final int LAMBDAS = 20;

    private final Simulator simulator = new Simulator(
            new HuaweiSim().key(PROJECT, ID, "2"),
            new DatabricksSim().configuration(ACCOUNT, ID, ARN),
            new AwsSim().key(ARN, "Enabled"));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aHuaweiKeyLoadsHuaweiAlone() throws Exception {
        Set<String> loaded = loaded("<keys><huawei><region>eu-de</region><projectId>" + PROJECT + "</projectId><keyId>"
                + ID + "</keyId><endpoint>" + simulator.url() + "</endpoint></huawei></keys>");
        assertRooms(Set.of("huawei"), loaded);
        assertNone(loaded, "software.amazon.", "com.google.");
    }

    @Test
    void anAwsKeyLoadsAwsAlone() throws Exception {
        Set<String> loaded = loaded("<keys><aws><keyId>" + ARN + "</keyId></aws></keys>");
        assertRooms(Set.of("aws"), loaded);
        assertNone(loaded, "com.google.");
    }

    @Test
    void aDatabricksConfigurationLoadsTheCloudBehindIt() throws Exception {
        Set<String> loaded = loaded("<keys><databricks><accountId>" + ACCOUNT + "</accountId><keyId>" + ID
                + "</keyId><host>" + simulator.url() + "</host></databricks></keys>");
        assertRooms(Set.of("aws", "databricks"), loaded);
        assertNone(loaded, "com.google.");
    }

    @Test
    void clearTextLoadsNoTls() throws Exception {
        Set<String> loaded = loaded("<keys><huawei><region>eu-de</region><projectId>" + PROJECT + "</projectId><keyId>"
                + ID + "</keyId><endpoint>" + simulator.url() + "</endpoint></huawei></keys>");
        assertNone(loaded, "sun.security.ssl.SSLContextImpl", "sun.security.ssl.TrustStoreManager");
    }

    @Test
    void hardlyALambdaIsLinkedForAKey() throws Exception {
        Set<String> linked = new TreeSet<>(loaded("<keys><aws><keyId>" + ARN + "</keyId></aws></keys>"));
        linked.removeIf(name -> !name.startsWith("io.github.cmkverify.") || !name.contains("$$Lambda"));
        assertTrue(!linked.isEmpty() && linked.size() <= LAMBDAS, linked::toString);
    }

    private static void assertRooms(Set<String> declared, Set<String> loaded) {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (String name : loaded) {
            String room = name.replaceFirst("io\\.github\\.cmkverify\\.provider\\.([a-z]+)\\..*", "$1");
            if (!room.equals(name)) {
                rooms.computeIfAbsent(room, none -> new TreeSet<>()).add(name);
            }
        }
        assertEquals(declared, rooms.keySet(), rooms::toString);
    }

    private static void assertNone(Set<String> loaded, String... beginnings) {
        List<String> unwanted = loaded.stream()
                .filter(name -> Stream.of(beginnings).anyMatch(name::startsWith))
                .toList();
        assertEquals(List.of(), unwanted);
    }

    /** The classes that a JVM of its own loads to verify these keys, whose verdict must be good. */
    private Set<String> loaded(String keys) throws Exception {
        Path log = folder.resolve("classes.log");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneKey.class.getName(),
                        keys,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile());
        java.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL_KMS", simulator.url(),
                        "AWS_ACCESS_KEY_ID", AwsSim.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY", AwsSim.SECRET,
                        "DATABRICKS_CLIENT_ID", "demo-client",
                        "DATABRICKS_CLIENT_SECRET", "demo-secret",
                        "HUAWEICLOUD_SDK_AK", "AKTEST",
                        "HUAWEICLOUD_SDK_SK", "SKTEST"));
        assertEquals(0, java.start().waitFor(), () -> read(folder.resolve("console.log")));
        assertTrue(read(folder.resolve("report.json")).contains("\"PASS\""));
        Set<String> loaded = new TreeSet<>();
        read(log)
                .lines()
                .map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", "").replaceFirst(" .*", ""))
                .forEach(loaded::add);
        assertTrue(loaded.contains("io.github.cmkverify.Gate"));
        return loaded;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
