package io.github.cmkverify.declare;

import static io.github.cmkverify.declare.Modules.build;
import static io.github.cmkverify.declare.Modules.execution;
import static io.github.cmkverify.declare.Modules.keys;
import static io.github.cmkverify.declare.Modules.managed;
import static io.github.cmkverify.declare.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class KeySourcesTest {
    @Inject
    private ProjectBuilder builder;

    private Path folder;
    private Modules modules;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        folder = temporary;
        modules = new Modules(temporary, builder);
    }

    /** Each key with the folder of its POM and its line. */
    private List<String> places(MavenProject module, String execution) throws InvalidInputsException {
        Request request = execution.isEmpty() ? modules.called(module) : modules.bound(module, execution);
        return request.keys().stream().map(this::place).toList();
    }

    private String place(DeclaredKey key) {
        SourceLine source = Objects.requireNonNull(key.source(), key.where());
        return key.reference().text() + " "
                + folder.relativize(Path.of(source.file())).getName(0) + ":" + source.line();
    }

    @Test
    void findsTheLinesOfThePluginAndOfItsExecutions() throws Exception {
        MavenProject module = modules.module(build(plugin("\n\n" + keys("\n<key>arn:a</key>\n<key\n>arn:b</key>")
                + "<executions>\n"
                + execution(
                        "gate",
                        "\n<configuration><keys combine.children=\"append\"><key>arn:c</key></keys></configuration>")
                + "</executions>")));

        assertEquals(List.of("arn:a pom0:4", "arn:b pom0:6", "arn:c pom0:8"), places(module, "gate"));
    }

    @Test
    void findsTheLinesOfAParentAndItsManagementAndOfTheChild() throws Exception {
        MavenProject module = modules.module(
                managed("\n\n\n" + plugin(keys("<aws><keyId>arn:m</keyId></aws>"))),
                "\n"
                        + build(plugin("<configuration><keys combine.children=\"append\">\n"
                                + "<aws><keyId>arn:c</keyId></aws></keys></configuration>")));

        assertEquals(List.of("arn:m pom0:4", "arn:c pom1:3"), places(module, ""));
    }

    @Test
    void takesTheProfileThatNamesTheKeyAndNotItsNamesakeInAnother() throws Exception {
        String profile = "<profile><id>%s</id><activation><property><name>%s</name></property></activation>"
                + build(plugin(keys("<key>arn:p</key>"))) + "</profile>\n";
        modules.userProperties.setProperty("on", "true");
        MavenProject module = modules.module(
                "\n<profiles>\n" + profile.formatted("off", "off") + profile.formatted("on", "on") + "</profiles>");

        assertEquals(List.of("arn:p pom0:4"), places(module, ""));
    }

    @Test
    void anElementThatTwoLayersMakeUpIsWhereItIsNamed() throws Exception {
        MavenProject module = modules.module(
                build(plugin(keys("\n<aws><endpoint>https://e</endpoint></aws>"))),
                build(plugin(keys("\n\n\n<aws><keyId>arn:x</keyId></aws>"))));

        assertEquals(List.of("arn:x pom1:4"), places(module, ""));
    }

    @Test
    void twoEntriesThatMavenTakesForOneHaveAFileAlone() throws Exception {
        MavenProject module = modules.module(
                build(
                        "\n" + plugin(keys("<key>arn:a</key>"))
                                + plugin(
                                        "<configuration><keys combine.children=\"append\"><aws><keyId>arn:b</keyId></aws></keys></configuration>")));

        modules.called(module)
                .keys()
                .forEach(key -> assertEquals(
                        SourceLine.UNKNOWN, Objects.requireNonNull(key.source()).line(), key::title));
    }

    @Test
    void aKeyOfTheCommandLineHasNoPlaceAndOneOfAFileItsLine() throws Exception {
        modules.userProperties.setProperty("cmk.keys", "arn:cli");
        Path file = Files.writeString(folder.resolve("keys.txt"), "# comment\n\narn:file\n");
        modules.userProperties.setProperty("cmk.keysFile", file.toString());
        List<DeclaredKey> keys = modules.called(modules.module("")).keys();

        assertNull(keys.get(0).source());
        assertEquals("arn:file keys.txt:3", place(keys.get(1)));
    }
}
