package io.github.cmkverify.declare;

import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** All runs of the goal that a whole reactor has to make, modules included that are left out of this build. */
public final class ReactorRuns {
    private final MavenSession session;
    private final MojoExecution run;

    /**
     * @param session the build
     * @param run one of its runs; the others are of its kind, called or bound
     */
    public ReactorRuns(MavenSession session, MojoExecution run) {
        this.session = session;
        this.run = run;
    }

    /** The module and, where it is not the usual one, the execution of each: {@code g:a}, {@code g:a@gate}. */
    public Set<String> titles() {
        Set<String> titles = new TreeSet<>();
        String key = run.getGroupId() + ":" + run.getArtifactId();
        // Keys of the command line are those of every run.
        boolean everywhere = session.getUserProperties().containsKey("cmk.keys")
                || session.getUserProperties().containsKey("cmk.keysFile");
        boolean called = ModuleKeys.isCalled(run);
        for (MavenProject module : session.getAllProjects()) {
            EffectivePlugin plugin = EffectivePlugin.of(module, key, called);
            String title = module.getGroupId() + ":" + module.getArtifactId();
            if (!called) {
                plugin.bound(run.getGoal(), !everywhere).forEach(id -> titles.add(title(title, id)));
            } else if (plugin.hasKeysInCall(run)
                    || (everywhere && session.getProjects().contains(module))) {
                titles.add(title(title, run.getExecutionId()));
            }
        }
        return titles;
    }

    private static String title(String module, String execution) {
        return ReportPlace.isUsual(execution) ? module : module + "@" + execution;
    }
}
