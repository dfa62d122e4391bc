package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class ReportPlaceTest {
    @Inject
    private ProjectBuilder builder;

    @Test
    void isInTheBuildFolderOfTheModule(@TempDir Path folder) throws Exception {
        Modules modules = new Modules(folder, builder);
        MavenProject module = modules.module("");
        MavenSession session = modules.session(module);
        Path basedir = module.getBasedir().toPath();

        assertEquals(
                new ReportPlace(basedir.resolve("target/cmk"), "verify-keys"),
                ReportPlace.of(null, session, module, "default"));
        assertEquals(
                basedir.resolve("out"),
                ReportPlace.of("out", session, module, "default-cli").folder());
        assertEquals(
                folder.resolve("out"),
                ReportPlace.of(folder.resolve("out").toString(), session, module, "x")
                        .folder());
    }

    @Test
    void isAFolderOfItsOwnForEachModuleWhereAllModulesNameTheSame(@TempDir Path folder) throws Exception {
        Modules modules = new Modules(folder, builder);
        MavenProject module = modules.module("");
        MavenSession session = modules.session(module);
        MavenProject other = new MavenProject();
        session.setProjects(List.of(module)); // -pl
        session.setAllProjects(List.of(module, other));

        assertEquals(
                folder.resolve("out").resolve(module.getArtifactId()),
                ReportPlace.of(folder.resolve("out").toString(), session, module, "default")
                        .folder());
        assertEquals(
                module.getBasedir().toPath().resolve("out"),
                ReportPlace.of("out", session, module, "default").folder());

        other.setArtifactId(module.getArtifactId());

        assertEquals(
                folder.resolve("out").resolve("test." + module.getArtifactId()),
                ReportPlace.of(folder.resolve("out").toString(), session, module, "default")
                        .folder());
    }

    @Test
    void theOneOfAReactorIsInTheNamedFolderItself(@TempDir Path folder) throws Exception {
        Modules modules = new Modules(folder, builder);
        MavenProject root = modules.module("");
        root.setExecutionRoot(true);
        MavenProject other = new MavenProject();

        assertEquals(
                root.getBasedir().toPath().resolve("target/cmk"), ReportPlace.ofReactor(modules.session(root, other)));

        modules.userProperties.setProperty(
                "cmk.outputDirectory", folder.resolve("out").toString());

        assertEquals(folder.resolve("out"), ReportPlace.ofReactor(modules.session(root, other)));
    }

    @Test
    void isInTargetWhereThereIsNoModule(@TempDir Path folder) throws Exception {
        MavenProject standIn = new MavenProject();

        assertEquals(
                folder.resolve("target/cmk"),
                ReportPlace.of(null, new Modules(folder, builder).session(standIn), standIn, "default-cli")
                        .folder());
    }

    @Test
    void tellsExecutionsApartWhateverTheirIdsAreMadeOf(@TempDir Path folder) throws Exception {
        assertEquals("verify-keys", name(folder, "default"));
        assertEquals("verify-keys", name(folder, "default-cli"));
        assertEquals("verify-keys-gate", name(folder, "gate"));
        assertEquals("verify-keys-..%2Fa%2Ab", name(folder, "../a*b"));
        assertNotEquals(name(folder, "a b"), name(folder, "a_b"));
    }

    private String name(Path folder, String execution) throws Exception {
        MavenProject standIn = new MavenProject();
        return ReportPlace.of(null, new Modules(folder, builder).session(standIn), standIn, execution)
                .name();
    }
}
