package io.github.cmkverify.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Finding;
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
import io.github.cmkverify.sim.Simulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alias that is expected of a key of AWS: DescribeKey of the key names none, so that of the alias is asked. */
class ExpectedAliasTest {
    private static final String HERE = "arn:aws:kms:us-west-2:111122223333:";
    private static final String ARN = HERE + "key/00000000-0000-4000-8000-000000000001";
    private static final String OTHER = HERE + "key/00000000-0000-4000-8000-000000000002";
    private static final String ALIAS = HERE + "alias/payroll";
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String CONFIGURATION = "c0000000-0000-4000-8000-000000000001";

    private final AwsSim aws = new AwsSim().key(ARN, "Enabled").key(OTHER, "Enabled");
    private final DatabricksSim databricks = new DatabricksSim();
    private final Simulator simulator = new Simulator(aws, databricks);
    private final ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
    private final HttpDoor door =
            new HttpDoor(new HttpSettings(Duration.ofSeconds(10), Set.of(), "test", Clock.systemUTC(), memory));
    private Verifier verifier;

    @BeforeEach
    void build() {
        Environment environment = new Environment(
                Map.of(
                        "AWS_ENDPOINT_URL_KMS",
                        simulator.url(),
                        "AWS_ACCESS_KEY_ID",
                        AwsSim.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        AwsSim.SECRET,
                        "DATABRICKS_CLIENT_ID",
                        "demo-client",
                        "DATABRICKS_CLIENT_SECRET",
                        "demo-secret"),
                Path.of("no-home"),
                Clock.systemUTC());
        BuildMemory shared = new BuildMemory(memory);
        ProviderContext context = new ProviderContext(environment, door, id -> null, shared);
        Map<String, KeySyntax> syntaxes = Map.of("aws", new AwsSyntax(), "databricks", new DatabricksSyntax());
        Map<String, KeyProvider> providers =
                Map.of("aws", new AwsProvider(context), "databricks", new DatabricksProvider(context));
        Providers all = new Providers() {
            @Override
            public Optional<KeySyntax> syntax(String provider) {
                return Optional.ofNullable(syntaxes.get(provider));
            }

            @Override
            public Optional<KeyProvider> find(String provider) {
                return Optional.ofNullable(providers.get(provider));
            }
        };
        verifier = new Verifier(all, shared, Clock.systemUTC(), (done, of) -> {});
    }

    @AfterEach
    void close() {
        door.close();
        simulator.close();
    }

    private static DeclaredKey expecting(KeyReference key, String alias) {
        return new DeclaredKey(
                key, null, new Expectations(new TreeMap<>(Map.of("alias", alias))), Rules.USUAL, "a test");
    }

    private List<Verdict> verify(DeclaredKey... keys) {
        return verifier.verify(Arrays.asList(keys), Duration.ofSeconds(60));
    }

    private Verdict verify(String reference, String alias) {
        return verify(expecting(new KeyReference("aws", reference), alias)).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        ARN + ", alias/payroll",
        ARN + ", payroll",
        "aws://us-west-2/00000000-0000-4000-8000-000000000001, alias/payroll",
        HERE + "alias/wages, alias/payroll"
    })
    void holdsWhereTheAliasStandsForThisKey(String reference, String expected) {
        aws.alias(ALIAS, ARN).alias(HERE + "alias/wages", ARN);
        Verdict verdict = verify(reference, expected);

        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals("alias/payroll", verdict.facts().alias());
        assertEquals(
                List.of("DescribeKey", "DescribeKey"),
                verdict.chain().stream()
                        .map(Asked::evidence)
                        .flatMap(List::stream)
                        .map(Evidence::operation)
                        .toList());
    }

    @Test
    void aKeyThatIsDeclaredByThisAliasNeedsNoOtherQuestion() {
        aws.alias(ALIAS, ARN);

        assertEquals(Outcome.PASS, verify(ALIAS, "payroll").outcome());
        assertEquals(1, simulator.requests().size());
    }

    @Test
    void anAliasOfAnotherKeyIsAMismatchThatNamesIt() {
        aws.alias(ALIAS, OTHER);
        Verdict verdict = verify(ARN, "payroll");
        Finding finding = verdict.findings().get(0);

        assertEquals(Outcome.FAIL, verdict.outcome());
        assertEquals(FindingId.MISMATCH, finding.id());
        assertEquals("alias", finding.subject());
        assertEquals(OTHER, finding.seen());
        assertNull(verdict.facts().alias());
    }

    @Test
    void anAliasThatIsNotThereIsAMismatch() {
        Verdict verdict = verify(ARN, "payroll");

        assertEquals(
                List.of(FindingId.MISMATCH),
                verdict.findings().stream().map(Finding::id).toList());
        assertEquals(Outcome.FAIL, verdict.outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException",
        "400, ValidationException",
        "500, KMSInternalException",
        "404, NoSuchThing",
        "400, InvalidArnException",
        "200, NotFoundException"
    })
    void whatNobodyCouldTellOfTheAliasIsNeitherAPassNorAMismatch(int status, String code) {
        aws.fail("alias/payroll", status, code, "no");
        Verdict verdict = verify(ARN, "payroll");

        assertEquals(Outcome.UNDETERMINED, verdict.outcome());
        assertEquals(1, verdict.findings().size());
        assertEquals("alias", verdict.findings().get(0).subject());
        assertNull(verdict.facts().alias());
    }

    @Test
    void anAnswerAboutAnotherAccountTellsNothing() {
        aws.alias(ALIAS, "arn:aws:kms:us-west-2:999999999999:key/00000000-0000-4000-8000-000000000001")
                .key("arn:aws:kms:us-west-2:999999999999:key/00000000-0000-4000-8000-000000000001", "Enabled");

        assertEquals(Outcome.UNDETERMINED, verify(ARN, "payroll").outcome());
    }

    @Test
    void declarationsOfOneKeyEachHaveTheirOwnAliasJudgedAndNothingIsAskedTwice() {
        aws.alias(ALIAS, ARN).alias(HERE + "alias/wages", OTHER);
        KeyReference key = new KeyReference("aws", ARN);
        List<Verdict> verdicts = verify(
                expecting(key, "payroll"),
                expecting(key, "alias/wages"),
                new DeclaredKey(key, "plain", Expectations.NONE, Rules.USUAL, "a test"),
                expecting(new KeyReference("aws", OTHER), "alias/payroll"));

        assertEquals(
                List.of(Outcome.PASS, Outcome.FAIL, Outcome.PASS, Outcome.FAIL),
                verdicts.stream().map(Verdict::outcome).toList());
        assertNull(verdicts.get(2).facts().alias());
        assertEquals(1, verdicts.get(2).chain().size());
        assertEquals(4, simulator.requests().size(), "two keys and two aliases");
    }

    @Test
    void aKeyThatNobodyCouldTellAnythingOfIsNotAskedForItsAlias() {
        aws.fail(ARN, 400, "AccessDeniedException", "no");
        Verdict verdict = verify(ARN, "payroll");

        assertEquals(1, verdict.findings().size());
        assertEquals(1, simulator.requests().size());
    }

    @Test
    void whatAConfigurationRemembersOfItsAliasIsNotBelieved() {
        databricks.configuration(ACCOUNT, CONFIGURATION, ARN); // with a key_alias of its own
        KeyReference configuration = new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + CONFIGURATION)
                .with("host", simulator.url());
        Verdict unknown =
                verify(expecting(configuration, remembered(configuration))).get(0);
        assertEquals(Outcome.FAIL, unknown.outcome());
        assertNull(unknown.facts().alias());
    }

    @Test
    void theAliasOfTheKeyBehindAConfigurationIsResolved() {
        databricks.configuration(ACCOUNT, CONFIGURATION, ARN);
        aws.alias(ALIAS, ARN);
        KeyReference configuration = new KeyReference("databricks", "databricks://" + ACCOUNT + "/" + CONFIGURATION)
                .with("host", simulator.url());
        Verdict verdict = verify(expecting(configuration, "payroll")).get(0);
        assertEquals(Outcome.PASS, verdict.outcome());
        assertEquals("alias/payroll", verdict.facts().alias());
    }

    /** The alias that the configuration says it has. */
    private String remembered(KeyReference configuration) {
        Verdict plain = verify(new DeclaredKey(configuration, null, Expectations.NONE, Rules.USUAL, "a test"))
                .get(0);
        KeyAnswer.PointsTo answer = (KeyAnswer.PointsTo) plain.chain().get(0).answer();
        String alias = answer.facts().alias();
        return alias == null ? "alias/none" : alias;
    }
}
