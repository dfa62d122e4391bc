package io.github.cmkverify;

import io.github.cmkverify.declare.Checkout;
import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.report.JoinedReport;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.Origin;
import io.github.cmkverify.report.ReportFormat;
import io.github.cmkverify.report.RunReport;
import io.github.cmkverify.report.StepSummary;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The files that a run leaves behind.
 *
 * @param formats of the reports
 * @param origin where in the build the run takes place
 * @param reactor of which the joined report speaks; {@code null} where there is no other module
 * @param from folder that the places of reports are shown from
 */
record Reports(
        Set<ReportFormat> formats, Origin origin, @Nullable Reactor reactor, Path from) {

    /** What a run of a goal leaves behind. */
    static Reports of(Set<ReportFormat> formats, MavenSession session, MavenProject project, MojoExecution run)
            throws InvalidInputException {
        String execution = run.getExecutionId();
        Path root = Checkout.root(session);
        Origin origin = new Origin(
                ReportPlace.isUsual(execution) ? null : execution,
                root,
                project.getFile() == null ? null : project.getFile().toPath());
        return new Reports(formats, origin, Reactor.of(session, run), Path.of(session.getExecutionRootDirectory()));
    }

    /** Writes them all, and says which; one that cannot be written keeps no other from being. */
    void write(Request request, RunReport report, boolean stops, ConcurrentMap<String, Object> memory, Lines lines)
            throws MojoExecutionException {
        List<String> mistakes = new ArrayList<>();
        for (ReportFormat format : formats) {
            Path file = request.outputDirectory().resolve(request.reportName() + format.suffix());
            try {
                told(lines, file, format.write(file, report));
            } catch (IOException e) {
                mistakes.add("The report " + file + " cannot be written: " + e);
            }
        }
        if (reactor != null) {
            try {
                join(reactor, report, stops, memory, lines);
            } catch (IOException e) {
                mistakes.add("The joined report in " + reactor.folder() + " cannot be written: " + e);
            }
        }
        if (!mistakes.isEmpty()) {
            throw new MojoExecutionException(String.join("\n", mistakes));
        }
    }

    private void join(Reactor whole, RunReport report, boolean stops, ConcurrentMap<String, Object> memory, Lines lines)
            throws IOException {
        synchronized (memory) {
            JoinedReport joined =
                    new JoinedReport(whole.folder(), whole.project(), whole.expected(memory), Reactor.parts(memory));
            joined.add(report, formats, stops).forEach((file, sha256) -> told(lines, file, sha256));
        }
    }

    /** Appends to the summary that GitHub Actions shows, if there is one; it is no report, and stops nothing. */
    static void summarise(@Nullable String file, RunReport report, ConcurrentMap<String, Object> memory, Lines lines) {
        if (file == null || file.isBlank()) {
            return;
        }
        try {
            synchronized (memory) {
                StepSummary.append(Path.of(file), report);
            }
        } catch (IOException | InvalidPathException e) {
            lines.warn("The step summary " + file + " (GITHUB_STEP_SUMMARY) cannot be written: " + e.getMessage());
        }
    }

    private void told(Lines lines, Path file, String sha256) {
        Path shown = file.startsWith(from) ? from.relativize(file) : file;
        lines.info("Report " + shown + ", SHA-256 " + sha256);
    }
}
