package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import io.github.cmkverify.provider.ServerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsCredentialSourcesTest {
    private final Rig rig = new Rig();
    private final AtomicInteger searches = new AtomicInteger();

    @AfterEach
    void close() {
        rig.close();
    }

    private CredentialChain found(Instant... ends) {
        return deadline -> {
            int number = searches.getAndIncrement();
            AwsIdentity identity =
                    AwsIdentity.of("AWS profile", "ASIA" + number, new Secret("hush"), new Secret("token"));
            return new CredentialChain.Found(identity, number < ends.length ? ends[number] : null);
        };
    }

    private CredentialChain failing(Cause cause) {
        return deadline -> {
            searches.incrementAndGet();
            throw new CredentialException(cause, "nothing there");
        };
    }

    private AwsIdentity find(CredentialChain chain) throws CredentialException {
        return new AwsCredentialSources(rig.context(), chain)
                .find(Rig.reference(Rig.ARN, Map.of()), Deadline.in(Duration.ofSeconds(5)));
    }

    private static ServerEntry server(String id, String username, String password) {
        return new ServerEntry(id, username, new Secret(password), Map.of("sessionToken", new Secret(" t ")));
    }

    @Test
    void takesTheServerOfSettingsFirst() throws Exception {
        rig.server(server("cmk-aws", " AKIASERVER ", "s"));
        AwsIdentity identity = find(found());
        assertEquals("server cmk-aws of settings.xml, access key AKIA…", identity.shown());
        assertEquals("AKIASERVER", identity.accessKeyId());
        assertEquals("t", identity.sessionToken().reveal());
    }

    @Test
    void takesTheServerThatTheKeyNames() throws Exception {
        rig.server(server("cmk-aws", "AKIAONE", "s")).server(server("cmk-aws-prod", "AKIATWO", "s"));
        AwsIdentity identity = new AwsCredentialSources(rig.context(), found())
                .find(
                        Rig.reference(Rig.ARN, Map.of()).with("serverId", "cmk-aws-prod"),
                        Deadline.in(Duration.ofSeconds(5)));
        assertEquals("AKIATWO", identity.accessKeyId());
    }

    @Test
    void callsHalfAServerBroken() {
        rig.server(new ServerEntry("cmk-aws", "AKIASERVER", null, Map.of()));
        assertEquals(
                Cause.BROKEN_CREDENTIALS,
                assertThrows(CredentialException.class, () -> find(found())).reason());
    }

    @ParameterizedTest
    @CsvSource({"sessionTokn, hush", "sessionToken, a b", "sessionToken, ${env.TOKEN}"})
    void callsAServerBrokenThatHoldsWhatCannotBeMeant(String child, String value) {
        rig.server(new ServerEntry("cmk-aws", "AKIASERVER", new Secret("s"), Map.of(child, new Secret(value))));
        CredentialException e = assertThrows(CredentialException.class, () -> find(found()));
        assertEquals(Cause.BROKEN_CREDENTIALS, e.reason());
        assertTrue(String.valueOf(e.getMessage()).startsWith("server cmk-aws of settings.xml: "), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains(value), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\nb", "ä", "a\u0000b", "${env.SECRET}"})
    void callsAnUnsendableSecretBrokenAndDoesNotShowIt(String secret) {
        rig.variable("AWS_SECRET_ACCESS_KEY", secret);
        CredentialException e = assertThrows(CredentialException.class, () -> find(found()));
        assertEquals(Cause.BROKEN_CREDENTIALS, e.reason());
        assertFalse(String.valueOf(e.getMessage()).contains(secret));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_ACCESS_KEY_ID, 'a b', access key id holds characters that it cannot have",
        "AWS_ACCESS_KEY_ID, '${env.ID}', 'access key id holds ${…}, which has no value here'",
        "AWS_SECRET_ACCESS_KEY, '${env.SECRET}', 'secret access key holds ${…}, which has no value here'",
        "AWS_SESSION_TOKEN, 'a b', session token holds characters that it cannot have"
    })
    void namesThePartThatCannotBeSent(String variable, String value, String reason) {
        rig.variable(variable, value);
        CredentialException e = assertThrows(CredentialException.class, () -> find(found()));
        assertEquals("environment AWS_ACCESS_KEY_ID: the " + reason, e.getMessage());
    }

    @Test
    void takesAPairOfTheEnvironmentWithoutTheChain() throws Exception {
        rig.variable("AWS_SESSION_TOKEN", " token ");
        AwsIdentity identity = find(found());
        assertEquals("environment AWS_ACCESS_KEY_ID", identity.source());
        assertEquals("token", identity.sessionToken().reveal());
        assertEquals(0, searches.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"})
    void goesOnToTheChainAfterHalfAPairAsTheChainDoes(String half) throws Exception {
        rig.noVariables().variable(half, "AKIAHALF").variable("AWS_SESSION_TOKEN", "x");
        assertEquals("AWS profile", find(found()).source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.accessKeyId", "aws.secretAccessKey"})
    void leavesThePairOfTheEnvironmentToTheChainWhereSystemPropertiesComeFirst(String property) throws Exception {
        ProviderContext plain = rig.context();
        Environment surroundings = plain.environment();
        ProviderContext context = new ProviderContext(
                new Environment(surroundings.variables(), surroundings.home(), surroundings.clock(), Set.of(property)),
                plain.door(),
                plain.servers(),
                plain.memory());
        AwsIdentity found = new AwsCredentialSources(context, found())
                .find(Rig.reference(Rig.ARN, Map.of()), Deadline.in(Duration.ofSeconds(5)));
        assertEquals("AWS profile", found.source());
    }

    @Test
    void searchesTheChainOnceInABuild() throws Exception {
        rig.noVariables();
        CredentialChain chain = found();
        assertEquals("ASIA0", find(chain).accessKeyId());
        AwsIdentity again = find(chain);
        assertEquals("ASIA0", again.accessKeyId());
        assertEquals("hush", again.secret().reveal());
        assertEquals("token", again.sessionToken().reveal());
        assertEquals(1, searches.get());
    }

    @Test
    void searchesAgainWhenCredentialsEnd() throws Exception {
        rig.noVariables();
        Instant now = Instant.now();
        CredentialChain chain = found(now.plusSeconds(10), now.plusSeconds(3600));
        assertEquals("ASIA0", find(chain).accessKeyId());
        assertEquals("ASIA1", find(chain).accessKeyId());
        assertEquals("ASIA1", find(chain).accessKeyId());
    }

    @Test
    void repeatsNoSearchThatFoundNothing() {
        rig.noVariables();
        CredentialChain chain = failing(Cause.NO_CREDENTIALS);
        for (int i = 0; i < 3; i++) {
            CredentialException e = assertThrows(CredentialException.class, () -> find(chain));
            assertEquals(Cause.NO_CREDENTIALS, e.reason());
            assertEquals("server cmk-aws of settings.xml; nothing there", e.getMessage());
        }
        assertEquals(1, searches.get());
    }

    @Test
    void repeatsASearchThatHadNoTime() {
        rig.noVariables();
        CredentialChain chain = failing(Cause.OUT_OF_TIME);
        assertThrows(CredentialException.class, () -> find(chain));
        assertThrows(CredentialException.class, () -> find(chain));
        assertEquals(2, searches.get());
    }

    @Test
    void showsNoSecret() throws Exception {
        rig.noVariables();
        String shown = find(found()).toString();
        assertTrue(shown.contains("ASIA…"), shown);
        assertFalse(shown.contains("hush"), shown);
    }
}
