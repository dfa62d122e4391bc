package io.github.cmkverify.declare;

import java.util.List;
import java.util.stream.Stream;
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
        return container == null
                ? null
                : container.getPlugins().stream()
                        .filter(plugin -> plugin.getKey().equals(key))
                        .findFirst()
                        .orElse(null);
    }

    /** The configuration of the plugin itself. */
    Node configuration() {
        return Node.ofConfiguration(entry == null ? null : entry.getConfiguration());
    }

    /** All executions. */
    List<PluginExecution> executions() {
        return entry == null ? List.of() : entry.getExecutions();
    }

    /** Whether there is an execution of this id. */
    boolean has(String execution) {
        return executions().stream().anyMatch(candidate -> candidate.getId().equals(execution));
    }

    /** Whether a run that is bound to a phase, any of them, has a key to ask for. */
    boolean hasKeysWhereBound(String goal) {
        return bound(goal).anyMatch(EffectivePlugin::hasKeys);
    }

    /**
     * The ids of the executions that are bound to a phase.
     *
     * @param withKeys only those that have a key to ask for
     */
    List<String> bound(String goal, boolean withKeys) {
        return bound(goal)
                .filter(execution -> !withKeys || hasKeys(execution))
                .map(PluginExecution::getId)
                .toList();
    }

    private Stream<PluginExecution> bound(String goal) {
        return executions().stream()
                .filter(execution -> !NO_PHASE.equals(execution.getPhase())
                        && execution.getGoals().contains(goal));
    }

    /** Whether a run that the command line names has a key to ask for. */
    boolean hasKeysInCall(MojoExecution run) {
        return run.getExecutionId().equals("default-cli")
                ? hasKeysWhenCalled(run.getGoal())
                : hasKeysOf(run.getExecutionId());
    }

    /** Whether a call of {@code goal} alone has a key to ask for. */
    boolean hasKeysWhenCalled(String goal) {
        return hasKeys(configuration())
                || executions().stream()
                        .anyMatch(execution -> execution.getGoals().contains(goal) && hasKeys(execution));
    }

    /** Whether a call of {@code goal@id} has a key to ask for. */
    boolean hasKeysOf(String id) {
        return has(id)
                ? executions().stream().anyMatch(execution -> execution.getId().equals(id) && hasKeys(execution))
                : hasKeys(configuration());
    }

    private static boolean hasKeys(PluginExecution execution) {
        return hasKeys(Node.ofConfiguration(execution.getConfiguration()));
    }

    private static boolean hasKeys(Node configuration) {
        Node keys = configuration.child("keys");
        return keys != null && !keys.children().isEmpty();
    }
}
