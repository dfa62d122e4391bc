package io.github.cmkverify;

import io.github.cmkverify.declare.ReportPlace;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/** Reports of an earlier run, which would show a state that nobody has verified in this one. */
final class EarlierReports {
    private static final Pattern REPORT =
            Pattern.compile("(verify-keys(?:-.+?)?)\\.(json|xml|sarif|sarif\\.json|html)");

    private EarlierReports() {}

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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place.folder(), "verify-keys*")) {
            for (Path file : files) {
                var report = REPORT.matcher(file.getFileName().toString());
                if (report.matches()
                        && (report.group(1).equals(place.name())
                                || Files.getLastModifiedTime(file).toInstant().isBefore(start))) {
                    Files.delete(file);
                }
            }
        }
    }
}
