package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.NOW;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class StepSummaryTest {
    private static final Verdict BAD = judge(described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3")));

    @TempDir
    Path folder;

    static List<String> hostile() {
        return ReportFormatTest.hostile();
    }

    private String summary(RunReport report) throws IOException {
        Path file = folder.resolve("summary.md");
        StepSummary.append(file, report);
        return Files.readString(file);
    }

    @Test
    void whatPassedIsCountedAndTheRestIsATable() throws IOException {
        String summary = summary(Runs.of(judge(described(HUAWEI, enabled())), BAD));

        assertTrue(summary.contains("\n2 keys: 1 passed, 0 warned, 1 failed, 0 undetermined\n"), summary);
        assertTrue(summary.contains("\n| FAIL | `" + HUAWEI.text() + "` | disabled | `the key is disabled"), summary);
        assertEquals(
                1, summary.lines().filter(line -> line.startsWith("| FAIL")).count());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void foreignTextStandsInCodeSpansAlone(String hostile) throws IOException {
        String summary = summary(new RunReport(
                "0.1.0", hostile, NOW, NOW, HostileTextTest.verdicts(hostile), List.of(), Runs::remedies));

        for (String line : summary.lines().toList()) {
            String outside = line.replaceAll("`[^`]*`", "");
            assertFalse(outside.matches(".*[<>@\\[\\]!`\\\\&{}].*|.*(?i:http|www|evil|alert).*"), line);
            assertTrue(
                    !line.startsWith("|")
                            || outside.chars().filter(c -> c == '|').count() == 6,
                    line);
            assertTrue(
                    !line.startsWith("|") || line.chars().filter(c -> c == '|').count() == 6, line);
            HostileTextTest.assertHarmless(line.replaceFirst("^#### ", ""));
        }
    }

    @Test
    void itIsAppendedAndShortenedWhereThereIsNoRoom() throws IOException {
        RunReport many = Runs.of(Collections.nCopies(300, BAD));
        Path file = folder.resolve("summary.md");
        Files.writeString(file, "x".repeat((int) StepSummary.MOST_BYTES - 600));

        String summary = summary(many);

        assertTrue(summary.startsWith("xxx"));
        assertTrue(summary.contains("… and 300 more"), summary.substring(summary.length() - 600));
        assertTrue(Files.size(file) <= StepSummary.MOST_BYTES);
    }

    @Test
    void aLongRunIsCut() throws IOException {
        String summary = summary(Runs.of(Collections.nCopies(300, BAD)));

        assertEquals(
                200, summary.lines().filter(line -> line.startsWith("| FAIL")).count());
        assertTrue(summary.contains("… and 100 more"));
    }

    @Test
    void aFolderIsNoSummary() {
        assertThrows(IOException.class, () -> StepSummary.append(folder, Runs.of()));
    }
}
