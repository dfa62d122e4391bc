package io.github.cmkverify.declare;

import static io.github.cmkverify.declare.Modules.build;
import static io.github.cmkverify.declare.Modules.execution;
import static io.github.cmkverify.declare.Modules.keys;
import static io.github.cmkverify.declare.Modules.managed;
import static io.github.cmkverify.declare.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class RequestReaderTest {
    @Inject
    private ProjectBuilder builder;

    private Path folder;
    private Modules modules;

    @BeforeEach
    void folder(@TempDir Path temporary) {
        folder = temporary;
        modules = new Modules(temporary, builder);
    }

    @Test
    void aBoundRunHasTheKeysOfItsExecutionAlone() throws Exception {
        MavenProject module = twoExecutions();

        assertEquals(List.of("execution 'a' <keys> <key> #1: arn:a"), lines(modules.bound(module, "a")));
    }

    @Test
    void aDirectCallHasTheKeysOfThePluginAndOfEveryExecution() throws Exception {
        MavenProject module = module(plugin(keys("<key>arn:p</key>")
                + executions(
                        execution("a", append("<key>arn:a</key>")),
                        execution(
                                "off",
                                "<configuration><keys><aws><keyId>arn:off</keyId></aws></keys><skip>true</skip>"
                                        + "</configuration>"),
                        "<execution><id>help</id><goals><goal>help</goal></goals></execution>")));

        assertEquals(
                List.of("<keys> <key> #1: arn:p", "execution 'a' <keys> <key> #2: arn:a"),
                lines(modules.called(module)));
    }

    @Test
    void aDirectCallJudgesAnExecutionsKeysByItsOwnRules() throws Exception {
        MavenProject module = module(plugin(executions(execution(
                "a",
                "<configuration><keys><key>arn:a</key></keys><expiryDays>5</expiryDays>"
                        + "<severities><disabled>warn</disabled></severities></configuration>"))));
        modules.userProperties.setProperty("cmk.severities", "expiring=fail");

        DeclaredKey key = modules.called(module).keys().get(0);

        assertEquals(Duration.ofDays(5), key.rules().expiryWindow());
        assertEquals(Severity.WARN, key.rules().severity(FindingId.DISABLED));
        assertEquals(Severity.FAIL, key.rules().severity(FindingId.EXPIRING));
    }

    @Test
    void aDirectCallHasTheKeysOfPluginManagementWhereThereIsNoOtherEntry() throws Exception {
        MavenProject module = modules.module(
                managed(plugin(keys("<key>arn:p</key>") + executions(execution("a", append("<key>arn:a</key>"))))));

        assertEquals(2, modules.called(module).keys().size());
    }

    @Test
    void aDirectCallSeesWhatAnExecutionLost() {
        MavenProject module =
                module(plugin(keys("<key>arn:p</key>") + executions(execution("a", keys("<key>arn:a</key>")))));

        InvalidInputException lost = mistakes(module).get(0);

        assertEquals("<key>arn:p</key>", lost.written());
    }

    @Test
    void theCommandLineAddsToTheKeysOfThePom() throws Exception {
        Files.writeString(folder.resolve("keys.txt"), "arn:file\n");
        modules.userProperties.setProperty("cmk.keys", "arn:cli,arn:p");
        modules.userProperties.setProperty("cmk.keysFile", "keys.txt");

        Request request = modules.called(module(plugin(keys("<key>arn:p</key>"))));

        assertEquals(
                List.of(
                        "<keys> <key> #1: arn:p",
                        "cmk.keys #1: arn:cli",
                        "cmk.keysFile " + folder.resolve("keys.txt") + ":1: arn:file"),
                lines(request));
    }

    @Test
    void theCommandLineAddsToAPropertyOfThePom() throws Exception {
        modules.userProperties.setProperty("cmk.keys", "arn:cli");
        MavenProject module = modules.module("<properties><cmk.keys>arn:property</cmk.keys></properties>");

        assertEquals(List.of("cmk.keys #1: arn:cli", "cmk.keys #1: arn:property"), lines(modules.called(module)));
    }

    @Test
    void oneReferenceWithOtherOptionsOnTheCommandLineIsRefused() {
        modules.userProperties.setProperty("cmk.keys", "arn:p?endpoint=https://h");

        InvalidInputException mistake =
                mistakes(module(plugin(keys("<key>arn:p</key>")))).get(0);

        assertEquals("cmk.keys #1", mistake.where());
    }

    @Test
    void aPropertyThatIsSetWhileTheBuildRunsIsResolved() throws Exception {
        MavenProject module = module(plugin(keys("<key>arn:${late}</key>")));
        module.getProperties().setProperty("late", "set");

        assertEquals(List.of("<keys> <key> #1: arn:set"), lines(modules.called(module)));
    }

    @Test
    void settingsAreOutOfReachOfAnExpression() {
        MavenProject module = module(plugin(keys("<key>arn:${settings.localRepository}</key>")));

        assertEquals("arn:${settings.localRepository}", mistakes(module).get(0).written());
    }

    @Test
    void noKeyInAnyModuleIsAMistakeUnlessItIsMeant() throws Exception {
        MavenProject none = modules.module("");

        assertEquals("keys", mistakes(none).get(0).where());

        modules.userProperties.setProperty("cmk.failIfNoKeys", "false");
        assertTrue(modules.called(none).keys().isEmpty());
    }

    @Test
    void noKeyInAModuleIsNoMistakeWhileAnotherHasOne() throws Exception {
        MavenProject none = modules.module("");

        assertTrue(modules.called(none, twoExecutions()).keys().isEmpty());
    }

    @Test
    void keysInPluginManagementAloneCountForADirectCallAlone() throws Exception {
        MavenProject none = module(plugin(executions(execution("a", ""))));
        MavenProject managed = modules.module(managed(plugin(keys("<key>arn:p</key>"))));

        assertTrue(modules.called(none, managed).keys().isEmpty());
        assertThrows(InvalidInputsException.class, () -> modules.bound(none, "a", managed));
    }

    @Test
    void aMistypedParameterIsShownWhereItIsWritten() {
        MavenProject module = modules.module(
                build(plugin("<configuration><timout>3</timout></configuration>")),
                build(plugin(keys("<key>arn:p</key>")
                        + executions(execution("a", "<configuration><expiredays>3</expiredays></configuration>")))));

        List<InvalidInputException> mistakes = mistakes(module);

        assertEquals("<timout>", mistakes.get(0).written());
        assertTrue(
                mistakes.get(0).where().startsWith("test:pom0:1 "),
                mistakes.get(0).where());
        assertTrue(
                mistakes.get(0).accepted().contains("did you mean <timeout>?"),
                mistakes.get(0).accepted());
        assertEquals("<expiredays>", mistakes.get(1).written());
        assertTrue(
                mistakes.get(1).where().contains("execution 'a'"),
                mistakes.get(1).where());
    }

    @Test
    void aParameterThatIsThereTwiceIsAMistake() {
        MavenProject module = module(
                plugin("<configuration><keys><key>arn:1</key></keys><keys><key>arn:2</key></keys></configuration>"));

        assertEquals("each parameter once", mistakes(module).get(0).accepted());
    }

    @Test
    void aParameterOfTheCommandLineCannotBeHiddenByThePom() {
        MavenProject module = module(plugin("<configuration><references>arn:1</references></configuration>"));

        assertTrue(mistakes(module).get(0).accepted().contains("-Dcmk.keys"));
    }

    @Test
    void textBesideKeysIsFoundAlthoughMavenDropsIt() {
        MavenProject module = module(plugin(keys("arn:lost <key>arn:1</key>")));

        assertEquals("arn:lost", mistakes(module).get(0).written());
    }

    @Test
    void mistakesOfAllKindsAreToldTogether() {
        modules.userProperties.setProperty("cmk.keys", "nope");
        modules.userProperties.setProperty("cmk.failIfNoKeys", "maybe");
        modules.userProperties.setProperty("cmk.severities", "missing=warn");

        assertEquals(4, mistakes(module(plugin(keys("<aws/>")))).size());
    }

    private MavenProject twoExecutions() {
        return module(
                plugin(executions(execution("a", keys("<key>arn:a</key>")), execution("b", keys("<key>arn:b</key>")))));
    }

    private MavenProject module(String plugin) {
        return modules.module(build(plugin));
    }

    private List<InvalidInputException> mistakes(MavenProject module) {
        return assertThrows(InvalidInputsException.class, () -> modules.called(module))
                .all();
    }

    private static String executions(String... executions) {
        return "<executions>" + String.join("", executions) + "</executions>";
    }

    private static String append(String keys) {
        return "<configuration><keys combine.children=\"append\">" + keys + "</keys></configuration>";
    }

    private static List<String> lines(Request request) {
        return request.keys().stream()
                .map(key -> key.where() + ": " + key.title())
                .toList();
    }
}
