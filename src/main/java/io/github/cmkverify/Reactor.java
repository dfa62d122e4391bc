package io.github.cmkverify;

import io.github.cmkverify.declare.ReactorRuns;
import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.key.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a build that leave a joined report.
 *
 * @param folder where it lies
 * @param project {@code group:artifact:version} of the root
 * @param kind of the run, which is that of all expected ones: what the command line calls, or empty where it is bound
 * @param runs what is expected of the whole reactor
 */
record Reactor(Path folder, String project, String kind, ReactorRuns runs) {
    private static final String EXPECTED = "joined-report-expected";
    private static final String PARTS = "joined-report-parts";

    /** Whether a run is one of several modules' runs. */
    static boolean isOne(MavenSession session, MojoExecution run) {
        return run.getMojoDescriptor().isProjectRequired()
                && session.getAllProjects().size() > 1;
    }

    /** The reactor of a run; {@code null} where there is no other module. */
    static @Nullable Reactor of(MavenSession session, MojoExecution run) throws InvalidInputException {
        if (!isOne(session, run)) {
            return null;
        }
        MavenProject root = session.getTopLevelProject();
        return new Reactor(
                ReportPlace.ofReactor(session),
                root.getGroupId() + ":" + root.getArtifactId() + ":" + root.getVersion(),
                run.getSource() == MojoExecution.Source.CLI ? run.getExecutionId() : "",
                new ReactorRuns(session, run));
    }

    /** What is expected of the runs of this build, whatever their kind; found out once for each. */
    @SuppressWarnings("unchecked") // nobody else uses this key
    Set<String> expected(ConcurrentMap<String, Object> memory) {
        Map<String, Set<String>> byKind =
                (Map<String, Set<String>>) memory.computeIfAbsent(EXPECTED, key -> new TreeMap<String, Set<String>>());
        byKind.computeIfAbsent(kind, key -> runs.titles());
        Set<String> all = new TreeSet<>();
        byKind.values().forEach(all::addAll);
        return all;
    }

    /** The runs so far. */
    @SuppressWarnings("unchecked") // nobody else uses this key
    static SortedMap<String, Map<String, Object>> parts(ConcurrentMap<String, Object> memory) {
        return (SortedMap<String, Map<String, Object>>)
                memory.computeIfAbsent(PARTS, key -> new TreeMap<String, Map<String, Object>>());
    }
}
