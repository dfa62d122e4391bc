package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * All the places where the configuration of this plugin for a module is written, in the order of their strength, which
 * is the same on every Maven from 3.6.3 to 4.0: {@code <pluginManagement>} of the whole lineage, {@code <plugins>} of
 * the whole lineage, then both for an execution; in each, parents before children and a model before its profiles.
 */
final class PluginLayers {
    private final String pluginKey;
    private final UnaryOperator<String> interpolation;
    private LayerStack managed = new LayerStack();
    private LayerStack declared = new LayerStack();

    private PluginLayers(String pluginKey, UnaryOperator<String> interpolation) {
        this.pluginKey = pluginKey;
        this.interpolation = interpolation;
    }

    /**
     * Looks for the layers of a module.
     *
     * @param pluginKey {@code groupId:artifactId} of this plugin
     * @param interpolation resolves expressions in a groupId or artifactId
     * @throws InvalidInputException if the lineage cannot be seen whole: a layer that nobody sees may hold a key
     */
    static PluginLayers of(MavenProject module, String pluginKey, UnaryOperator<String> interpolation)
            throws InvalidInputException {
        PluginLayers layers = new PluginLayers(pluginKey, interpolation);
        for (MavenProject level : lineage(module)) {
            layers.managed = layers.managed.forChild();
            layers.declared = layers.declared.forChild();
            layers.add(level, module);
        }
        return layers;
    }

    /** The module and its parents, the oldest first. */
    private static Collection<MavenProject> lineage(MavenProject module) throws InvalidInputException {
        ArrayDeque<MavenProject> lineage = new ArrayDeque<>();
        MavenProject level = module;
        while (level != null) {
            lineage.addFirst(level);
            MavenProject parent = level.getParent();
            if (level.getOriginalModel() == null
                    || (parent == null && level.getModel().getParent() != null)) {
                throw new InvalidInputException(
                        "the POM or a parent of " + level.getId(), "", "one that Maven shows as it was written");
            }
            level = parent;
        }
        return lineage;
    }

    /**
     * The layers that make up the configuration of an execution, the weakest first.
     *
     * @param execution its id, or {@code null} for the plugin itself
     */
    List<Layer> chain(@Nullable String execution) {
        List<Layer> chain = new ArrayList<>(managed.ofPlugin());
        chain.addAll(declared.ofPlugin());
        if (execution != null) {
            chain.addAll(managed.ofExecution(execution));
            chain.addAll(declared.ofExecution(execution));
        }
        return chain;
    }

    private void add(MavenProject level, MavenProject module) {
        Model model = level.getOriginalModel();
        File file = level.getFile();
        Path path = file == null ? null : file.toPath();
        String label = level.getGroupId() + ":" + level.getArtifactId() + ":" + level.getVersion()
                + (file == null ? "" : " (" + file + ")");
        add(model.getBuild(), label, path);
        List<String> active = activeProfiles(level, module);
        for (Profile profile : model.getProfiles()) {
            if (active.contains(profile.getId())) {
                add(profile.getBuild(), label + Layer.inProfile(profile.getId()), path);
            }
        }
    }

    /**
     * The profiles that are active in a POM of the lineage. A parent's may depend on the module, so the module is asked
     * first. Maven 4.0.0-rc-4 differs: it writes the packaging into the id of a POM, lists a parent's profiles under
     * the module, too, so that one of the same id looks active there (its keys are then asked for in vain: an error on
     * the safe side), and like rc-6 knows the profiles of a parent from a repository at the parent alone.
     */
    private static List<String> activeProfiles(MavenProject level, MavenProject module) {
        String id = level.getGroupId() + ":" + level.getArtifactId() + ":" + level.getVersion();
        List<String> active = module.getInjectedProfileIds().get(id);
        if (active == null) {
            active = level.getInjectedProfileIds().get(id);
        }
        if (active == null) {
            active = level.getInjectedProfileIds().get(level.getId());
        }
        return active == null ? List.of() : active;
    }

    private void add(@Nullable BuildBase build, String label, @Nullable Path file) {
        if (build != null) {
            add(build.getPluginManagement(), managed, label + Layer.MANAGED, file);
            add(build, declared, label, file);
        }
    }

    private void add(@Nullable PluginContainer container, LayerStack stack, String label, @Nullable Path file) {
        if (container != null) {
            for (Plugin entry : container.getPlugins()) {
                if (pluginKey.equals(interpolation.apply(entry.getKey()))) {
                    stack.add(entry, label, file);
                }
            }
        }
    }
}
