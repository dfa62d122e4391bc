package io.github.cmkverify.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.cmkverify.key.KeyReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class AnswerFilesTest {
    private static final String SECRET = "s3cr3t-OF-the-build";
    private static final KeyReference KEY = new KeyReference("cloud", "cloud://key");
    private static final PrincipalInputs INPUTS = new PrincipalInputs(
            List.of("CLOUD_ENDPOINT*"),
            List.of("CLOUD_ID", "CLOUD_SECRET"),
            List.of("~/.cloud/credentials", "~/.cloud/tokens", "$CLOUD_FILE", "<file>"),
            List.of("CLOUD_OTHER", "cloud.*"),
            List.of("credential_process"));

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private @Nullable ServerEntry server;

    @BeforeEach
    void credentials() {
        variables.put("CLOUD_ID", "me");
        variables.put("CLOUD_SECRET", SECRET);
    }

    private Environment environment(String... properties) {
        return new Environment(
                Map.copyOf(variables),
                home,
                Clock.systemUTC(),
                Stream.of(properties).collect(Collectors.toSet()));
    }

    private AnswerFiles open(String version, String... properties) throws IOException {
        return AnswerFiles.open(environment(properties), id -> server, id -> Optional.of(INPUTS), version);
    }

    /** Of a build of its own. */
    private Optional<Map<String, Object>> find(KeyReference reference) throws IOException {
        return open("1").find(reference);
    }

    private void keep(String told) throws IOException {
        open("1").keep(KEY, Map.of("told", told));
    }

    private Path folder() {
        return home.resolve(".cache/cmk-maven-plugin");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void servesTheNextBuild() throws IOException {
        Map<String, Object> told = Map.of(
                "text",
                "\"\\\n\u0007\uD83D\uDD11 ü",
                "time",
                Instant.parse("2026-11-22T12:00:00.123456789Z"),
                "notATime",
                Map.of("@time", 1, "other", "x"),
                "list",
                List.of("a", Map.of(), List.of()),
                "flag",
                true,
                "number",
                -7);
        open("1").keep(KEY, told);

        assertEquals(Optional.of(told), find(KEY));
    }

    @Test
    void aLaterAnswerReplacesAnEarlierOneAndOneCanBeForgotten() throws IOException {
        keep("first");
        keep("second");
        assertEquals("second", find(KEY).orElseThrow().get("told"));

        open("1").forget(KEY);
        assertEquals(Optional.empty(), find(KEY));
    }

    @Test
    void isOpenToItsOwnerAloneAndHoldsNoSecret() throws IOException {
        keep("it");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> all = files.toList();
            assertEquals(2, all.size(), all::toString);
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(SECRET) || content.contains("me\""), content);
            }
        }
    }

    /** What makes it another question, or another who asks. */
    @FunctionalInterface
    interface Change {
        void in(AnswerFilesTest build) throws IOException;
    }

    private static Arguments change(String name, Change change) {
        return Arguments.of(Named.of(name, change));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("endpoint", build -> build.variables.put("CLOUD_ENDPOINT_KMS", "https://elsewhere")),
                change("value of the same variable", build -> build.variables.put("CLOUD_SECRET", "another")),
                change("one variable less", build -> build.variables.remove("CLOUD_SECRET")),
                change("value moved", build -> {
                    build.variables.put("CLOUD_ID", SECRET);
                    build.variables.put("CLOUD_SECRET", "me");
                }),
                change("file", build -> build.write(".cloud/credentials", "x")),
                change("file in a folder", build -> build.write(".cloud/tokens/a.json", "x")),
                change("file that a variable names", build -> {
                    build.write("named", "x");
                    build.variables.put("CLOUD_FILE", "~/named");
                }),
                change("file that sends on", build -> build.write(".cloud/credentials", "credential_process = x")),
                change("file too long", build -> build.write(".cloud/credentials", "x".repeat(1_000_001))),
                change("source that cannot be looked into", build -> build.variables.put("CLOUD_OTHER", "x")),
                change("server", build -> build.server("me", SECRET, Map.of())));
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private void server(String username, String password, Map<String, Secret> configuration) {
        server = new ServerEntry("cmk-cloud", username, new Secret(password), configuration);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void servesNoOther(Change change) throws IOException {
        keep("it");
        change.in(this);
        assertEquals(Optional.empty(), find(KEY));
    }

    @Test
    void servesNoOtherReferenceOptionOrVersion() throws IOException {
        keep("it");
        assertEquals(Optional.empty(), find(new KeyReference("cloud", "cloud://other")));
        assertEquals(Optional.empty(), find(new KeyReference("other", "cloud://key")));
        assertEquals(Optional.empty(), find(KEY.with("endpoint", "http://127.0.0.1:1")));
        assertEquals(Optional.empty(), open("2").find(KEY));
        assertTrue(find(KEY).isPresent());
    }

    @Test
    void servesNoOtherContentOfTheSameServerOrFile() throws IOException {
        variables.clear();
        write("one", "x");
        server("me", SECRET, Map.of("file", new Secret(home.resolve("one").toString())));
        keep("it");
        assertTrue(find(KEY).isPresent());

        server("me", "another", Map.of("file", new Secret(home.resolve("one").toString())));
        assertEquals(Optional.empty(), find(KEY));

        server("me", SECRET, Map.of("file", new Secret(home.resolve("one").toString())));
        write("one", "y");
        assertEquals(Optional.empty(), find(KEY));
    }

    @Test
    void aSystemPropertyThatWouldComeFirstMakesItUnknownWhoAsks() throws IOException {
        keep("it");
        assertEquals(Optional.empty(), open("1", "cloud.accessKey").find(KEY));
        open("1", "cloud.accessKey").keep(KEY, Map.of("told", "by somebody else"));
        assertEquals("it", find(KEY).orElseThrow().get("told"));
    }

    @Test
    void servesAMachineWithoutCredentialsButNotTheOtherWayRound() throws IOException {
        keep("it");
        variables.clear();
        assertTrue(find(KEY).isPresent());
        keep("by the machine");

        credentials();
        assertEquals(Optional.empty(), find(KEY));
    }

    @Test
    void whatIsKeptBelongsToTheCredentialsThatWereThereAtTheBeginning() throws IOException {
        write(".cloud/credentials", "first");
        AnswerFiles build = open("1");
        build.find(KEY);
        write(".cloud/credentials", "second");
        build.keep(KEY, Map.of("told", "to the first"));
        assertEquals(Optional.empty(), find(KEY));
    }

    static Stream<byte[]> strange() {
        return Stream.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                ("0".repeat(64) + "{\"principal\":\"\",\"kept\":{\"told\":\"forged\"}}")
                        .getBytes(StandardCharsets.UTF_8),
                new byte[300_000]);
    }

    @ParameterizedTest
    @MethodSource("strange")
    void aForeignFileCountsForNothingAndIsReplaced(byte[] content) throws IOException {
        keep("it");
        Files.write(file(), content);
        assertEquals(Optional.empty(), find(KEY));
        keep("again");
        assertEquals("again", find(KEY).orElseThrow().get("told"));
    }

    @Test
    void everyDamagedByteAndEveryCutIsSeen() throws IOException {
        keep("it");
        Path file = file();
        byte[] whole = Files.readAllBytes(file);
        AnswerFiles build = open("1");
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertEquals(Optional.empty(), build.find(KEY), "byte " + i);
            Files.write(file, Arrays.copyOf(whole, i));
            assertEquals(Optional.empty(), build.find(KEY), "cut at " + i);
        }
    }

    @Test
    void anAnswerUnderTheNameOfAnotherQuestionCountsForNothing() throws IOException {
        open("1").keep(new KeyReference("cloud", "cloud://other"), Map.of("told", "of another key"));
        Path other = file();
        keep("it");
        try (Stream<Path> files = Files.list(folder())) {
            Path mine = files.filter(file -> file.toString().endsWith(".json") && !file.equals(other))
                    .findFirst()
                    .orElseThrow();
            Files.copy(other, mine, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Optional.empty(), find(KEY));
    }

    @Test
    void aDamagedKeyIsReplacedAndAllAnswersWithIt() throws IOException {
        keep("it");
        Files.write(folder().resolve("key"), new byte[31]);
        assertEquals(Optional.empty(), find(KEY));
        keep("again");
        assertTrue(find(KEY).isPresent());
    }

    @Test
    void aFileThatOthersMayReadCountsForNothing() throws IOException {
        keep("it");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(Optional.empty(), find(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx-w----", "rwx-----x", "rwxrwxrwx"})
    void aFolderThatIsOpenToOthersIsRefused(String rights) throws IOException {
        keep("it");
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString(rights));
        IOException refused = assertThrows(IOException.class, () -> open("1"));
        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 700"), refused::getMessage);
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        keep("it");
        try {
            Files.setOwner(
                    folder(),
                    folder().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            abort("only root can give a folder away");
        }
        IOException refused = assertThrows(IOException.class, () -> open("1"));
        assertTrue(String.valueOf(refused.getMessage()).contains("another user"), refused::getMessage);
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Files.createDirectories(
                home.resolve("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(home.resolve(".cache"));
        Files.createSymbolicLink(folder(), home.resolve("elsewhere"));
        assertThrows(IOException.class, () -> open("1"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws IOException {
        write(".cache", "x");
        assertThrows(IOException.class, () -> open("1"));
    }

    @Test
    void liesWhereTheUserWantsCaches() throws IOException {
        variables.put("XDG_CACHE_HOME", home.resolve("xdg").toString());
        keep("it");
        assertTrue(Files.isDirectory(home.resolve("xdg/cmk-maven-plugin")));

        variables.put("XDG_CACHE_HOME", "relative");
        Files.createDirectories(home.resolve("Library/Caches"));
        keep("it");
        assertTrue(Files.isDirectory(home.resolve("Library/Caches/cmk-maven-plugin")));
    }

    @Test
    void whatIsTooOldForAnybodyIsSweptAway() throws IOException {
        keep("it");
        Path old = file();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(86_500)));
        Path piece = Files.createFile(folder().resolve("piece1.tmp"));
        Files.setLastModifiedTime(piece, FileTime.from(Instant.now().minusSeconds(86_500)));
        open("1").keep(new KeyReference("cloud", "cloud://other"), Map.of());

        open("1").sweep();

        assertFalse(Files.exists(old));
        assertFalse(Files.exists(piece));
        assertTrue(Files.exists(folder().resolve("key")));
        assertTrue(open("1").find(new KeyReference("cloud", "cloud://other")).isPresent());
    }

    @Test
    void manyBuildsAtOnceNeverSeeHalfAnAnswer() throws Exception {
        String told = "x".repeat(50_000);
        ExecutorService builds = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                all.add(builds.submit(() -> {
                    int seen = 0;
                    for (int i = 0; i < 50; i++) {
                        open("1").keep(KEY, Map.of("told", told));
                        seen += find(KEY)
                                        .filter(kept -> told.equals(kept.get("told")))
                                        .isPresent()
                                ? 1
                                : 0;
                    }
                    return seen;
                }));
            }
            keep("first");
            int seen = 0;
            for (Future<Integer> one : all) {
                seen += one.get();
            }
            // The key may be made twice at the very beginning; whoever has the other one finds nothing yet.
            assertTrue(seen > 150, "seen " + seen);
            keep("last");
            assertEquals("last", find(KEY).orElseThrow().get("told"));
            try (Stream<Path> files = Files.list(folder())) {
                assertEquals(
                        0,
                        files.filter(file -> file.toString().endsWith(".tmp")).count());
            }
            assertEquals(
                    4, IntStream.range(0, 4).filter(i -> all.get(i).isDone()).count());
        } finally {
            builds.shutdownNow();
        }
    }
}
