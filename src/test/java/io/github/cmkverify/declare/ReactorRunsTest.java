package io.github.cmkverify.declare;

import static io.github.cmkverify.declare.Modules.build;
import static io.github.cmkverify.declare.Modules.execution;
import static io.github.cmkverify.declare.Modules.keys;
import static io.github.cmkverify.declare.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class ReactorRunsTest {
    @Inject
    private ProjectBuilder builder;

    private Modules modules;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        modules = new Modules(temporary, builder);
    }

    private Set<String> titles(String execution, MojoExecution.Source source) {
        MavenProject without = modules.module("");
        MavenProject ofPlugin = modules.module(build(plugin(keys("<key>arn:p</key>"))));
        MavenProject bound = modules.module(build(plugin("<executions>"
                + execution("default", keys("<key>arn:a</key>"))
                + execution("gate", keys("<key>arn:b</key>"))
                + execution("off", "<phase>none</phase>" + keys("<key>arn:c</key>"))
                + execution("empty", "")
                + "</executions>")));
        return new ReactorRuns(modules.session(without, ofPlugin, bound), Modules.run(execution, source)).titles();
    }

    @Test
    void expectsEveryBoundExecutionThatHasKeys() {
        assertEquals(Set.of("test:pom2", "test:pom2@gate"), titles("gate", MojoExecution.Source.LIFECYCLE));
    }

    @Test
    void expectsEveryModuleThatHasKeysOfADirectCall() {
        assertEquals(Set.of("test:pom1", "test:pom2"), titles("default-cli", MojoExecution.Source.CLI));
    }

    @Test
    void expectsTheNamedExecutionOfACallByItsId() {
        assertEquals(Set.of("test:pom1@gate", "test:pom2@gate"), titles("gate", MojoExecution.Source.CLI));
    }

    @Test
    void expectsEveryRunWhereTheCommandLineHasKeys() {
        modules.userProperties.setProperty("cmk.keys", "arn:x");

        assertEquals(Set.of("test:pom0", "test:pom1", "test:pom2"), titles("default-cli", MojoExecution.Source.CLI));
        assertEquals(
                Set.of("test:pom5", "test:pom5@gate", "test:pom5@empty"),
                titles("gate", MojoExecution.Source.LIFECYCLE));
    }
}
