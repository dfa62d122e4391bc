package io.github.cmkverify.declare;

import io.github.cmkverify.declare.PomTree.Element;
import io.github.cmkverify.key.SourceLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the keys in a POM, layer by layer as {@link PluginLayers} sees them. */
final class PomLines {
    private final String artifactId;
    /** By what distinguishes a layer from others of its POM; two entries that Maven takes for one have one list. */
    private final Map<String, List<Integer>> lines = new HashMap<>();

    private PomLines(String artifactId) {
        this.artifactId = artifactId;
    }

    /**
     * Reads a POM. One that cannot be read has no lines: it costs the place of a key, and not the key.
     *
     * @param artifactId of this plugin
     */
    static PomLines of(Path file, String artifactId) {
        PomLines pom = new PomLines(artifactId);
        try {
            PomTree.read(file).root().all("project").forEach(pom::project);
        } catch (IOException e) {
            pom.lines.clear();
        }
        return pom;
    }

    /**
     * The line of a key.
     *
     * @param layer of this POM
     * @param index of the key in {@code <keys>} of the layer, from 0
     * @return {@link SourceLine#UNKNOWN} if the file does not show as many keys there as the layer has
     */
    int line(Layer layer, int index) {
        List<Integer> found = lines.getOrDefault(layer.place(), List.of());
        return found.size() == layer.elements("keys").size() ? found.get(index) : SourceLine.UNKNOWN;
    }

    private void project(Element project) {
        project.all("build").forEach(build -> build(build, ""));
        project.all("profiles")
                .flatMap(profiles -> profiles.all("profile"))
                .forEach(profile -> profile.all("build")
                        .forEach(build -> build(build, Layer.inProfile(profile.text("id", "default")))));
    }

    private void build(Element build, String place) {
        build.all("pluginManagement").forEach(managed -> plugins(managed, place + Layer.MANAGED));
        plugins(build, place);
    }

    private void plugins(Element container, String place) {
        container
                .all("plugins")
                .flatMap(plugins -> plugins.all("plugin"))
                .filter(plugin -> plugin.text("artifactId", "").equals(artifactId))
                .forEach(plugin -> {
                    keys(plugin, place);
                    plugin.all("executions")
                            .flatMap(executions -> executions.all("execution"))
                            .forEach(execution ->
                                    keys(execution, place + Layer.inExecution(execution.text("id", "default"))));
                });
    }

    private void keys(Element container, String place) {
        List<Integer> found = lines.computeIfAbsent(place, key -> new ArrayList<>());
        container
                .all("configuration")
                .flatMap(configuration -> configuration.all("keys"))
                .flatMap(keys -> keys.children().stream())
                .forEach(key -> found.add(key.line()));
    }
}
