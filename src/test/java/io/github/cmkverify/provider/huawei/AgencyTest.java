package io.github.cmkverify.provider.huawei;

import static io.github.cmkverify.provider.huawei.Bench.KEY;
import static io.github.cmkverify.provider.huawei.Bench.PROJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.sim.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that the machine itself gives. */
class AgencyTest {
    private static final String TOKEN = "PUT /meta-data/latest/api/token";
    private static final String ACCESS_KEY = "GET /openstack/latest/securitykey";
    private static final String DESCRIBE = "POST /v1.0/" + PROJECT + "/kms/describe-key";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAgencysTemporaryKeyAsksWithItsSecurityToken() {
        agency();

        Asked asked = bench.ask();

        assertInstanceOf(KeyAnswer.Described.class, asked.answer());
        assertEquals("ECS agency, access key ASIA…", asked.evidence().get(0).identity());
        assertEquals(List.of(TOKEN, ACCESS_KEY, DESCRIBE), bench.simulator.requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 503})
    void anOlderServiceIsAskedWithoutAToken(int status) {
        agency();
        bench.machine.tokenless(status);

        assertInstanceOf(KeyAnswer.Described.class, bench.ask().answer());
    }

    @Test
    void itIsAskedOnceInABuild() {
        agency();

        bench.ask();
        bench.ask();

        assertEquals(List.of(TOKEN, ACCESS_KEY, DESCRIBE, DESCRIBE), bench.simulator.requests());
    }

    @Test
    void aMachineWithoutAnAgencyIsNoSource() {
        assertEquals(Cause.NO_CREDENTIALS, undetermined().cause());
        assertEquals(Cause.NO_CREDENTIALS, undetermined().cause());
        assertEquals(List.of(TOKEN, ACCESS_KEY), bench.simulator.requests());
    }

    @ParameterizedTest
    @EnumSource(names = {"BARE_404", "HTML_404"})
    void anotherCloudsServiceAtTheSameAddressIsNoSource(Fault fault) {
        agency();
        bench.simulator.spoil("/openstack/", fault);

        assertEquals(Cause.NO_CREDENTIALS, undetermined().cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>login</html>",
                "{}",
                "{\"credential\":{\"access\":\"A\",\"secret\":\"hunter2\"}}",
                "{\"credential\":{\"access\":\"A\",\"secret\":\"hunter2\",\"securitytoken\":\"hunter2\\nX: y\"}}"
            })
    void anAnswerThatIsNoAccessKeyIsBroken(String body) {
        bench.machine.answering(body);

        KeyAnswer.Undetermined answer = undetermined();

        assertEquals(Cause.BROKEN_CREDENTIALS, answer.cause());
        assertFalse(answer.toString().contains("hunter2"), answer.toString());
        assertTrue(answer.said().contains("the agency of an ECS instance"), answer.said());
    }

    @Test
    void aServiceWithAFaultIsBroken() {
        agency();
        bench.simulator.spoil("/openstack/", Fault.ERROR_503);

        assertEquals(Cause.BROKEN_CREDENTIALS, undetermined().cause());
    }

    private void agency() {
        bench.machine.agency("ASIAAGENCY", "agency-secret", "agency-token");
        bench.cloud.credentials("ASIAAGENCY", "agency-secret", "agency-token").key(PROJECT, KEY, "2");
    }

    private KeyAnswer.Undetermined undetermined() {
        return assertInstanceOf(KeyAnswer.Undetermined.class, bench.ask().answer());
    }
}
