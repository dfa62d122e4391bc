package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Waiver;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The waivers that count for the keys of a configuration: those of the POM, and of the files that it names. */
final class ModuleWaivers {
    private static final String WAIVERS = "waivers";
    private static final String FILE = "waiversFile";
    private static final String FILE_PROPERTY = "cmk.waiversFile";

    private final WaiversReader reader;
    private final WaiversFile files;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution run;
    private final Map<Path, List<Waiver>> read = new HashMap<>();

    ModuleWaivers(WaiversReader reader, JsonText json, MavenSession session, MavenProject project, MojoExecution run) {
        this.reader = reader;
        this.files = new WaiversFile(reader, json);
        this.session = session;
        this.project = project;
        this.run = run;
    }

    /**
     * The waivers of what Maven handed to the goal.
     *
     * @param keysOfPom whether the keys of the POM are verified, for which its waivers are meant
     */
    List<Waiver> handed(Parameters parameters, boolean keysOfPom) throws InvalidInputsException {
        PlexusConfiguration written = parameters.waivers();
        EffectivePlugin plugin = EffectivePlugin.of(project, pluginKey(), ModuleKeys.isCalled(run));
        String id = run.getExecutionId();
        Scope scope = new Scope(plugin.execution(id) == null ? null : id, keysOfPom, keysOfPom && hasAllKeys(plugin));
        return all(
                scope,
                written == null ? null : Node.of(written).withTexts(Interpolation.ofRest(session, project)),
                parameters.waiversFile());
    }

    /**
     * The waivers of a further execution.
     *
     * @param execution its id
     * @param configuration its effective configuration
     */
    List<Waiver> ofExecution(String execution, Node configuration) throws InvalidInputsException {
        Node file = configuration.child(FILE);
        Scope scope = new Scope(execution, true, true);
        return all(scope, configuration.child(WAIVERS), file == null ? null : file.text());
    }

    /**
     * What a configuration is for.
     *
     * @param execution its execution, {@code null} for the plugin itself
     * @param keys whether the keys of the execution are verified
     * @param allKeys whether those of all other executions are verified in the same run
     */
    private record Scope(@Nullable String execution, boolean keys, boolean allKeys) {}

    private boolean hasAllKeys(EffectivePlugin plugin) {
        int executions = 0;
        for (PluginExecution execution : plugin.executions()) {
            if (execution.getGoals().contains(run.getGoal())) {
                executions++;
            }
        }
        return executions <= 1
                || (ModuleKeys.isCalled(run) && run.getExecutionId().equals("default-cli"));
    }

    private List<Waiver> all(Scope scope, @Nullable Node waivers, @Nullable String file) throws InvalidInputsException {
        Problems problems = new Problems();
        List<Waiver> all = new ArrayList<>();
        if (waivers != null) {
            try {
                all.addAll(ofPom(scope, waivers));
            } catch (InvalidInputException e) {
                problems.add(e);
            } catch (InvalidInputsException e) {
                problems.add(e);
            }
        }
        for (String path : CommandLineValues.of(file, FILE_PROPERTY, session, project)) {
            try {
                all.addAll(ofFile(path(path)));
            } catch (InvalidInputException e) {
                problems.add(e);
            } catch (InvalidInputsException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return distinct(all);
    }

    private List<Waiver> ofPom(Scope scope, Node waivers) throws InvalidInputException, InvalidInputsException {
        String execution = scope.execution();
        String place = (execution == null ? "" : "execution '" + execution + "' ") + "<" + WAIVERS + ">";
        WaiversReader.checkFrame(waivers, place);
        if (waivers.children().isEmpty() || project.getFile() == null) {
            return List.of();
        }
        Interpolation model = Interpolation.ofModel(session, project, run);
        PluginLayers plugin = PluginLayers.of(project, pluginKey(), model);
        WaiverLayers layers = new WaiverLayers(plugin.chain(execution), model);
        layers.check(waivers);
        List<Layer> ofPlugin = plugin.chain(null);
        boolean unshared = scope.keys() && !isInherited();
        Problems problems = new Problems();
        List<Waiver> found = new ArrayList<>();
        for (int i = 0; i < waivers.children().size(); i++) {
            Node element = waivers.children().get(i);
            Optional<WaiverLayers.Written> written = layers.writtenAs(element);
            String where = written.map(WaiverLayers.Written::where).orElse(WaiversReader.label(place, i + 1));
            boolean own = unshared
                    && written.map(WaiverLayers.Written::layer)
                            .filter(layer -> project.getFile().toPath().equals(layer.file()))
                            .filter(layer -> scope.allKeys() || !ofPlugin.contains(layer))
                            .isPresent();
            try {
                found.add(reader.read(element, where, own));
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return found;
    }

    /** Whether other modules of the build inherit from this one, and share its waivers. */
    private boolean isInherited() {
        for (MavenProject module : session.getAllProjects()) {
            for (MavenProject parent = module.getParent(); parent != null; parent = parent.getParent()) {
                if (project.getFile().equals(parent.getFile())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A file that several executions name is read once, and its mistakes are told once. */
    private List<Waiver> ofFile(Path path) throws InvalidInputsException {
        List<Waiver> known = read.putIfAbsent(path, List.of());
        if (known != null) {
            return known;
        }
        List<Waiver> fresh = files.read(path);
        read.put(path, fresh);
        return fresh;
    }

    /** On the command line relative to where Maven was called, in a POM to the folder of the module. */
    private Path path(String written) throws InvalidInputException {
        String called = session.getUserProperties().getProperty(FILE_PROPERTY);
        boolean ofPom =
                project.getFile() != null && (called == null || !called.strip().equals(written));
        try {
            Path base = ofPom ? project.getBasedir().toPath() : Path.of(session.getExecutionRootDirectory());
            return base.resolve(written).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInputException("<waiversFile> (cmk.waiversFile)", written, "a path");
        }
    }

    private String pluginKey() {
        return run.getGroupId() + ":" + run.getArtifactId();
    }

    /** The same waiver in the POM and in a file is one. */
    private static List<Waiver> distinct(List<Waiver> waivers) {
        Map<List<Object>, Waiver> distinct = new LinkedHashMap<>();
        for (Waiver waiver : waivers) {
            distinct.putIfAbsent(List.of(waiver.key(), waiver.covers(), waiver.until(), waiver.reason()), waiver);
        }
        return List.copyOf(distinct.values());
    }
}
