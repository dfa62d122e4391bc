package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.declare.Offline;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Severity;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.Origin;
import io.github.cmkverify.report.ReportFormat;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build after build of one user, some of them at other times. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class MaxAgeTest {
    private static final String ARN = "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000002";
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String CONFIGURATION = "c0000000-0000-4000-8000-000000000001";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Duration HOUR = Duration.ofHours(1);

    private final AwsSim aws = new AwsSim().key(ARN, "Enabled").key(OTHER, "Enabled");
    private final DatabricksSim databricks = new DatabricksSim().configuration(ACCOUNT, CONFIGURATION, ARN);
    private final Simulator simulator = new Simulator(aws, databricks);
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private Duration maxAge = HOUR;
    private Duration later = Duration.ZERO;
    private ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void credentials() {
        variables.put("AWS_ENDPOINT_URL_KMS", simulator.url());
        variables.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        variables.put("AWS_SECRET_ACCESS_KEY", SECRET);
        variables.put("DATABRICKS_CLIENT_ID", "demo-client");
        variables.put("DATABRICKS_CLIENT_SECRET", "demo-secret");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private static DeclaredKey key(String arn) {
        return new DeclaredKey(new KeyReference("aws", arn), null, Expectations.NONE, Rules.USUAL, "a test");
    }

    private static DeclaredKey expecting(String arn, String region) {
        return expecting(arn, "region", region);
    }

    private static DeclaredKey expecting(String arn, String what, String value) {
        return new DeclaredKey(
                new KeyReference("aws", arn),
                null,
                new Expectations(new TreeMap<>(Map.of(what, value))),
                Rules.USUAL,
                "a test");
    }

    private DeclaredKey configuration() {
        return new DeclaredKey(
                new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + CONFIGURATION)
                        .with("host", simulator.url()),
                null,
                Expectations.NONE,
                Rules.USUAL,
                "a test");
    }

    /** A build of its own. */
    private void build(@Nullable Offline offline, DeclaredKey... keys) throws Exception {
        memory = new ConcurrentHashMap<>();
        module(offline, keys);
    }

    private void build(DeclaredKey... keys) throws Exception {
        build(null, keys);
    }

    private void module(@Nullable Offline offline, DeclaredKey... keys) throws Exception {
        told.clear();
        Files.deleteIfExists(report());
        Environment environment =
                new Environment(Map.copyOf(variables), folder, Clock.offset(Clock.system(ZoneOffset.UTC), later));
        Lines lines = new Lines() {
            @Override
            public void info(String line) {
                told.add(line);
            }

            @Override
            public void warn(String line) {
                told.add("WARN " + line);
            }

            @Override
            public void error(String line) {
                told.add("ERROR " + line);
            }
        };
        new Gate("1", environment, id -> null, Set.of(), List.of(), memory, lines)
                .pass(
                        new Request(
                                null,
                                List.of(keys),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(10),
                                folder,
                                "report",
                                false,
                                maxAge),
                        new Reports(EnumSet.of(ReportFormat.JSON), Origin.UNKNOWN, null, folder),
                        offline);
    }

    private Path report() {
        return folder.resolve("report.json");
    }

    private List<JsonNode> evidence() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper()
                .readTree(report().toFile())
                .path("keys")
                .forEach(key -> key.path("evidence").forEach(all::add));
        return all;
    }

    private int asked() {
        return simulator.requests().size();
    }

    private String log() {
        return String.join("\n", told);
    }

    @Test
    void aServedBuildAsksNobodyNeedsNoCredentialsAndSaysSo() throws Exception {
        build(key(ARN));
        List<JsonNode> original = evidence();
        assertFalse(log().contains("cmk.maxAge"), log());
        assertFalse(original.get(0).has("servedFrom"), original.toString());

        simulator.close();
        variables.remove("AWS_ACCESS_KEY_ID");
        variables.remove("AWS_SECRET_ACCESS_KEY");
        later = Duration.ofMinutes(10);
        build(key(ARN));

        assertEquals(1, asked());
        assertTrue(
                log().contains("Not asked in this build, but answered in an earlier one (cmk.maxAge): " + ARN
                        + " 10 min ago"),
                log());
        JsonNode served = evidence().get(0);
        assertEquals(original.get(0).path("askedAt"), served.path("askedAt"));
        assertEquals(original.get(0).path("requestId"), served.path("requestId"));
        assertEquals("cache", served.path("servedFrom").asText());
        assertTrue(served.path("ageSeconds").asLong() >= 600, served.toString());
    }

    @Test
    void withoutMaxAgeNothingIsKeptAndNothingIsReused() throws Exception {
        maxAge = Duration.ZERO;
        build(key(ARN));
        assertFalse(Files.exists(folder.resolve(".cache")));

        maxAge = HOUR;
        build(key(ARN));
        maxAge = Duration.ZERO;
        build(key(ARN));
        assertEquals(3, asked());
    }

    @Test
    void anAnswerIsReusedNoLongerThanItsAgeAllows() throws Exception {
        maxAge = Duration.ofMinutes(10);
        build(key(ARN));
        later = Duration.ofMinutes(9);
        build(key(ARN));
        assertEquals(1, asked());

        later = Duration.ofMinutes(11);
        build(key(ARN));
        assertEquals(2, asked());
    }

    @Test
    void servingAnAnswerDoesNotMakeItYounger() throws Exception {
        maxAge = Duration.ofMinutes(10);
        build(key(ARN));
        later = Duration.ofMinutes(8);
        build(key(ARN));
        later = Duration.ofMinutes(12);
        build(key(ARN));
        assertEquals(2, asked());
    }

    @Test
    void anAnswerOfTheFutureIsNotReused() throws Exception {
        later = Duration.ofMinutes(10);
        build(key(ARN));
        later = Duration.ZERO;
        build(key(ARN));
        assertEquals(2, asked());
    }

    @Test
    void anAnswerOlderThanADayIsNotReusedWhateverIsAllowed() throws Exception {
        maxAge = Duration.ofDays(30);
        build(key(ARN));
        later = Duration.ofHours(23);
        build(key(ARN));
        assertEquals(1, asked());

        later = Duration.ofHours(25);
        assertThrows(MojoExecutionException.class, () -> build(key(ARN))); // AWS accepts no clock that wrong
        assertEquals(2, asked());
    }

    @Test
    void anotherPrincipalOfTheSameSourceAsksItself() throws Exception {
        build(key(ARN));
        variables.put("AWS_SECRET_ACCESS_KEY", "another");
        assertThrows(MojoExecutionException.class, () -> build(key(ARN)));
        assertEquals(2, asked());
    }

    @Test
    void onlyAnswersAboutKeysThatPassedAreKept() throws Exception {
        aws.key(ARN, "Disabled");
        assertThrows(MojoFailureException.class, () -> build(key(ARN)));
        aws.fail("00000000-0000-4000-8000-000000000002", 400, "AccessDeniedException", "no");
        assertThrows(MojoExecutionException.class, () -> build(key(OTHER)));
        try (Stream<Path> files = Files.list(folder.resolve(".cache/cmk-maven-plugin"))) {
            assertEquals(List.of(folder.resolve(".cache/cmk-maven-plugin/key")), files.toList());
        }
        int before = asked();
        DeclaredKey lowered = new DeclaredKey(
                new KeyReference("aws", ARN),
                null,
                Expectations.NONE,
                new Rules(Map.of(FindingId.DISABLED, Severity.WARN), Rules.USUAL_WINDOW),
                "a test");
        aws.key(ARN, "Disabled");
        build(lowered);
        build(lowered);
        assertEquals(before + 2, asked());
    }

    @Test
    void aKeyThatFailedWhereverItIsDeclaredIsNotKept() throws Exception {
        assertThrows(MojoFailureException.class, () -> build(key(ARN), expecting(ARN, "eu-west-1")));
        build(key(ARN));
        assertEquals(2, asked());
    }

    @Test
    void whatDoesNotPassUnderTheRulesOfTodayIsAskedAnew() throws Exception {
        build(key(ARN));
        assertThrows(MojoFailureException.class, () -> build(expecting(ARN, "eu-west-1"), key(OTHER)));
        assertEquals(3, asked());
        assertFalse(evidence().get(0).has("servedFrom"));

        // What is known to have been told otherwise since is forgotten.
        build(key(ARN), key(OTHER));
        assertEquals(4, asked());
        assertTrue(log().contains(OTHER + " "), log());
    }

    @Test
    void aMixedRunKeepsTheOrderOfTheDeclarations() throws Exception {
        build(key(OTHER));
        build(key(ARN), key(OTHER));
        assertEquals(2, asked());
        List<JsonNode> evidence = evidence();
        assertEquals(ARN, evidence.get(0).path("reference").asText());
        assertFalse(evidence.get(0).has("servedFrom"));
        assertEquals(OTHER, evidence.get(1).path("reference").asText());
        assertTrue(evidence.get(1).has("servedFrom"));
    }

    @Test
    void aFollowedKeyIsServedAsAWholeOrNotAtAll() throws Exception {
        build(configuration());
        int first = asked();
        build(configuration());
        assertEquals(first, asked());
        assertTrue(evidence().stream().allMatch(request -> request.has("servedFrom")));

        variables.put("AWS_SECRET_ACCESS_KEY", "another");
        assertThrows(MojoExecutionException.class, () -> build(configuration()));
        assertTrue(asked() >= first + 2, simulator.requests()::toString);
        assertTrue(evidence().stream().noneMatch(request -> request.has("servedFrom")));
    }

    @Test
    void anExpectedAliasIsServedWithItsKeyOrAskedWithIt() throws Exception {
        String alias = "arn:aws:kms:us-west-2:111122223333:alias/app";
        aws.alias(alias, ARN);
        build(key(ARN));
        build(expecting(ARN, "alias", "alias/app"));
        assertEquals(3, asked());

        build(expecting(ARN, "alias", "alias/app"));
        assertEquals(3, asked());
        assertEquals(2, evidence().size());
        assertTrue(evidence().stream().allMatch(request -> request.has("servedFrom")));
    }

    @Test
    void anotherModuleOfTheBuildIsServedByTheBuildItself() throws Exception {
        build(key(ARN));
        module(null, key(ARN));
        assertEquals(1, asked());
        assertFalse(log().contains("cmk.maxAge"), log());
    }

    @Test
    void aLongBuildAsksAgainAfterFiveMinutes() throws Exception {
        build(key(ARN));
        later = Duration.ofMinutes(6);
        module(null, key(ARN));
        assertEquals(2, asked());
    }

    @Test
    void offlineTheBuildGoesOnWhereAllAreServed() throws Exception {
        build(key(ARN), key(OTHER));
        simulator.close();
        build(Offline.FAIL, key(ARN), key(OTHER));
        assertTrue(evidence().stream().allMatch(request -> request.has("servedFrom")));
        assertTrue(log().contains("2 passed"), log());
    }

    @Test
    void offlineTheBuildStopsWhereOneIsNotServedAndLeavesNoReport() throws Exception {
        build(key(ARN));
        MojoExecutionException stopped =
                assertThrows(MojoExecutionException.class, () -> build(Offline.FAIL, key(ARN), key(OTHER)));
        String message = String.valueOf(stopped.getMessage());
        assertTrue(message.contains(OTHER) && !message.contains(ARN), message);
        assertFalse(Files.exists(report()));
        assertEquals(1, asked());
    }

    @Test
    void offlineEveryDeclarationOfAKeyIsServedOrTheBuildStops() throws Exception {
        build(key(ARN));
        MojoExecutionException stopped = assertThrows(
                MojoExecutionException.class,
                () -> build(Offline.FAIL, key(ARN), expecting(ARN, "alias", "alias/payroll")));
        assertTrue(String.valueOf(stopped.getMessage()).contains(ARN), stopped::getMessage);
        assertFalse(Files.exists(report()));
        assertEquals(1, asked());

        build(Offline.SKIP, key(ARN), expecting(ARN, "alias", "alias/payroll"));
        assertTrue(log().contains("WARN Not verified") && log().contains(ARN), log());
        assertFalse(Files.exists(report()));
    }

    @Test
    void offlineASkippedKeyIsNamedAndThereIsNoReportThatWouldHideIt() throws Exception {
        build(key(ARN));
        build(Offline.SKIP, key(ARN), key(OTHER));
        assertTrue(log().contains("WARN Not verified") && log().contains(OTHER), log());
        assertTrue(log().contains("Verified 1 key "), log());
        assertFalse(Files.exists(report()));

        later = Duration.ofHours(2);
        build(Offline.SKIP, key(ARN));
        assertFalse(log().contains("Verified "), log());
        assertTrue(log().contains("WARN Not verified"), log());
        assertEquals(1, asked());
    }

    @Test
    void offlineWhatDoesNotPassTodayStopsTheBuild() throws Exception {
        build(key(ARN));
        assertThrows(MojoFailureException.class, () -> build(Offline.SKIP, expecting(ARN, "eu-west-1"), key(OTHER)));
        assertEquals(1, asked());
    }

    @Test
    void whereNothingCanBeKeptTheBuildGoesOnWithOneWarning() throws Exception {
        Files.writeString(folder.resolve(".cache"), "not a folder");
        build(key(ARN));
        assertEquals(
                1,
                told.stream()
                        .filter(line -> line.startsWith("WARN No answers are kept"))
                        .count(),
                log());
        assertTrue(log().contains("1 passed"), log());
        module(null, key(OTHER));
        assertFalse(log().contains("No answers are kept"), log());
        build(Offline.SKIP, key(ARN));
        assertTrue(log().contains("WARN Not verified"), log());
    }

    @Test
    void anAnswerThatCannotBeReplacedIsAskedForAnewWithAWarning() throws Exception {
        build(key(ARN));
        try (Stream<Path> files = Files.list(folder.resolve(".cache/cmk-maven-plugin"))) {
            Path kept = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(kept);
            Files.createDirectories(kept.resolve("not a file"));
        }
        build(key(ARN));
        assertEquals(2, asked());
        assertTrue(log().contains("WARN No answers are kept") && log().contains("1 passed"), log());
    }

    @Test
    void theFilesAreOpenToTheirOwnerAloneAndHoldNoSecret() throws Exception {
        build(configuration());
        try (Stream<Path> files = Files.list(folder.resolve(".cache/cmk-maven-plugin"))) {
            List<Path> all = files.toList();
            assertEquals(3, all.size(), all::toString);
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(SECRET) || content.contains("demo-secret"), content);
            }
        }
    }
}
