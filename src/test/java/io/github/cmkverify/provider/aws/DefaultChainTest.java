package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultChainTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private CredentialChain.Found resolve(Duration budget) throws CredentialException {
        return new DefaultChain(rig.context().door(), rig.context().environment()).resolve(Deadline.in(budget));
    }

    @Test
    void namesTheSourceThatAnswered() throws Exception {
        System.setProperty("aws.accessKeyId", "AKIAPROPERTY");
        System.setProperty("aws.secretAccessKey", "s");
        System.setProperty("aws.sessionToken", "t");
        try {
            AwsIdentity identity = resolve(Duration.ofSeconds(20)).identity();
            assertEquals("AWS system properties, access key AKIA…", identity.shown());
            assertEquals("t", identity.sessionToken().reveal());
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            System.clearProperty("aws.sessionToken");
        }
    }

    @Test
    void hasNoCredentialsWithoutTime() {
        CredentialException e = assertThrows(CredentialException.class, () -> resolve(Duration.ZERO));
        assertEquals(Cause.OUT_OF_TIME, e.reason());
    }

    @Test
    void looksNowhereThatASystemPropertyNames() {
        Environment plain = rig.context().environment();
        Environment environment = new Environment(
                plain.variables(), plain.home(), plain.clock(), Set.of("aws.containerCredentialsFullUri"));
        DefaultChain chain = new DefaultChain(rig.context().door(), environment);
        CredentialException e =
                assertThrows(CredentialException.class, () -> chain.resolve(Deadline.in(Duration.ofSeconds(20))));
        assertEquals(Cause.BROKEN_CREDENTIALS, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains("aws.containerCredentialsFullUri"), e::toString);
    }
}
