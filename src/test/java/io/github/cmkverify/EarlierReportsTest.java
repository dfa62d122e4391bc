package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.declare.ReportPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierReportsTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void deletesTheReportsOfAnotherExecutionThatAnEarlierBuildLeft(@TempDir Path folder) throws Exception {
        Path earlier = Files.createFile(folder.resolve("verify-keys-gate.json"));
        Files.setLastModifiedTime(earlier, FileTime.from(START.minusSeconds(1)));
        Path fresh = Files.createFile(folder.resolve("verify-keys-first.json"));
        Files.setLastModifiedTime(fresh, FileTime.from(START.plusSeconds(1)));
        Path foreign = Files.createFile(folder.resolve("verify-keys.properties"));
        Files.setLastModifiedTime(foreign, FileTime.from(START.minusSeconds(1)));

        EarlierReports.delete(new ReportPlace(folder, "verify-keys"), START);

        assertFalse(Files.exists(earlier));
        assertTrue(Files.exists(fresh));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void deletesTheReportsOfItsOwnExecutionAlone(@TempDir Path folder) throws Exception {
        List<String> own =
                List.of("verify-keys.json", "verify-keys.junit.xml", "verify-keys.sarif", "verify-keys.html");
        List<String> others = List.of("notes.json", "verify-keys-gate.json", "verify-keys.properties");
        for (String name : Stream.concat(own.stream(), others.stream()).toList()) {
            Files.createFile(folder.resolve(name));
        }

        EarlierReports.delete(new ReportPlace(folder, "verify-keys"), START);

        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    others,
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void doesNothingWhereThereAreNone(@TempDir Path folder) throws Exception {
        EarlierReports.delete(new ReportPlace(folder.resolve("absent"), "verify-keys"), START);

        assertFalse(Files.exists(folder.resolve("absent")));
    }

    @Test
    void stopsAtAReportThatCannotBeDeleted(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("verify-keys.json").resolve("occupied"));

        assertThrows(IOException.class, () -> EarlierReports.delete(new ReportPlace(folder, "verify-keys"), START));
    }

    @Test
    void deletesTheJoinedReportsOfAnEarlierBuildAlone(@TempDir Path folder) throws Exception {
        Path earlier = Files.createFile(folder.resolve("verify-keys.all.json"));
        Files.setLastModifiedTime(earlier, FileTime.from(START.minusSeconds(1)));
        Path fresh = Files.createFile(folder.resolve("verify-keys.all.sarif"));
        Files.setLastModifiedTime(fresh, FileTime.from(START.plusSeconds(1)));
        Path other = Files.createFile(folder.resolve("verify-keys.json"));
        Files.setLastModifiedTime(other, FileTime.from(START.minusSeconds(1)));

        EarlierReports.deleteJoined(folder, START);
        EarlierReports.deleteJoined(folder.resolve("absent"), START);

        assertFalse(Files.exists(earlier));
        assertTrue(Files.exists(fresh));
        assertTrue(Files.exists(other));
    }
}
