package io.github.cmkverify.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.KeysReader;
import io.github.cmkverify.declare.Node;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Asked;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Judge;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.aws.AwsSyntax;
import io.github.cmkverify.provider.databricks.DatabricksSyntax;
import io.github.cmkverify.provider.huawei.HuaweiSyntax;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a key costs inside a JVM that is warm: its element, its answer, its judgement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Reading {
    private static final byte[] ANSWER =
            """
            {"KeyMetadata":{"AWSAccountId":"111122223333","KeyId":"%1$s","Arn":"%2$s","CreationDate":1700000000.5,
            "Enabled":true,"Description":"payment tokens","KeyUsage":"ENCRYPT_DECRYPT","KeyState":"Enabled",
            "Origin":"AWS_KMS","KeyManager":"CUSTOMER","CustomerMasterKeySpec":"SYMMETRIC_DEFAULT",
            "KeySpec":"SYMMETRIC_DEFAULT","EncryptionAlgorithms":["SYMMETRIC_DEFAULT"],"MultiRegion":false}}
            """.formatted(Clouds.id(0), Clouds.arn(0)).getBytes(StandardCharsets.UTF_8);

    private final KeysReader reader =
            new KeysReader(List.of(new DatabricksSyntax(), new HuaweiSyntax(), new AwsSyntax()));
    private final Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Node keys = new Node("keys", "", java.util.Map.of(), List.of());
    private List<DeclaredKey> declared = List.of();
    private List<Asked> asked = List.of();

    /** Reads once what is judged. */
    @Setup
    public void declare() throws Exception {
        keys = Node.of(Xpp3DomBuilder.build(new StringReader(
                "<keys><aws><name>payment tokens</name><keyId>" + Clouds.arn(0) + "</keyId></aws></keys>")));
        declared = element();
        KeyFacts facts = KeyFacts.of(KeyState.ENABLED, "Enabled").build();
        asked = List.of(new Asked(declared.get(0).reference(), new KeyAnswer.Described(facts), List.of()));
    }

    /** One element of {@code <keys>}. */
    @Benchmark
    public List<DeclaredKey> element() throws InvalidInputsException {
        return reader.read(keys, Rules.USUAL, "<keys>");
    }

    /** One answer, strictly. */
    @Benchmark
    public JsonNode answer() throws StrangeJsonException {
        return Json.read(ANSWER);
    }

    /** One verdict. */
    @Benchmark
    public Verdict judgement() {
        return Judge.judge(declared.get(0), asked, now);
    }
}
