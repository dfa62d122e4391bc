package io.github.cmkverify;

import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.report.JoinedReport;
import io.github.cmkverify.report.ReportFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports of an earlier run, which would show a state that nobody has verified in this one. */
final class EarlierReports {
    private static final String FIRST = "verify-keys";

    private EarlierReports() {}

    /**
     * Deletes the joined reports of an earlier build; those of this build stay.
     *
     * @param folder where they lie
     * @param start when this build started
     * @throws IOException if one is there and cannot be deleted
     */
    static void deleteJoined(Path folder, Instant start) throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            Path file = folder.resolve(JoinedReport.NAME + format.suffix());
            if (isOlder(file, start)) {
                Files.deleteIfExists(file); // another module may be doing the same
            }
        }
    }

    private static boolean isOlder(Path file, Instant start) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(start);
        } catch (NoSuchFileException e) {
            return false; // there is none, or another module is just writing it
        }
    }

    /**
     * Deletes those of this execution, and those of any other execution that an earlier build left behind; what another
     * execution of this build has just written stays.
     *
     * @param start when this build started
     * @throws IOException if one is there and cannot be deleted
     */
    static void delete(ReportPlace place, Instant start) throws IOException {
        if (!Files.isDirectory(place.folder())) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place.folder(), FIRST + "*")) {
            for (Path file : files) {
                String name = reportName(file);
                if (name != null
                        && (name.equals(place.name())
                                || Files.getLastModifiedTime(file).toInstant().isBefore(start))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The name of the report that a file is, without the ending of its format; {@code null} where it is none. */
    private static @Nullable String reportName(Path file) {
        String name = file.getFileName().toString();
        for (ReportFormat format : ReportFormat.values()) {
            if (name.endsWith(format.suffix())) {
                String report =
                        name.substring(0, name.length() - format.suffix().length());
                return report.equals(FIRST) || report.startsWith(FIRST + "-") ? report : null;
            }
        }
        return null;
    }
}
