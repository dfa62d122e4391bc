package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where the reports of an execution lie.
 *
 * @param folder the folder
 * @param name the name of the reports without their extension
 */
public record ReportPlace(Path folder, String name) {
    private static final String USUAL_NAME = "verify-keys";
    private static final Set<String> USUAL_EXECUTIONS = Set.of("default", "default-cli");

    /**
     * Finds the place.
     *
     * @param outputDirectory {@code cmk.outputDirectory}; relative to the module, or to the folder that Maven runs in
     * @param execution id of the execution
     */
    public static ReportPlace of(
            @Nullable String outputDirectory, MavenSession session, MavenProject project, String execution)
            throws InvalidInputException {
        try {
            return new ReportPlace(folder(outputDirectory, session, project), name(execution));
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    "<outputDirectory> (cmk.outputDirectory)", String.valueOf(outputDirectory), "a path");
        }
    }

    /**
     * The folder at the root of a reactor, for what speaks for all of its modules: as {@code -Dcmk.outputDirectory}
     * says, or {@code target/cmk}.
     */
    public static Path ofReactor(MavenSession session) throws InvalidInputException {
        String named = session.getUserProperties().getProperty("cmk.outputDirectory");
        MavenProject root = session.getTopLevelProject();
        try {
            return named != null && !named.isBlank()
                    ? base(session, root).resolve(named.strip()).normalize()
                    : usual(session, root);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("<outputDirectory> (cmk.outputDirectory)", String.valueOf(named), "a path");
        }
    }

    private static Path folder(@Nullable String outputDirectory, MavenSession session, MavenProject project) {
        if (outputDirectory == null || outputDirectory.isBlank()) {
            return usual(session, project);
        }
        Path base = base(session, project);
        Path named = base.resolve(outputDirectory.strip()).normalize();
        // One folder for all modules of a reactor: each needs one of its own in there, also where it is built alone.
        return session.getAllProjects().size() > 1 && !named.startsWith(base.normalize())
                ? named.resolve(own(project, session))
                : named;
    }

    /** The name of a module, with its group where another has the same. */
    private static String own(MavenProject project, MavenSession session) {
        String name = project.getArtifactId();
        boolean shared = session.getAllProjects().stream()
                        .filter(module -> name.equals(module.getArtifactId()))
                        .count()
                > 1;
        return shared ? project.getGroupId() + "." + name : name;
    }

    private static Path base(MavenSession session, MavenProject project) {
        return project.getFile() != null ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
    }

    private static Path usual(MavenSession session, MavenProject project) {
        String target = project.getFile() != null ? project.getBuild().getDirectory() : "target";
        return base(session, project).resolve(target).resolve("cmk");
    }

    /** Whether an execution is one that nobody gave a name. */
    public static boolean isUsual(String execution) {
        return USUAL_EXECUTIONS.contains(execution);
    }

    /** Two executions of a module must not overwrite each other's reports, whatever their ids are made of. */
    private static String name(String execution) {
        return isUsual(execution)
                ? USUAL_NAME
                : USUAL_NAME + "-"
                        + URLEncoder.encode(execution, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
