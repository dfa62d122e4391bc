package io.github.cmkverify.declare;

import static io.github.cmkverify.declare.Modules.build;
import static io.github.cmkverify.declare.Modules.execution;
import static io.github.cmkverify.declare.Modules.managed;
import static io.github.cmkverify.declare.Modules.plugin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of merge that Maven knows, on real POMs: each key is read or told as lost, never neither. */
@MojoTest
@SuppressWarnings("NullAway.Init") // the container sets the fields
class MergeGuardTest {
    private static final String GATE = "<executions>" + execution("gate", "") + "</executions>";
    private static final String APPEND = " combine.children=\"append\"";
    private static final String OVERRIDE = " combine.self=\"override\"";

    @Inject
    private ProjectBuilder builder;

    private Modules modules;

    @BeforeEach
    void folder(@TempDir Path folder) {
        modules = new Modules(folder, builder);
    }

    @Test
    void aParentsKeyThatAChildsElementTakesThePlaceOfIsLost() {
        InvalidInputException lost = lost(
                "<aws><keyId>arn:p</keyId></aws>",
                build(plugin(keys(aws("arn:p")) + GATE)),
                build(plugin(keys(aws("arn:c")))));

        assertTrue(lost.where().startsWith("test:pom0:1 ("), lost.where());
        assertTrue(lost.where().endsWith("<keys> <aws> #1"), lost.where());
        assertTrue(lost.accepted().contains("<keys combine.children=\"append\">"), lost.accepted());
        assertTrue(lost.accepted().contains("<aws> of test:pom1:1"), lost.accepted());
        assertTrue(lost.accepted().contains("combine.self=\"override\""), lost.accepted());
    }

    @Test
    void theAttributeThatTheMessageShowsKeepsBoth() throws Exception {
        assertKept(
                Set.of("arn:p", "arn:c"),
                build(plugin(keys(aws("arn:p")) + GATE)),
                build(plugin(keys(APPEND, aws("arn:c")))));
        assertKept(
                Set.of("arn:p", "arn:c"),
                build(plugin(keys(APPEND, aws("arn:p")) + GATE)),
                build(plugin(keys(aws("arn:c")))));
    }

    @Test
    void anOverrideSaysThatItIsMeant() throws Exception {
        String parent = build(plugin(keys(aws("arn:p") + "<key>arn:q</key>") + GATE));

        assertKept(Set.of("arn:c"), parent, build(plugin(keys(OVERRIDE, aws("arn:c")))));
        assertKept(
                Set.of("arn:c"),
                parent,
                build(plugin(
                        "<configuration combine.self=\"override\"><keys>" + aws("arn:c") + "</keys></configuration>")));
        assertKept(
                Set.of("arn:c", "arn:q"),
                parent,
                build(plugin(keys("<aws combine.self=\"override\"><keyId>arn:c</keyId></aws>"))));
        assertKept(Set.of("arn:q"), parent, build(plugin(keys("<aws combine.self=\"remove\"/>"))));
    }

    @Test
    void anElementsOverrideExcusesTheOneOfTheSameOrderAlone() {
        lost(
                "<aws><keyId>arn:2</keyId></aws>",
                build(plugin(keys(aws("arn:1") + aws("arn:2")) + GATE)),
                build(plugin(keys("<aws combine.self=\"override\"><keyId>arn:c</keyId></aws>" + aws("arn:d")))));
    }

    @Test
    void aRepeatThatMavenDropsIsLost() {
        List<InvalidInputException> lost = mistakes(
                build(plugin(keys("<key>arn:1</key><key>arn:2</key>") + GATE)),
                build(plugin(keys("<key>arn:3</key>"))));

        assertEquals(
                List.of("<key>arn:1</key>", "<key>arn:2</key>"),
                lost.stream().map(InvalidInputException::written).toList());
    }

    @Test
    void aLayerThatOnlyGivesCommonFieldsLosesNothing() throws Exception {
        assertKept(
                Set.of("databricks://A/K"),
                build(plugin(keys("<databricks><accountId>A</accountId></databricks>"))),
                build(plugin(keys("<databricks><keyId>K</keyId></databricks>") + GATE)));
        assertKept(
                Set.of("databricks://A/K"),
                build(plugin(keys("<databricks><accountId>A</accountId><keyId>K</keyId></databricks>"))),
                build(plugin(keys("<databricks><name>n</name></databricks>") + GATE)));
    }

    @Test
    void aFieldThatChangesLosesTheKey() {
        lost(
                "<databricks><accountId>A</accountId><keyId>K</keyId><name>n</name></databricks>",
                build(plugin(keys("<databricks><accountId>A</accountId><keyId>K</keyId><name>n</name></databricks>"))),
                build(plugin(keys("<databricks><name>m</name></databricks>") + GATE)));
    }

    @Test
    void aFieldThatMakesItAnotherKeyLosesIt() {
        lost(
                "<huawei><region>r</region><keyId>k</keyId></huawei>",
                build(plugin(keys("<huawei><region>r</region><keyId>k</keyId></huawei>"))),
                build(plugin(keys("<huawei><projectId>p</projectId></huawei>") + GATE)));
    }

    @Test
    void theSameKeyInBothLayersIsNotLost() throws Exception {
        assertKept(
                Set.of("arn:1", "arn:2"),
                build(plugin(keys("<key>arn:1</key>") + GATE)),
                build(plugin(keys("<key>arn:1</key><key>arn:2</key>"))));
    }

    @Test
    void pluginManagementIsALayer() throws Exception {
        lost(
                "<aws><keyId>arn:m</keyId></aws>",
                managed(plugin(keys(aws("arn:m")))),
                build(plugin(keys(aws("arn:c")) + GATE)));
        assertKept(
                Set.of("arn:m", "arn:k"),
                managed(plugin(keys(aws("arn:m")))),
                build(plugin(keys("<key>arn:k</key>") + GATE)));
    }

    @Test
    void aParentsPluginIsStrongerThanItsChildsManagement() {
        lost(
                "<aws><keyId>arn:m</keyId></aws>",
                build(plugin(keys(aws("arn:p")) + GATE)),
                managed(plugin(keys(aws("arn:m")))));
    }

    @Test
    void anActiveProfileIsALayer() throws Exception {
        String model = build(plugin(keys(aws("arn:c")) + GATE));

        lost("<aws><keyId>arn:c</keyId></aws>", model + profile("!absent", keys(aws("arn:x"))));
        assertKept(Set.of("arn:c", "arn:x"), model + profile("!absent", keys(APPEND, aws("arn:x"))));
        assertKept(Set.of("arn:c"), model + profile("absent", keys(aws("arn:x"))));
    }

    @Test
    void anActiveProfileOfAParentIsALayer() {
        InvalidInputException lost = lost(
                "<aws><keyId>arn:x</keyId></aws>",
                build(plugin(GATE)) + profile("!absent", keys(aws("arn:x"))),
                build(plugin(keys(aws("arn:c")))));

        assertTrue(lost.where().contains("profile 'p'"), lost.where());
    }

    @Test
    void anExecutionIsALayer() throws Exception {
        lost(
                "<aws><keyId>arn:c</keyId></aws>",
                build(plugin(keys(aws("arn:c")) + executions(execution("gate", keys(aws("arn:e")))))));
        assertKept(
                Set.of("arn:c", "arn:e"),
                build(plugin(keys(aws("arn:c")) + executions(execution("gate", keys(APPEND, aws("arn:e")))))));
        assertKept(
                Set.of("arn:e"),
                build(plugin(keys(aws("arn:c")) + executions(execution("gate", keys(OVERRIDE, aws("arn:e")))))));
    }

    @Test
    void anExecutionOfAParentIsALayer() {
        InvalidInputException lost = lost(
                "<aws><keyId>arn:e</keyId></aws>",
                build(plugin(executions(execution("gate", keys(aws("arn:e")))))),
                build(plugin(executions(execution("gate", keys(aws("arn:f")))))));

        assertTrue(lost.where().contains("execution 'gate'"), lost.where());
    }

    @Test
    void whatIsNotInheritedIsNotLost() throws Exception {
        String no = "<inherited>false</inherited>";

        assertKept(
                Set.of("arn:c"),
                build(plugin(no + keys(aws("arn:p")) + GATE)),
                build(plugin(keys(aws("arn:c")) + GATE)));
        assertKept(
                Set.of("arn:c"),
                build(plugin(executions(execution("gate", no + keys(aws("arn:p")))))),
                build(plugin(executions(execution("gate", keys(aws("arn:c")))))));
        assertKept(
                Set.of("arn:c"),
                build(plugin(keys(aws("arn:g")) + GATE)),
                build(plugin(no)),
                build(plugin(keys(aws("arn:c")) + GATE)));
    }

    @Test
    void anExecutionMayBeInheritedWithoutItsPlugin() {
        lost(
                "<aws><keyId>arn:p</keyId></aws>",
                build(plugin("<inherited>false</inherited>" + keys("<key>arn:q</key>")
                        + executions(execution("gate", "<inherited>true</inherited>" + keys(aws("arn:p")))))),
                build(plugin(executions(execution("gate", keys(aws("arn:c")))))));
    }

    @Test
    void threeLevelsAreComparedWithEachOther() throws Exception {
        lost(
                "<aws><keyId>arn:g</keyId></aws>",
                build(plugin(keys(aws("arn:g")) + GATE)),
                build(plugin(keys("<key>arn:p</key>"))),
                build(plugin(keys(aws("arn:c")))));
        assertKept(
                Set.of("arn:g", "arn:p", "arn:c"),
                build(plugin(keys(aws("arn:g")) + GATE)),
                build(plugin(keys(APPEND, aws("arn:p")))),
                build(plugin(keys(APPEND, aws("arn:c")))));
    }

    @Test
    void expressionsAreResolvedBeforeLayersAreCompared() throws Exception {
        String parent = "<properties><env>${stage}</env><stage>prod</stage></properties>"
                + build(plugin(keys("<key>arn:${project.artifactId}/${env}</key>") + GATE));

        assertKept(Set.of("arn:pom1/prod", "arn:c"), parent, build(plugin(keys(aws("arn:c")))));
        lost("<key>arn:${project.artifactId}/${env}</key>", parent, build(plugin(keys("<key>arn:c</key>"))));
    }

    @Test
    void coordinatesMayBeExpressions() {
        lost(
                "<aws><keyId>arn:p</keyId></aws>",
                "<properties><g>io.github.cmkverify</g></properties>"
                        + build(plugin(keys(aws("arn:p")) + GATE).replace("io.github.cmkverify", "${g}")),
                build(plugin(keys(aws("arn:c")))));
    }

    private void assertKept(Set<String> expected, String... lineage) throws InvalidInputsException {
        Request request = modules.bound(modules.module(lineage), "gate");

        assertEquals(
                new TreeSet<>(expected),
                new TreeSet<>(request.keys().stream()
                        .map(key -> key.reference().text())
                        .toList()));
    }

    private InvalidInputException lost(String written, String... lineage) {
        List<InvalidInputException> mistakes = mistakes(lineage);

        assertEquals(
                List.of(written),
                mistakes.stream().map(InvalidInputException::written).toList());
        return mistakes.get(0);
    }

    private List<InvalidInputException> mistakes(String... lineage) {
        MavenProject module = modules.module(lineage);
        return assertThrows(InvalidInputsException.class, () -> modules.bound(module, "gate"))
                .all();
    }

    private static String keys(String keys) {
        return Modules.keys(keys);
    }

    private static String keys(String attribute, String keys) {
        return "<configuration><keys" + attribute + ">" + keys + "</keys></configuration>";
    }

    private static String aws(String id) {
        return "<aws><keyId>" + id + "</keyId></aws>";
    }

    private static String executions(String executions) {
        return "<executions>" + executions + "</executions>";
    }

    private static String profile(String property, String plugin) {
        return "<profiles><profile><id>p</id><activation><property><name>" + property
                + "</name></property></activation>" + build(plugin(plugin)) + "</profile></profiles>";
    }
}
