package io.github.cmkverify.declare;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * This plugin as a module's effective model has it: its entry in {@code <plugins>}, or for a direct call the one in
 * {@code <pluginManagement>} where there is no other. Every execution there holds the plugin's configuration, too.
 */
final class EffectivePlugin {
    /** What people write to keep an inherited execution from running. */
    private static final String NO_PHASE = "none";

    private final @Nullable Plugin entry;

    private EffectivePlugin(@Nullable Plugin entry) {
        this.entry = entry;
    }

    /**
     * Looks for it.
     *
     * @param key {@code groupId:artifactId} of this plugin
     * @param managedToo whether an entry in {@code <pluginManagement>} alone counts
     */
    static EffectivePlugin of(MavenProject module, String key, boolean managedToo) {
        Build build = module.getBuild();
        if (build == null) {
            return new EffectivePlugin(null);
        }
        Plugin found = find(build, key);
        return new EffectivePlugin(found == null && managedToo ? find(build.getPluginManagement(), key) : found);
    }

    private static @Nullable Plugin find(@Nullable PluginContainer container, String key) {
        if (container != null) {
            for (Plugin plugin : container.getPlugins()) {
                if (plugin.getKey().equals(key)) {
                    return plugin;
                }
            }
        }
        return null;
    }

    /** The configuration of the plugin itself. */
    Node configuration() {
        return Node.ofConfiguration(entry == null ? null : entry.getConfiguration());
    }

    /** All executions. */
    List<PluginExecution> executions() {
        return entry == null ? List.of() : entry.getExecutions();
    }

    /** The execution of this id. */
    @Nullable PluginExecution execution(String id) {
        for (PluginExecution execution : executions()) {
            if (execution.getId().equals(id)) {
                return execution;
            }
        }
        return null;
    }

    /** Whether a run that is bound to a phase, any of them, has a key to ask for. */
    boolean hasKeysWhereBound(String goal) {
        return !bound(goal, true).isEmpty();
    }

    /**
     * The ids of the executions that are bound to a phase.
     *
     * @param withKeys only those that have a key to ask for
     */
    List<String> bound(String goal, boolean withKeys) {
        List<String> bound = new ArrayList<>();
        for (PluginExecution execution : executions()) {
            if (!NO_PHASE.equals(execution.getPhase())
                    && execution.getGoals().contains(goal)
                    && (!withKeys || hasKeys(execution))) {
                bound.add(execution.getId());
            }
        }
        return bound;
    }

    /** Whether a run that the command line names has a key to ask for. */
    boolean hasKeysInCall(MojoExecution run) {
        return run.getExecutionId().equals("default-cli")
                ? hasKeysWhenCalled(run.getGoal())
                : hasKeysOf(run.getExecutionId());
    }

    /** Whether a call of {@code goal} alone has a key to ask for. */
    boolean hasKeysWhenCalled(String goal) {
        if (hasKeys(configuration())) {
            return true;
        }
        for (PluginExecution execution : executions()) {
            if (execution.getGoals().contains(goal) && hasKeys(execution)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call of {@code goal@id} has a key to ask for. */
    boolean hasKeysOf(String id) {
        PluginExecution execution = execution(id);
        return execution == null ? hasKeys(configuration()) : hasKeys(execution);
    }

    private static boolean hasKeys(PluginExecution execution) {
        return hasKeys(Node.ofConfiguration(execution.getConfiguration()));
    }

    private static boolean hasKeys(Node configuration) {
        Node keys = configuration.child("keys");
        return keys != null && !keys.children().isEmpty();
    }
}
