package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.KeyProvider;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.aws.AwsProvider;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.databricks.DatabricksProvider;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String CONFIGURATION = "c0000000-0000-4000-8000-000000000001";
    private static final String ARN = arn(1);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final AwsSim aws = new AwsSim();
    private final DatabricksSim databricks = new DatabricksSim();
    private final Simulator simulator = new Simulator(aws, databricks);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final List<HttpDoor> doors = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        doors.forEach(HttpDoor::close);
        simulator.close();
    }

    private static String arn(int number) {
        return "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static DeclaredKey declared(String provider, String text) {
        return new DeclaredKey(new KeyReference(provider, text), null, Expectations.NONE, Rules.USUAL, "a test");
    }

    private DeclaredKey configuration() {
        return configuration(simulator);
    }

    private static DeclaredKey configuration(Simulator at) {
        return new DeclaredKey(
                new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + CONFIGURATION).with("host", at.url()),
                null,
                Expectations.NONE,
                Rules.USUAL,
                "a test");
    }

    /** A module of the build: a verifier with a door of its own, and the memory of all. */
    private Verifier module() {
        HttpDoor door =
                new HttpDoor(new HttpSettings(Duration.ofSeconds(10), Set.of(), "test", Clock.systemUTC(), memory));
        doors.add(door);
        Environment environment = new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_KMS", simulator.url(),
                        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                        "DATABRICKS_CLIENT_ID", "demo-client",
                        "DATABRICKS_CLIENT_SECRET", "demo-secret"),
                Path.of("no-home"),
                Clock.systemUTC());
        ProviderContext context = new ProviderContext(environment, door, id -> null, new BuildMemory(memory));
        Map<String, KeySyntax> syntaxes = Map.of("aws", new AwsSyntax(), "databricks", new DatabricksSyntax());
        Map<String, KeyProvider> providers =
                Map.of("aws", new AwsProvider(context), "databricks", new DatabricksProvider(context));
        return new Verifier(
                new Providers() {
                    @Override
                    public Optional<KeySyntax> syntax(String provider) {
                        return Optional.ofNullable(syntaxes.get(provider));
                    }

                    @Override
                    public Optional<KeyProvider> find(String provider) {
                        return Optional.ofNullable(providers.get(provider));
                    }
                },
                new BuildMemory(memory),
                new Moved(now),
                (done, all) -> {});
    }

    private static Cause cause(Verdict verdict) {
        KeyAnswer last = verdict.chain().get(verdict.chain().size() - 1).answer();
        return ((KeyAnswer.Undetermined) last).cause();
    }

    @Test
    void aKeyThatIsDeclaredTwiceIsAskedOnce() {
        aws.key(ARN, "Enabled");
        List<Verdict> verdicts = module().verify(List.of(declared("aws", ARN), declared("aws", ARN)), MINUTE);
        assertEquals(
                List.of(Outcome.PASS, Outcome.PASS),
                verdicts.stream().map(Verdict::outcome).toList());
        assertEquals(1, simulator.requests().size());
    }

    @Test
    void whatOneModuleWasToldServesTheNextForFiveMinutes() {
        aws.key(ARN, "Enabled");
        module().verify(List.of(declared("aws", ARN)), MINUTE);
        aws.key(ARN, "Disabled");
        now.updateAndGet(time -> time.plus(Questions.SERVES));
        assertEquals(
                Outcome.PASS,
                module().verify(List.of(declared("aws", ARN)), MINUTE).get(0).outcome());
        assertEquals(1, simulator.requests().size());

        now.updateAndGet(time -> time.plusSeconds(1));
        assertEquals(
                Outcome.FAIL,
                module().verify(List.of(declared("aws", ARN)), MINUTE).get(0).outcome());
        assertEquals(2, simulator.requests().size());
    }

    @Test
    void aModuleThatRanOutOfTimeLeavesTheQuestionToTheNext() {
        aws.key(ARN, "Enabled");
        simulator.spoil(ARN, Fault.SILENT, Fault.NONE);
        Verdict late = module().verify(List.of(declared("aws", ARN)), Duration.ofMillis(300))
                .get(0);
        assertEquals(Cause.OUT_OF_TIME, cause(late));
        assertEquals(
                Outcome.PASS,
                module().verify(List.of(declared("aws", ARN)), MINUTE).get(0).outcome());
    }

    @Test
    void aConfigurationIsOnlyAsGoodAsTheKeyBehindIt() {
        databricks.configuration(ACCOUNT, CONFIGURATION, ARN);
        aws.key(ARN, "Disabled");
        Verdict verdict = module().verify(List.of(configuration()), MINUTE).get(0);
        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals(KeyState.DISABLED, verdict.facts().state());
        assertEquals(2, verdict.chain().size());
    }

    @Test
    void manyConfigurationsOfAnAccountTakeOneListInAllModules() {
        aws.key(ARN, "Enabled");
        List<DeclaredKey> all = IntStream.range(0, 100)
                .mapToObj("c0000000-0000-4000-8000-%012d"::formatted)
                .peek(id -> databricks.configuration(ACCOUNT, id, ARN))
                .map(id -> new DeclaredKey(
                        new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + id)
                                .with("host", simulator.url()),
                        null,
                        Expectations.NONE,
                        Rules.USUAL,
                        "a test"))
                .toList();

        module().verify(all.subList(0, 60), MINUTE);
        List<Verdict> verdicts = module().verify(all, MINUTE);

        verdicts.forEach(verdict -> assertEquals(Outcome.PASS, verdict.outcome()));
        String account = "/api/2.0/accounts/" + ACCOUNT;
        assertEquals(
                List.of(
                        "GET " + account + "/customer-managed-keys",
                        "GET " + account + "/workspaces",
                        "POST /",
                        "POST /oidc/accounts/" + ACCOUNT + "/v1/token"),
                simulator.requests().stream().sorted().toList());
    }

    @Test
    void aConfigurationAndItsKeyDeclaredBesideItShareTheAnswer() {
        databricks.configuration(ACCOUNT, CONFIGURATION, ARN);
        aws.key(ARN, "Enabled");
        module().verify(List.of(configuration(), declared("aws", ARN)), MINUTE);
        assertEquals(1, simulator.requests().stream().filter("POST /"::equals).count());
    }

    @Test
    void aConfigurationWhoseKeyCannotBeAskedInTimeDoesNotPass() {
        databricks.configuration(ACCOUNT, CONFIGURATION, ARN);
        aws.key(ARN, "Enabled");
        simulator.spoil(ARN, Fault.SILENT);
        Verdict verdict =
                module().verify(List.of(configuration()), Duration.ofSeconds(5)).get(0);
        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(Cause.OUT_OF_TIME, cause(verdict));
        assertEquals(ARN, verdict.chain().get(1).reference().text());
    }

    @Test
    void aConfigurationThatPointsAtARegionOfAnotherPartitionIsUndetermined() {
        databricks.configuration(ACCOUNT, CONFIGURATION, arn(1).replace("us-west-2", "cn-north-1"));
        Verdict verdict = module().verify(List.of(configuration()), MINUTE).get(0);
        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(Cause.POINTS_NOWHERE, cause(verdict));
        assertTrue(simulator.requests().stream().noneMatch("POST /"::equals));
    }

    @Test
    void oneSilentHostDoesNotKeepTheKeysOfOthersWaiting() {
        simulator.spoil("POST /", Fault.SILENT);
        databricks.configuration(ACCOUNT, CONFIGURATION, arn(1).replace("us-west-2", "cn-north-1"));
        List<DeclaredKey> keys = IntStream.range(0, 200)
                .mapToObj(number -> declared("aws", arn(number)))
                .collect(Collectors.toCollection(ArrayList::new));
        try (Simulator other = new Simulator(databricks)) {
            keys.add(configuration(other));
            List<Verdict> verdicts = module().verify(keys, Duration.ofSeconds(5));
            assertEquals(Cause.OUT_OF_TIME, cause(verdicts.get(0)));
            assertEquals(Cause.POINTS_NOWHERE, cause(verdicts.get(200)));
        }
    }

    @Test
    void everyKeyHasAVerdictWhenTheTimeIsOver() {
        List<DeclaredKey> keys = IntStream.range(0, 200)
                .mapToObj(number -> declared("aws", arn(number)))
                .toList();
        simulator.spoil("POST /", Fault.SILENT);
        List<Verdict> verdicts = module().verify(keys, Duration.ofSeconds(1));
        assertEquals(keys, verdicts.stream().map(Verdict::key).toList());
        assertTrue(verdicts.stream().allMatch(verdict -> cause(verdict) == Cause.OUT_OF_TIME));
    }

    /** A clock that stands where it is put. */
    private static final class Moved extends Clock {
        private final AtomicReference<Instant> now;

        Moved(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    }
}
