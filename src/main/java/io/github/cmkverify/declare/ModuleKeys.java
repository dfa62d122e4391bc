package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a module's POM declares for one run of the goal.
 *
 * <p>A run that is bound to a phase, or called as {@code goal@id}, has the keys of its execution. A direct call has the
 * keys of the plugin and those of every execution of the goal: Maven itself would hand it only the former.
 */
final class ModuleKeys {
    private final KeysReader reader;
    private final MavenProject project;
    private final MojoExecution run;
    private final Parameters parameters;
    private final Rules rules;
    private final ModuleWaivers waivers;
    private final EffectivePlugin plugin;
    private final String pluginKey;
    private final Interpolation rest;
    private final Interpolation model;

    /**
     * @param rules the rules of the parameters; those of further executions are read here
     * @param waivers the waivers of further executions
     */
    ModuleKeys(
            List<KeySyntax> syntaxes,
            MavenSession session,
            MavenProject project,
            MojoExecution run,
            Parameters parameters,
            Rules rules,
            ModuleWaivers waivers) {
        this.reader = new KeysReader(syntaxes);
        this.project = project;
        this.run = run;
        this.parameters = parameters;
        this.rules = rules;
        this.waivers = waivers;
        this.pluginKey = run.getGroupId() + ":" + run.getArtifactId();
        this.plugin = EffectivePlugin.of(project, pluginKey, isCalled(run));
        this.rest = Interpolation.ofRest(session, project);
        this.model = Interpolation.ofModel(session, project, run);
    }

    /** Whether the command line named the goal; only then an entry in {@code <pluginManagement>} alone counts. */
    static boolean isCalled(MojoExecution run) {
        return run.getSource() == MojoExecution.Source.CLI;
    }

    /**
     * Reads the keys and makes sure that none got lost.
     *
     * @param located whether to look for the lines where they are declared, too
     */
    List<DeclaredKey> read(boolean located) throws InvalidInputsException {
        List<Configured> all = configured();
        Problems problems = new Problems();
        checkLayers(all, problems);
        List<DeclaredKey> keys = new ArrayList<>();
        for (Configured one : all) {
            try {
                if (one.keys() != null) {
                    List<DeclaredKey> read = reader.read(one.keys(), one.rules(), one.where() + "<keys>");
                    keys.addAll(located ? locate(read, one, one.keys()) : read);
                }
            } catch (InvalidInputException e) {
                problems.add(e);
            } catch (InvalidInputsException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return keys;
    }

    private List<DeclaredKey> locate(List<DeclaredKey> read, Configured one, Node keys) throws InvalidInputException {
        PluginLayers layers = PluginLayers.of(project, pluginKey, model);
        return new KeySources(layers, run.getArtifactId(), model).located(read, keys.children(), one.execution());
    }

    private void checkLayers(List<Configured> all, Problems problems) {
        PluginLayers layers;
        try {
            layers = PluginLayers.of(project, pluginKey, model);
        } catch (InvalidInputException e) {
            problems.add(e);
            return;
        }
        ParameterCheck parameterCheck =
                new ParameterCheck(run.getMojoDescriptor().getPluginDescriptor());
        MergeGuard guard = new MergeGuard(reader, model);
        Set<Layer> seen = new LinkedHashSet<>();
        for (Configured one : all) {
            List<Layer> chain = layers.chain(one.execution());
            for (Layer layer : chain) { // each for itself, so that a mistake is shown where it is written
                if (seen.add(layer)) {
                    parameterCheck.check(layer.configuration(), layer.label(), problems);
                }
            }
            try {
                guard.check(chain, one.keys());
            } catch (InvalidInputsException e) {
                problems.add(e);
            }
        }
        if (problems.none()) { // what no layer shows: a source of configuration that this code does not know
            for (Configured one : all) {
                parameterCheck.check(one.configuration(), one.where(), problems);
            }
        }
        for (Path file : filesWithLists(seen)) {
            try {
                for (InvalidInputException stray : StrayText.in(file, run.getArtifactId())) {
                    problems.add(stray);
                }
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
    }

    private static Set<Path> filesWithLists(Set<Layer> layers) {
        Set<Path> files = new LinkedHashSet<>();
        for (Layer layer : layers) {
            if (layer.file() != null
                    && (layer.configuration().child("keys") != null
                            || layer.configuration().child("waivers") != null)) {
                files.add(layer.file());
            }
        }
        return files;
    }

    private List<Configured> configured() throws InvalidInputsException {
        Problems problems = new Problems();
        List<Configured> all = new ArrayList<>();
        String id = run.getExecutionId();
        all.add(handed(plugin.execution(id)));
        if (isCalled(run) && id.equals("default-cli")) {
            for (PluginExecution execution : plugin.executions()) {
                if (!execution.getId().equals(id) && execution.getGoals().contains(run.getGoal())) {
                    try {
                        all.addAll(ofModel(execution));
                    } catch (InvalidInputException e) {
                        problems.add(e);
                    } catch (InvalidInputsException e) {
                        problems.add(e);
                    }
                }
            }
        }
        problems.throwIfAny();
        return all;
    }

    private Configured handed(@Nullable PluginExecution own) {
        PlexusConfiguration keys = parameters.keys();
        return new Configured(
                own == null ? null : own.getId(),
                own == null ? plugin.configuration() : Node.ofConfiguration(own.getConfiguration()),
                keys == null ? null : Node.of(keys).withTexts(rest),
                rules);
    }

    /** The configuration of an execution, unless it is skipped. */
    private List<Configured> ofModel(PluginExecution execution) throws InvalidInputException, InvalidInputsException {
        Node configuration = Node.ofConfiguration(execution.getConfiguration()).withTexts(rest);
        String where = "execution '" + execution.getId() + "' ";
        Node skip = configuration.child("skip");
        if (skip != null && Scalars.bool(where + "<skip>", skip.text(), false)) {
            return List.of();
        }
        Node expiryDays = configuration.child("expiryDays");
        Rules own = RulesReader.read(
                        configuration.child("severities"),
                        parameters.severityOverrides(),
                        expiryDays == null ? parameters.expiryDays() : expiryDays.text(),
                        where)
                .with(waivers.ofExecution(execution.getId(), configuration));
        return List.of(new Configured(execution.getId(), configuration, configuration.child("keys"), own));
    }
}
