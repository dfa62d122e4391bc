package io.github.cmkverify.declare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.jspecify.annotations.Nullable;

/**
 * The layers of this plugin in either {@code <plugins>} or {@code <pluginManagement>} of a lineage of POMs, the
 * weakest first.
 */
final class LayerStack {
    private final Layers plugin = new Layers();
    private final Map<String, Layers> executions = new LinkedHashMap<>();

    /** Adds an entry that wins over all there are. */
    void add(Plugin entry, String label, @Nullable Path file) {
        plugin.add(entry, label, file);
        for (PluginExecution execution : entry.getExecutions()) {
            Layers layers = executions.get(execution.getId());
            if (layers == null) {
                layers = new Layers();
                executions.put(execution.getId(), layers);
            }
            layers.add(execution, label + Layer.inExecution(execution.getId()), file);
        }
    }

    /**
     * What a child of the POMs so far gets: all but what {@code <inherited>false</inherited>} keeps back. An execution
     * that does not say follows its plugin.
     */
    LayerStack forChild() {
        LayerStack stack = new LayerStack();
        boolean pluginInherited = plugin.inherited == null || plugin.inherited;
        if (pluginInherited) {
            stack.plugin.addAll(plugin);
        }
        for (Map.Entry<String, Layers> execution : executions.entrySet()) {
            Layers layers = execution.getValue();
            if (layers.inherited == null ? pluginInherited : layers.inherited) {
                Layers kept = new Layers();
                kept.addAll(layers);
                stack.executions.put(execution.getKey(), kept);
            }
        }
        return stack;
    }

    /** The layers of the plugin itself. */
    List<Layer> ofPlugin() {
        return plugin.layers;
    }

    /** The layers of an execution, without those of the plugin. */
    List<Layer> ofExecution(String id) {
        Layers layers = executions.get(id);
        return layers == null ? List.of() : layers.layers;
    }

    private static final class Layers {
        private final List<Layer> layers = new ArrayList<>();
        private @Nullable Boolean inherited;

        void add(ConfigurationContainer container, String label, @Nullable Path file) {
            layers.add(new Layer(label, file, Node.ofConfiguration(container.getConfiguration())));
            if (container.getInherited() != null) {
                inherited = container.isInherited();
            }
        }

        void addAll(Layers others) {
            layers.addAll(others.layers);
            inherited = others.inherited;
        }
    }
}
