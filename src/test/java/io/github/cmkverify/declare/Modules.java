package io.github.cmkverify.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.InvalidPluginDescriptorException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** Builds modules from real POM files with Maven's own model builder, and runs what the goal runs on them. */
final class Modules {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String PLUGIN = "io.github.cmkverify:cmk-maven-plugin";

    private final Path folder;
    private final ProjectBuilder builder;
    private final RepositorySystemSession repositories = new DefaultRepositorySystemSession();
    final Properties userProperties = new Properties();
    private int poms;

    Modules(Path folder, ProjectBuilder builder) {
        this.folder = folder;
        this.builder = builder;
    }

    /** The entry of this plugin in a POM. */
    static String plugin(String inside) {
        return "<plugin><groupId>io.github.cmkverify</groupId><artifactId>cmk-maven-plugin</artifactId>"
                + "<version>1</version>" + inside + "</plugin>";
    }

    static String build(String plugins) {
        return "<build><plugins>" + plugins + "</plugins></build>";
    }

    static String managed(String plugins) {
        return "<build><pluginManagement><plugins>" + plugins + "</plugins></pluginManagement></build>";
    }

    static String keys(String keys) {
        return "<configuration><keys>" + keys + "</keys></configuration>";
    }

    static String execution(String id, String inside) {
        return "<execution><id>" + id + "</id><goals><goal>verify-keys</goal></goals>" + inside + "</execution>";
    }

    /** A module from its lineage of POMs, the oldest first; of each only what follows the coordinates is given. */
    MavenProject module(String... lineage) {
        String parent = "";
        Path file = folder;
        for (String inside : lineage) {
            String artifactId = "pom" + poms++;
            file = folder.resolve(artifactId).resolve("pom.xml");
            try {
                Files.createDirectories(folder.resolve(artifactId));
                Files.writeString(
                        file,
                        "<project><modelVersion>4.0.0</modelVersion>" + parent + "<groupId>test</groupId><artifactId>"
                                + artifactId + "</artifactId><version>1</version><packaging>pom</packaging>" + inside
                                + "</project>");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            parent = "<parent><groupId>test</groupId><artifactId>" + artifactId
                    + "</artifactId><version>1</version><relativePath>../" + artifactId + "</relativePath></parent>";
        }
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest();
        request.setRepositorySession(repositories);
        request.setUserProperties(userProperties);
        try {
            return builder.build(file.toFile(), request).getProject();
        } catch (ProjectBuildingException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }

    /** What a direct call reads. */
    Request called(MavenProject module, MavenProject... others) throws InvalidInputsException {
        return read(module, run("default-cli", MojoExecution.Source.CLI), others);
    }

    /** What an execution reads that is bound to a phase. */
    Request bound(MavenProject module, String execution, MavenProject... others) throws InvalidInputsException {
        return read(module, run(execution, MojoExecution.Source.LIFECYCLE), others);
    }

    /** The session of a build. */
    @SuppressWarnings("deprecation") // there is no other way to make a session without a whole Maven
    MavenSession session(MavenProject module, MavenProject... others) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(userProperties);
        request.setBaseDirectory(folder.toFile());
        MavenSession session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
        List<MavenProject> all = new ArrayList<>(List.of(module));
        all.addAll(List.of(others));
        session.setProjects(all);
        session.setAllProjects(all);
        session.setCurrentProject(module);
        return session;
    }

    private Request read(MavenProject module, MojoExecution run, MavenProject... others) throws InvalidInputsException {
        MavenSession session = session(module, others);
        Parameters handed = new Parameters(
                handed(module, run, "keys"),
                userProperties.getProperty("cmk.keys"),
                userProperties.getProperty("cmk.keysFile"),
                userProperties.getProperty("cmk.failIfNoKeys"),
                null,
                null,
                handed(module, run, "severities"),
                userProperties.getProperty("cmk.severities"),
                "30",
                null,
                handed(module, run, "waivers"),
                text(module, run, "waiversFile"),
                userProperties.getProperty("cmk.maxAge"));
        ReportPlace reports = new ReportPlace(folder, "verify-keys");
        return new RequestReader(SmallSyntax.ALL, session, module, run, TODAY, Modules::json)
                .located()
                .ofModule(handed, reports);
    }

    static JsonNode json(byte[] text) throws InvalidInputException {
        try {
            return Json.read(text);
        } catch (StrangeJsonException e) {
            throw new InvalidInputException("content", String.valueOf(e.getMessage()), "JSON");
        }
    }

    /** An element before the property of the command line, as Maven has it. */
    private @Nullable String text(MavenProject module, MojoExecution run, String name) {
        PlexusConfiguration element = handed(module, run, name);
        return element == null
                ? userProperties.getProperty(
                        "cmk." + name, module.getProperties().getProperty("cmk." + name))
                : element.getValue();
    }

    /** What Maven hands to the goal: the configuration of the execution, or else of the plugin. */
    private static @Nullable PlexusConfiguration handed(MavenProject module, MojoExecution run, String name) {
        Plugin plugin = module.getPlugin(PLUGIN);
        if (plugin == null) {
            plugin = module.getPluginManagement().getPluginsAsMap().get(PLUGIN);
        }
        if (plugin == null) {
            return null;
        }
        PluginExecution execution = plugin.getExecutionsAsMap().get(run.getExecutionId());
        Object configuration = execution == null ? plugin.getConfiguration() : execution.getConfiguration();
        Xpp3Dom found = configuration instanceof Xpp3Dom dom ? dom.getChild(name) : null;
        return found == null ? null : new XmlPlexusConfiguration(found);
    }

    static MojoExecution run(String id, MojoExecution.Source source) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.cmkverify");
        plugin.setArtifactId("cmk-maven-plugin");
        plugin.setVersion("1");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("verify-keys");
        goal.setPluginDescriptor(plugin);
        try {
            for (String name : List.of(
                    "keys", "references", "severities", "expiryDays", "skip", "timeout", "waivers", "waiversFile")) {
                Parameter parameter = new Parameter();
                parameter.setName(name);
                goal.addParameter(parameter);
            }
            plugin.addMojo(goal);
        } catch (InvalidPluginDescriptorException e) {
            throw new IllegalStateException(e);
        }
        return new MojoExecution(goal, id, source);
    }
}
