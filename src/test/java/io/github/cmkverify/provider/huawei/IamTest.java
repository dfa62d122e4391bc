package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.OTHER_PROJECT;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.sim.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found out at the identity service before a key can be asked about. */
class IamTest {
    private static final String LOOK_UP = "GET /v3/projects?name=eu-de";
    private static final String EXCHANGE = "POST /v3.0/OS-AUTH/id-token/tokens";
    private static final String LOG_IN = "POST /v3/auth/tokens?nocatalog=true";

    private final Bench bench = Bench.withAccessKey();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aProjectThatIsLeftOutIsLookedUpOnceForAllKeys() {
        bench.cloud
                .project("eu-de", PROJECT)
                .project("eu-de_production", OTHER_PROJECT)
                .key(PROJECT, KEY, "2");

        List<Asked> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> bench.ask(bench.reference("-", KEY)))
                .toList();

        all.forEach(asked -> assertInstanceOf(KeyAnswer.Described.class, asked.answer()));
        assertEquals(
                1, bench.simulator.requests().stream().filter(LOOK_UP::equals).count());
    }

    @Test
    void theLookUpIsEvidence() {
        bench.cloud.project("eu-de", PROJECT).key(PROJECT, KEY, "2");

        Asked asked = bench.ask(bench.reference("-", KEY));

        assertEquals(
                List.of("ListProjects", "DescribeKey"),
                asked.evidence().stream().map(Evidence::operation).toList());
    }

    @Test
    void noProjectOfTheRegionsNameIsNoMissingKey() {
        bench.cloud.project("eu-nl", PROJECT);

        KeyAnswer.Undetermined answer = undetermined(bench.ask(bench.reference("-", KEY)));

        assertEquals(Cause.POINTS_NOWHERE, answer.cause());
        assertTrue(answer.said().startsWith("0 projects are named eu-de"), answer.said());
    }

    @Test
    void twoProjectsOfTheRegionsNameAreOneTooMany() {
        bench.cloud.project("eu-de", PROJECT).project("eu-de", OTHER_PROJECT);

        assertEquals(
                Cause.POINTS_NOWHERE,
                undetermined(bench.ask(bench.reference("-", KEY))).cause());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HTML_200",
                "EMPTY_200",
                "NULL_200",
                "TRUNCATED",
                "TRAILING",
                "BARE_404",
                "HTML_404",
                "REDIRECT_LOGIN"
            })
    void aLookUpThatIsNotUnderstoodFindsNoProject(Fault fault) {
        bench.cloud.project("eu-de", PROJECT).key(PROJECT, KEY, "2");
        bench.simulator.spoil(LOOK_UP, fault);

        assertInstanceOf(
                KeyAnswer.Undetermined.class,
                bench.ask(bench.reference("-", KEY)).answer());
        assertEquals(List.of(LOOK_UP), bench.simulator.requests());
    }

    @Test
    void aWrongAccessKeyIsNotTriedAgainAfterTheLookUp() {
        bench.variables.put("HUAWEICLOUD_SDK_SK", "wrong");

        assertEquals(
                Cause.AUTHENTICATION_REFUSED,
                undetermined(bench.ask(bench.reference("-", KEY))).cause());
        assertEquals(Cause.NOT_ASKED_AGAIN, undetermined(bench.ask()).cause());
        assertEquals(List.of(LOOK_UP), bench.simulator.requests());
    }

    @Test
    void theProjectOfTheVariableFamilyNeedsNoLookUp() {
        bench.variables.put("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT);
        bench.variables.put("HW_PROJECT_ID", OTHER_PROJECT);
        bench.cloud.key(PROJECT, KEY, "2");

        assertInstanceOf(
                KeyAnswer.Described.class, bench.ask(bench.reference("-", KEY)).answer());
        assertFalse(bench.simulator.requests().contains(LOOK_UP));
    }

    @Test
    void aVariableThatIsNoProjectIsNamed() {
        bench.variables.put("HUAWEICLOUD_SDK_PROJECT_ID", "eu-de");

        KeyAnswer.Undetermined answer = undetermined(bench.ask(bench.reference("-", KEY)));

        assertEquals(Cause.BROKEN_CREDENTIALS, answer.cause());
        assertTrue(answer.said().contains("HUAWEICLOUD_SDK_PROJECT_ID"), answer.said());
        assertEquals(List.of(), bench.simulator.requests());
    }

    @Test
    void aKeyIsMissingInAVariablesProjectOnlyIfThatIsTheRegionsOwn() {
        bench.variables.put("HUAWEICLOUD_SDK_PROJECT_ID", PROJECT);
        bench.cloud.project("eu-de", PROJECT);

        assertInstanceOf(
                KeyAnswer.Missing.class, bench.ask(bench.reference("-", KEY)).answer());
    }

    @Test
    void aKeyIsNotMissingBecauseAVariableNamesAnotherRegionsProject() {
        bench.variables.put("HUAWEICLOUD_SDK_PROJECT_ID", OTHER_PROJECT);
        bench.cloud.project("eu-de", PROJECT).project("eu-nl", OTHER_PROJECT).key(PROJECT, KEY, "2");

        KeyAnswer.Undetermined answer = undetermined(bench.ask(bench.reference("-", KEY)));

        assertEquals(Cause.POINTS_NOWHERE, answer.cause());
        assertEquals("KMS.0207", answer.code());
    }

    @Test
    void aUserLogsInOnceForAllKeys() {
        logInAs("P4ss \"wörd\"\\");
        bench.cloud.user("ACME", "ci", "P4ss \"wörd\"\\").key(PROJECT, KEY, "2");

        List<Asked> all =
                IntStream.range(0, 8).parallel().mapToObj(i -> bench.ask()).toList();

        all.forEach(asked -> assertInstanceOf(KeyAnswer.Described.class, asked.answer()));
        assertEquals(
                1, bench.simulator.requests().stream().filter(LOG_IN::equals).count());
    }

    @Test
    void aLoginForTheRegionTellsItsProject() {
        logInAs("secret");
        bench.cloud.user("ACME", "ci", "secret").project("eu-de", PROJECT).key(PROJECT, KEY, "2");

        Asked asked = bench.ask(bench.reference("-", KEY));

        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
        assertEquals(2, bench.simulator.requests().size());
        assertEquals(
                "environment HW_USER_NAME, user ci", asked.evidence().get(0).identity());
    }

    @Test
    void aWrongPasswordIsTriedOnceForTwentyKeys() {
        logInAs("wrong");
        bench.cloud.user("ACME", "ci", "secret");

        List<Asked> all =
                IntStream.range(0, 20).parallel().mapToObj(i -> bench.ask()).toList();

        all.forEach(asked ->
                assertEquals(Cause.AUTHENTICATION_REFUSED, undetermined(asked).cause()));
        assertEquals(List.of(LOG_IN), bench.simulator.requests());
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "THROTTLED_1S", "HTML_404", "PROXY_407"})
    void aLoginIsNeverRepeatedOnA4xx(Fault fault) {
        logInAs("secret");
        bench.cloud.user("ACME", "ci", "secret").key(PROJECT, KEY, "2");
        bench.simulator.spoil(LOG_IN, fault);

        assertInstanceOf(KeyAnswer.Undetermined.class, bench.ask().answer());
        assertInstanceOf(KeyAnswer.Undetermined.class, bench.ask().answer());
        assertEquals(List.of(LOG_IN), bench.simulator.requests());
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "ERROR_503"})
    void aLoginThatMetAFaultIsRepeated(Fault fault) {
        logInAs("secret");
        bench.cloud.user("ACME", "ci", "secret").key(PROJECT, KEY, "2");
        bench.simulator.spoil(LOG_IN, fault, Fault.NONE);

        assertInstanceOf(KeyAnswer.Described.class, bench.ask().answer());
    }

    @Test
    void thePasswordIsNowhereInTheAnswer() {
        logInAs("hunter2-hunter2");
        bench.simulator.spoil(LOG_IN, Fault.SILENT);

        Asked asked = bench.provider().ask(bench.reference(PROJECT, KEY), Duration.ofSeconds(1));

        assertFalse(asked.toString().contains("hunter2"), asked.toString());
    }

    @Test
    void anIdTokenIsExchangedOnceForAllKeys(@TempDir Path folder) throws Exception {
        idToken(folder, "ey.J.wt");
        bench.cloud.idToken("github", "ey.J.wt").key(PROJECT, KEY, "2");

        Asked first = bench.ask();

        assertInstanceOf(KeyAnswer.Described.class, first.answer());
        assertInstanceOf(KeyAnswer.Described.class, bench.ask().answer());
        assertEquals(
                1, bench.simulator.requests().stream().filter(EXCHANGE::equals).count());
        assertEquals(
                "environment HUAWEICLOUD_SDK_ID_TOKEN_FILE, identity provider github",
                first.evidence().get(0).identity());
    }

    @Test
    void anExchangeForTheRegionNamesTheAccountAndTellsTheProject(@TempDir Path folder) throws Exception {
        idToken(folder, "ey.J.wt");
        bench.variables.put("HUAWEICLOUD_SDK_DOMAIN_ID", "fedc");
        bench.cloud.idToken("github", "ey.J.wt").project("eu-de", PROJECT).key(PROJECT, KEY, "2");

        assertInstanceOf(
                KeyAnswer.Described.class, bench.ask(bench.reference("-", KEY)).answer());
        okio.ByteString sent = bench.simulator.received().get(0).getBody();
        assertEquals(
                "{\"auth\":{\"id_token\":{\"id\":\"ey.J.wt\"},"
                        + "\"scope\":{\"project\":{\"name\":\"eu-de\",\"domain\":{\"id\":\"fedc\"}}}}}",
                sent == null ? "" : sent.utf8());
    }

    @Test
    void anIdTokenThatIsRefusedIsTriedOnceAndNotShown(@TempDir Path folder) throws Exception {
        idToken(folder, "ey.expired");
        bench.cloud.idToken("github", "ey.J.wt").key(PROJECT, KEY, "2");

        Asked asked = bench.ask();

        assertEquals(Cause.AUTHENTICATION_REFUSED, undetermined(asked).cause());
        assertEquals(Cause.AUTHENTICATION_REFUSED, undetermined(bench.ask()).cause());
        assertEquals(List.of(EXCHANGE), bench.simulator.requests());
        assertFalse(asked.toString().contains("ey.expired"), asked.toString());
    }

    private void idToken(Path folder, String token) throws IOException {
        bench.variables.clear();
        bench.variables.put("HUAWEICLOUD_SDK_IDP_ID", "github");
        bench.variables.put(
                "HUAWEICLOUD_SDK_ID_TOKEN_FILE",
                Files.writeString(folder.resolve("id-token"), token + "\n").toString());
    }

    private void logInAs(String password) {
        bench.variables.clear();
        bench.variables.put("HW_USER_NAME", "ci");
        bench.variables.put("HW_USER_PASSWORD", password);
        bench.variables.put("HW_DOMAIN_NAME", "ACME");
    }

    private static KeyAnswer.Undetermined undetermined(Asked asked) {
        return assertInstanceOf(KeyAnswer.Undetermined.class, asked.answer());
    }
}
