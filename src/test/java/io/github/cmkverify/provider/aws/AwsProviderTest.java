package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Missing;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsProviderTest {
    private final AwsSim aws = new AwsSim();
    private final Simulator sim = new Simulator(aws);
    private final Rig rig = new Rig().endpoint(sim.url());

    @AfterEach
    void close() {
        rig.close();
        sim.close();
    }

    private static KeyState state(Asked asked) {
        return assertInstanceOf(Described.class, asked.answer()).facts().state();
    }

    private static Cause doubt(Asked asked) {
        return assertInstanceOf(Undetermined.class, asked.answer()).cause();
    }

    @Test
    void asksAKeyByItsArnAliasAndId() {
        aws.key(Rig.ARN, "Enabled").alias(Rig.ALIAS, Rig.ARN);
        for (String reference :
                List.of(Rig.ARN, Rig.ALIAS, "aws://us-east-1/" + Rig.ID, "aws://us-east-1/alias/payments")) {
            Asked asked = rig.ask(reference);
            assertEquals(KeyState.ENABLED, state(asked), reference);
            assertEquals(Rig.ARN, ((Described) asked.answer()).facts().keyId(), reference);
        }
        assertEquals(List.of("POST /", "POST /", "POST /", "POST /"), sim.requests());
    }

    @Test
    void tellsWhereWhenAndAsWhomItAsked() {
        aws.key(Rig.ARN, "Enabled");
        Evidence evidence = rig.ask(Rig.ARN).evidence().get(0);
        assertEquals(sim.url(), evidence.endpoint());
        assertEquals("DescribeKey", evidence.operation());
        assertEquals(200, evidence.status());
        assertEquals("0d0466b0-0000-4000-8000-000000000001", evidence.requestId());
        assertEquals("environment AWS_ACCESS_KEY_ID, access key AKID…", evidence.identity());
        assertEquals(1, evidence.attempts());
        assertTrue(evidence.endpointOverridden());
    }

    @Test
    void saysMissingOnlyForKeysAndAliasesThatKmsDoesNotKnow() {
        assertEquals(
                "NotFoundException",
                assertInstanceOf(Missing.class, rig.ask(Rig.ARN).answer()).code());
        assertInstanceOf(Missing.class, rig.ask(Rig.ALIAS).answer());
        aws.fail(Rig.ID, 400, "NotFoundException", "Invalid arn us-east-1");
        assertEquals(Cause.WRONG_REGION, doubt(rig.ask(Rig.ARN)));
    }

    @Test
    void signsForTheRegionOfTheArn() {
        String elsewhere = "arn:aws:kms:eu-west-1:111122223333:key/" + Rig.ID;
        aws.key(elsewhere, "Disabled");
        rig.variable("AWS_REGION", "us-east-1");
        assertEquals(KeyState.DISABLED, state(rig.ask(elsewhere)));
    }

    @Test
    void signsWithTemporaryCredentials() {
        aws.key(Rig.ARN, "Enabled").credentials("ASIAEXAMPLE", "hush", "token/+=1");
        rig.variable("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE")
                .variable("AWS_SECRET_ACCESS_KEY", "hush")
                .variable("AWS_SESSION_TOKEN", "token/+=1");
        assertEquals(KeyState.ENABLED, state(rig.ask(Rig.ARN)));
    }

    @Test
    void asksBelowThePathOfAnEndpoint() {
        aws.key(Rig.ARN, "Enabled");
        rig.endpoint(sim.url() + "/kms-of/team_a/");
        assertEquals(KeyState.ENABLED, state(rig.ask(Rig.ARN)));
        assertEquals(List.of("POST /kms-of/team_a/"), sim.requests());
    }

    @Test
    void asksADeclaredLoopbackEndpointAndSaysSo() {
        aws.key(Rig.ARN, "Enabled");
        rig.variable("AWS_ENDPOINT_URL", "https://kms.corp.example");
        Asked asked = rig.ask(Rig.ARN, Map.of("endpoint", sim.url()));
        assertEquals(KeyState.ENABLED, state(asked));
        assertTrue(asked.evidence().get(0).endpointOverridden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kms:us-east-1:111122223333:alias/aws/s3",
                "arn:aws:s3:::bucket",
                "arn:aws:kms:us-east-1:111122223333:key/not-an-id",
                "none"
            })
    void asksNothingForAReferenceThatPointsNowhere(String text) {
        Asked asked = rig.provider().ask(new KeyReference("aws", text), Duration.ofSeconds(5));
        assertEquals(Cause.POINTS_NOWHERE, doubt(asked));
        assertEquals(List.of(), sim.requests());
    }

    @Test
    void asksAgainWhenItIsThrottledOrTheServiceFails() {
        aws.key(Rig.ARN, "Enabled");
        sim.spoil(Rig.ID, Fault.THROTTLED, Fault.RESET_BEFORE, Fault.ERROR_503, Fault.NONE);
        Asked asked = rig.ask(Rig.ARN);
        assertEquals(KeyState.ENABLED, state(asked));
        assertEquals(4, asked.evidence().get(0).attempts());
    }

    @Test
    void asksAgainAfterAThrottlingCodeAndThenGivesUp() {
        aws.fail(Rig.ID, 400, "ThrottlingException", "Rate exceeded");
        Asked asked = rig.ask(Rig.ARN);
        assertEquals(Cause.THROTTLED, doubt(asked));
        assertTrue(sim.received().size() >= 3, sim.requests()::toString);
    }

    @Test
    void signsEveryAttemptAfresh() {
        aws.fail(Rig.ID, 500, "KMSInternalException", "");
        Instant start = Instant.now();
        AtomicInteger seconds = new AtomicInteger();
        rig.clock(new Clock() {
            @Override
            public Instant instant() {
                return start.plusSeconds(seconds.getAndIncrement());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        rig.ask(Rig.ARN);
        List<String> signatures = sim.received().stream()
                .map(r -> String.valueOf(r.getHeaders().get("Authorization")))
                .toList();
        assertEquals(signatures.size(), signatures.stream().distinct().count());
        assertTrue(signatures.size() > 1);
    }

    @Test
    void neverTriesAWrongKeyTwice() {
        rig.variable("AWS_SECRET_ACCESS_KEY", "wrong");
        AwsProvider provider = rig.provider();
        List<Cause> causes = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> "aws://us-east-1/" + Rig.ID.replaceFirst("^..", i < 10 ? "0" + i : "" + i))
                .map(text -> provider.ask(Rig.reference(text, Map.of()), Duration.ofSeconds(20)))
                .map(AwsProviderTest::doubt)
                .sorted()
                .toList();
        assertEquals(1, sim.received().size());
        assertEquals(Cause.AUTHENTICATION_REFUSED, causes.get(0));
        assertEquals(19, causes.stream().filter(c -> c == Cause.NOT_ASKED_AGAIN).count());
    }

    @Test
    void doesNotHoldAWrongKeyAgainstAnother() {
        aws.key(Rig.ARN, "Enabled");
        rig.variable("AWS_ACCESS_KEY_ID", "AKIDGONE");
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt(rig.ask(Rig.ARN)));
        rig.variable("AWS_ACCESS_KEY_ID", AwsSim.ACCESS_KEY);
        assertEquals(KeyState.ENABLED, state(rig.ask(Rig.ARN)));
    }

    @Test
    void asksOnAfterAKeyThatIsDenied() {
        String other = Rig.ARN.replace("1234abcd", "ffffffff");
        aws.fail(Rig.ID, 400, "AccessDeniedException", "not authorized").key(other, "Enabled");
        AwsProvider provider = rig.provider();
        assertEquals(Cause.ACCESS_DENIED, doubt(provider.ask(Rig.reference(Rig.ARN, Map.of()), Duration.ofSeconds(5))));
        assertEquals(KeyState.ENABLED, state(provider.ask(Rig.reference(other, Map.of()), Duration.ofSeconds(5))));
    }

    @Test
    void keepsTheCodeThatTellsAWrongClockFromAWrongKey() {
        aws.key(Rig.ARN, "Enabled");
        rig.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
        Undetermined doubt =
                assertInstanceOf(Undetermined.class, rig.ask(Rig.ARN).answer());
        assertEquals(Cause.AUTHENTICATION_REFUSED, doubt.cause());
        assertEquals("InvalidSignatureException", doubt.code());
        assertTrue(doubt.said().contains("expired"), doubt::said);
    }

    @Test
    void waitsForAKeyThatIsBetweenTwoStates() {
        aws.key(Rig.ARN, "Creating", "Updating", "Enabled");
        Asked asked = rig.ask(Rig.ARN);
        assertEquals(KeyState.ENABLED, state(asked));
        assertEquals(3, asked.evidence().size());
    }

    @Test
    void givesUpOnAKeyThatStaysBetweenTwoStates() {
        aws.key(Rig.ARN, "Updating");
        assertEquals(Cause.TRANSIENT_STATE, doubt(rig.ask(Rig.ARN)));
        assertEquals(3, sim.received().size());
        aws.key(Rig.ARN, "Creating");
        assertEquals(KeyState.NOT_READY, state(rig.ask(Rig.ARN)));
    }

    @Test
    void doesNotWaitLongerThanItHas() {
        aws.key(Rig.ARN, "Updating");
        try (Rig slow = new Rig().endpoint(sim.url())) {
            AwsProvider provider = new AwsProvider(slow.context(), Rig.NO_CHAIN, List.of(Duration.ofSeconds(2)));
            Asked asked = provider.ask(Rig.reference(Rig.ARN, Map.of()), Duration.ofSeconds(1));
            assertEquals(Cause.TRANSIENT_STATE, doubt(asked));
            assertEquals(1, sim.received().size());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "TRICKLE"})
    void neverTakesAFaultForAnAnswerAboutTheKey(Fault fault) {
        aws.key(Rig.ARN, "Enabled");
        sim.spoil(Rig.ID, fault);
        KeyAnswer answer = rig.requestTimeout(Duration.ofMillis(400))
                .provider()
                .ask(Rig.reference(Rig.ARN, Map.of()), Duration.ofMillis(900))
                .answer();
        Undetermined doubt = assertInstanceOf(Undetermined.class, answer, answer::toString);
        assertFalse(doubt.cause() == Cause.INTERNAL_FAULT, doubt::toString);
    }

    @Test
    void neverSaysMissingFromASpoiledAnswer() {
        for (Fault fault : List.of(Fault.TRUNCATED, Fault.HTML_404, Fault.BARE_404, Fault.TRAILING, Fault.EMPTY_200)) {
            sim.spoil(Rig.ID, fault);
            assertInstanceOf(Undetermined.class, rig.ask(Rig.ARN).answer(), fault::toString);
        }
    }

    @Test
    void showsNoSecretAnywhere() {
        rig.variable("AWS_SESSION_TOKEN", "hushhushhush");
        String all = rig.ask(Rig.ARN).toString() + rig.memory();
        assertFalse(all.contains(AwsSim.SECRET), all);
        assertFalse(all.contains("hushhushhush"), all);
    }

    @Test
    void hasNoRequestIdWhereNobodyGaveOne() {
        sim.spoil(Rig.ID, Fault.HTML_200);
        assertNull(rig.ask(Rig.ARN).evidence().get(0).requestId());
    }
}
