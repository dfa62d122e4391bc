package io.github.cmkverify.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every conversation, broken at every step in every way. The cells are played at the same time, and looked at in turn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit sets the folder, and calls play() first
class FaultMatrixTest {
    private static final int AT_ONCE = 24;

    /** What the SDK of AWS reads from the process alone. */
    private static final Map<String, String> WEB_IDENTITY = Map.of(
            "aws.region", "us-west-2",
            "aws.roleArn", "arn:aws:iam::111122223333:role/builder",
            "aws.roleSessionName", "test");

    private static final String TOKEN_FILE = "aws.webIdentityTokenFile";

    private final Map<Cell, Future<Scene>> scenes = new LinkedHashMap<>();
    private final ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
    private Stage stage;

    @BeforeAll
    void play(@TempDir Path folder) throws Exception {
        WEB_IDENTITY.forEach(System::setProperty);
        System.setProperty(
                TOKEN_FILE,
                Files.writeString(folder.resolve("web-identity"), "web-token").toString());
        stage = new Stage(folder);
        cells().forEach(cell -> scenes.put(cell, players.submit(() -> stage.play(cell))));
    }

    @AfterAll
    void report() throws Exception {
        players.shutdown();
        List<Scene> all = new ArrayList<>();
        for (Future<Scene> scene : scenes.values()) {
            all.add(scene.get());
        }
        stage.close();
        WEB_IDENTITY.keySet().forEach(System::clearProperty);
        System.clearProperty(TOKEN_FILE);
        MatrixReport.write(Path.of("target", "fault-matrix.md"), all);
        System.Logger log = System.getLogger(FaultMatrixTest.class.getName());
        log.log(System.Logger.Level.INFO, MatrixReport.summary(all));
    }

    static Stream<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Talk talk : Talk.all()) {
            for (Step step : talk.own()) {
                for (Trouble trouble : Trouble.values()) {
                    if (!trouble.name().startsWith("DOUBLED") || talk.canDouble(step)) {
                        cells.add(new Cell(talk, step, trouble, false));
                    }
                    if (trouble.isWorthAnotherAttempt()) {
                        cells.add(new Cell(talk, step, trouble, true));
                    }
                }
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void noCellPassesWithoutAGoodAnswer(Cell cell) throws Exception {
        Scene scene = Objects.requireNonNull(scenes.get(cell)).get();
        assertTrue(Expected.of(cell).contains(scene.seen()), scene::toString);
        assertTrue(scene.told() || !scene.seen().equals(Talk.PASS), scene::toString);
    }

    @Test
    void http2IsNeverOffered() {
        assertEquals(Set.of("http/1.1"), stage.offered());
    }
}
