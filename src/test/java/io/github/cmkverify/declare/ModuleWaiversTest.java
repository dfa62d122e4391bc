package io.github.cmkverify.declare;

import static io.github.cmkverify.declare.Modules.build;
import static io.github.cmkverify.declare.Modules.execution;
import static io.github.cmkverify.declare.Modules.managed;
import static io.github.cmkverify.declare.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Waiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers of POMs and files, on real POMs: each is one that somebody wrote as a whole. */
@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class ModuleWaiversTest {
    private static final String APPEND = " combine.children=\"append\"";
    private static final String KEYS = "<keys><aws><name>payroll</name><keyId>arn:p</keyId></aws></keys>";
    private static final String GATE = "<executions>" + execution("gate", "") + "</executions>";

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
    void aWaiverOfTheModuleIsItsOwnAndSaysWhereItStands() throws Exception {
        Waiver waiver = bound(pom(KEYS + waivers(disabled("payroll", "r")))).get(0);

        assertEquals("payroll", waiver.key());
        assertTrue(waiver.own());
        assertTrue(waiver.where().matches("test:pom0:1 \\(.*pom.xml\\) <waivers> <waiver> #1"), waiver.where());
    }

    @Test
    void aWaiverOfAParentIsShared() throws Exception {
        MavenProject module = modules.module(pom(waivers(disabled("payroll", "r"))), pom(KEYS));

        Waiver waiver = waivers(modules.bound(module, "gate")).get(0);

        assertFalse(waiver.own());
        assertTrue(waiver.where().startsWith("test:pom0:1 "), waiver.where());
    }

    @Test
    void aWaiverThatChildrenInheritIsSharedInItsOwnModuleToo() throws Exception {
        MavenProject child = modules.module(pom(KEYS + waivers(disabled("payroll", "r"))), pom(""));
        MavenProject parent = child.getParent();

        assertFalse(waivers(modules.bound(parent, "gate", child)).get(0).own());
        assertTrue(waivers(modules.bound(parent, "gate")).get(0).own());
    }

    @Test
    void aWaiverOfThePluginIsSharedByItsExecutions() throws Exception {
        MavenProject module = modules.module(build(plugin(configuration(KEYS + waivers(disabled("payroll", "p")))
                + "<executions>" + execution("gate", "")
                + execution("other", configuration("<waivers" + APPEND + ">" + disabled("other", "e") + "</waivers>"))
                + "</executions>")));

        assertFalse(waivers(modules.bound(module, "gate")).get(0).own());
        assertEquals(
                List.of("p false", "e true"),
                waivers(modules.bound(module, "other")).stream()
                        .map(waiver -> waiver.reason() + " " + waiver.own())
                        .toList());
        assertTrue(waivers(modules.called(module)).get(0).own());
    }

    @Test
    void aChildsFieldsInAParentsWaiverAreRefused() {
        List<InvalidInputException> mistakes = mistakes(
                pom(waivers(disabled("other", "signed for the other key"))),
                pom(KEYS + "<waivers><waiver><key>payroll</key><finding>disabled</finding></waiver></waivers>"));

        assertTrue(
                mistakes.get(0).written().contains("<key>payroll</key>"),
                mistakes.get(0).written());
        assertTrue(
                mistakes.get(0).written().contains("signed for the other key"),
                mistakes.get(0).written());
        assertTrue(mistakes.get(0).accepted().contains("<waivers combine.children=\"append\">"));
        assertTrue(
                mistakes.get(1).where().startsWith("test:pom0:1 "),
                mistakes.get(1).where());
    }

    @Test
    void twoHalvesMakeNoWaiver() {
        List<InvalidInputException> mistakes = mistakes(
                pom("<waivers><waiver><until>2026-12-31</until><reason>r</reason></waiver></waivers>"),
                pom(KEYS + "<waivers><waiver><key>payroll</key><finding>disabled</finding></waiver></waivers>"));

        assertEquals("<waivers>", mistakes.get(0).where());
    }

    @Test
    void aParentsWaiverThatAChildsTakesThePlaceOfIsLost() {
        List<InvalidInputException> mistakes =
                mistakes(pom(waivers(disabled("other", "r"))), pom(KEYS + waivers(disabled("payroll", "s"))));

        assertEquals(1, mistakes.size());
        assertTrue(
                mistakes.get(0).written().contains("<key>other</key>"),
                mistakes.get(0).written());
        assertTrue(
                mistakes.get(0).where().startsWith("test:pom0:1 "),
                mistakes.get(0).where());
        assertTrue(mistakes.get(0).accepted().contains("combine.self=\"override\""));
    }

    @Test
    void theAttributesThatTheMessageShowsAreHeard() throws Exception {
        String parent = pom(waivers(disabled("other", "r")));

        assertEquals(
                2,
                bound(parent, pom(KEYS + "<waivers" + APPEND + ">" + disabled("payroll", "s") + "</waivers>"))
                        .size());
        assertEquals(
                List.of("payroll"),
                bound(
                                parent,
                                pom(KEYS + "<waivers combine.self=\"override\">" + disabled("payroll", "s")
                                        + "</waivers>"))
                        .stream()
                        .map(Waiver::key)
                        .toList());
    }

    @Test
    void managementAndExecutionsAreLayersToo() throws Exception {
        String own = "<executions>"
                + execution("gate", "<configuration>" + waivers(disabled("payroll", "e")) + "</configuration>")
                + "</executions>";

        assertEquals(
                2,
                mistakes(
                                managed(plugin(configuration(waivers(disabled("m", "r"))))),
                                build(plugin(configuration(KEYS + waivers(disabled("p", "r"))) + own)))
                        .size());
        assertEquals("e", bound(build(plugin(configuration(KEYS) + own))).get(0).reason());
    }

    @Test
    void aDirectCallJudgesEachExecutionWithItsOwnWaivers() throws Exception {
        MavenProject module = modules.module(build(plugin("<executions>"
                + execution("a", configuration("<keys><key>arn:a</key></keys>" + waivers(disabled("arn:a", "r"))))
                + execution("b", configuration("<keys><key>arn:a</key></keys>"))
                + "</executions>")));

        assertEquals(
                List.of(1, 0),
                modules.called(module).keys().stream()
                        .map(key -> key.rules().waivers().size())
                        .toList());
    }

    @Test
    void anInheritedWaiverDoesNotSplitAKey() throws Exception {
        MavenProject module =
                modules.module(build(plugin(configuration(KEYS + waivers(disabled("payroll", "r"))) + GATE)));

        assertEquals(1, modules.called(module).keys().size());
    }

    @Test
    void aFileOfThePomLiesBesideThePom() throws Exception {
        MavenProject module = modules.module(pom(KEYS + "<waiversFile>shared.xml</waiversFile>"));
        Files.writeString(folder.resolve("pom0/shared.xml"), waivers(disabled("arn:p", "f")));

        Waiver waiver = waivers(modules.bound(module, "gate")).get(0);

        assertEquals("arn:p", waiver.key());
        assertFalse(waiver.own());
    }

    @Test
    void aFileOfTheCommandLineLiesWhereMavenWasCalledAndAddsToThatOfThePom() throws Exception {
        modules.userProperties.setProperty("cmk.waiversFile", "cli.json");
        MavenProject module =
                modules.module(pom(KEYS + waivers(disabled("payroll", "p")) + "<waiversFile>shared.xml</waiversFile>"));
        Files.writeString(folder.resolve("pom0/shared.xml"), waivers(waiver("arn:p", "expired", "f")));
        Files.writeString(
                folder.resolve("cli.json"),
                "[{\"key\":\"arn:p\",\"finding\":\"unavailable\",\"until\":\"2026-12-31\",\"reason\":\"c\"}]");

        assertEquals(
                List.of("p", "f", "c"),
                waivers(modules.bound(module, "gate")).stream()
                        .map(Waiver::reason)
                        .toList());
    }

    @Test
    void aFileThatIsNotThereIsToldOnce() {
        MavenProject module =
                modules.module(build(plugin(configuration(KEYS + "<waiversFile>absent.xml</waiversFile>") + GATE)));

        List<InvalidInputException> mistakes = assertThrows(InvalidInputsException.class, () -> modules.called(module))
                .all();

        assertEquals(1, mistakes.size());
        assertTrue(
                mistakes.get(0).written().endsWith("absent.xml"),
                mistakes.get(0).written());
    }

    @Test
    void theSameWaiverTwiceIsOne() throws Exception {
        MavenProject module =
                modules.module(pom(KEYS + waivers(disabled("payroll", "r")) + "<waiversFile>shared.xml</waiversFile>"));
        Files.writeString(folder.resolve("pom0/shared.xml"), waivers(disabled("payroll", "r")));

        assertTrue(waivers(modules.bound(module, "gate")).get(0).own());
        assertEquals(1, waivers(modules.bound(module, "gate")).size());
    }

    @Test
    void waiversThatContradictEachOtherAreRefused() {
        assertEquals(
                1,
                mistakes(pom(KEYS + waivers(disabled("payroll", "r") + disabled("payroll", "s"))))
                        .size());
        InvalidInputException byReference = mistakes(
                        pom(KEYS + waivers(disabled("payroll", "r") + disabled("arn:p", "s"))))
                .get(0);
        assertEquals("disabled of arn:p until 2026-12-31", byReference.written());
        assertTrue(byReference.where().endsWith("<waiver> #2"), byReference.where());
    }

    @Test
    void waiversOfOtherKeysOrFindingsDoNotContradictEachOther() throws Exception {
        assertEquals(
                3,
                bound(pom(KEYS
                                + waivers(disabled("payroll", "r")
                                        + disabled("other", "s")
                                        + waiver("payroll", "mismatch:region", "t"))))
                        .size());
    }

    @Test
    void aNameThatIsTheReferenceOfAnotherKeyIsRefused() {
        InvalidInputException mistake = mistakes(pom("<keys><aws><name>arn:q</name><keyId>arn:p</keyId></aws></keys>"
                        + waivers(disabled("arn:q", "r"))))
                .get(0);

        assertEquals("<name>arn:q</name>", mistake.written());
        assertTrue(mistake.accepted().contains("arn:q"), mistake.accepted());
    }

    @Test
    void mistakesOfWaiversAreToldTogetherWithThoseOfKeys() {
        List<InvalidInputException> mistakes =
                mistakes(pom("<keys><aws/></keys><waivers><waver/></waivers><waiverFile>x</waiverFile>"));

        assertEquals(3, mistakes.size(), mistakes::toString);
    }

    @Test
    void textBesideWaiversIsFoundAlthoughMavenDropsIt() {
        assertEquals(
                "stray",
                mistakes(pom(KEYS + "<waivers>stray" + disabled("payroll", "r") + "</waivers>"))
                        .get(0)
                        .written());
    }

    private List<Waiver> bound(String... lineage) throws InvalidInputsException {
        return waivers(modules.bound(modules.module(lineage), "gate"));
    }

    private static List<Waiver> waivers(Request request) {
        return request.keys().get(0).rules().waivers();
    }

    private List<InvalidInputException> mistakes(String... lineage) {
        MavenProject module = modules.module(lineage);
        return assertThrows(InvalidInputsException.class, () -> modules.bound(module, "gate"))
                .all();
    }

    private static String pom(String configuration) {
        return build(plugin(configuration(configuration) + GATE));
    }

    private static String configuration(String inside) {
        return "<configuration>" + inside + "</configuration>";
    }

    private static String waivers(String waivers) {
        return "<waivers>" + waivers + "</waivers>";
    }

    private static String disabled(String key, String reason) {
        return waiver(key, "disabled", reason);
    }

    private static String waiver(String key, String finding, String reason) {
        return "<waiver><key>" + key + "</key><finding>" + finding + "</finding><until>2026-12-31</until><reason>"
                + reason + "</reason></waiver>";
    }
}
